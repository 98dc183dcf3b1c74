import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ModelHead } from '../pipeline/sentiment/models.ts';
import { readSets } from './readSets.ts';
import { valenceFile } from './writeValence.ts';

/**
 * `npm run train -- --data FOLDER`: learns every committed model anew and measures the error of its net sentiment. The same
 * data give the same bytes. `--error`: measures alone, the models as they are.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, error: { type: 'boolean' } } });
if (values.data === undefined) {
  console.error('usage: npm run train -- --data FOLDER (the development data) [--error]');
  process.exit(2);
}
const sets = readSets(resolve(values.data));
if (values.error) {
  const { measureError } = await import('./measureError.ts');
  measureError(sets);
  process.exit();
}
const models = new URL('../pipeline/sentiment/models/', import.meta.url);

const valence = valenceFile(sets);
writeFileSync(new URL('valence.bin', models), valence);
console.log(`valence: ${valence.length} bytes`);
// Only now: what the learner reads of a text includes the file just written.
const { englishCourse, frenchCourse, otherCourse, teach } = await import('./trainSentiment.ts');
const { teachPromotion } = await import('./trainPromotion.ts');
const { hashed: promoting, ...promotion } = teachPromotion(sets);
writeFileSync(new URL('promotion.bin', models), promoting);
writeFileSync(new URL('promotion.json', models), `${JSON.stringify(promotion)}\n`);
console.log(`promotion: ${promoting.length} bytes`);
const courses = {
  en: englishCourse(sets),
  fr: frenchCourse(sets),
  de: otherCourse(sets.otherTweets('german')),
  it: otherCourse(sets.otherTweets('italian')),
};
for (const [language, course] of Object.entries(courses)) {
  const { hashed, ...rest } = teach(course);
  const head: ModelHead = rest;
  writeFileSync(new URL(`${language}.bin`, models), hashed);
  writeFileSync(new URL(`${language}.json`, models), `${JSON.stringify(head)}\n`);
  const texts = course.lessons.reduce((sum, { rows }) => sum + rows.length, 0);
  console.log(`${language}: ${texts} texts, ${hashed.length} bytes, temperature ${head.temperature}`);
}
const { measureError } = await import('./measureError.ts');
measureError(sets);
