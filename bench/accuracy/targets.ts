import { analyze } from '../../server/pipeline/analyze.ts';
import { createDoc, hashOf, normalize, wordAt } from '../../server/pipeline/normalize.ts';
import { compileRules } from '../../server/pipeline/rules.ts';
import type { SentimentModel } from '../../server/pipeline/sentiment/model.ts';
import { models } from '../../server/pipeline/sentiment/models.ts';
import type { Labelled } from '../../server/training/readSets.ts';
import { workspaceSchema } from '../../shared/domain.ts';
import { byClass } from './measures.ts';

export type Aimed = Labelled & { topic: string };

/** What a festival's labels call the products that its tweets name otherwise. */
export const productOf: Readonly<Record<string, string>> = {
  iPad: 'ipad',
  iPhone: 'iphone',
  Google: 'google',
  Apple: 'apple',
  Android: 'android',
};
export const products = [...Object.values(productOf), 'microsoft', 'facebook', 'twitter', 'samsung', 'blackberry'];

const scratch = createDoc();
function wordsIn(text: string): string[] {
  const doc = normalize(text, '', scratch);
  return Array.from({ length: doc.count }, (_, token) => wordAt(doc, token));
}

/** Where each topic's words stand in a text; topics that lie within another are not named. */
function namedIn(words: readonly string[], topics: ReadonlyMap<string, readonly string[]>): Set<string> {
  const places = new Map<number, { topic: string; length: number }>();
  for (const [topic, parts] of topics)
    for (let at = 0; at + parts.length <= words.length; at++)
      if (parts.every((part, k) => words[at + k] === part) && parts.length > (places.get(at)?.length ?? 0))
        places.set(at, { topic, length: parts.length });
  return new Set([...places.values()].map(({ topic }) => topic));
}

/**
 * Texts that name their topic and another one: macro-F1 of the opinion towards the topic, and of the whole text's label.
 * `model` judges instead of the shipped one, which has seen these texts.
 */
export function judgeTargets(rows: readonly Aimed[], names: readonly string[], model: SentimentModel) {
  const topics = new Map(names.map((name) => [name, wordsIn(name)]));
  const idOf = (topic: string) => `b${hashOf(topic) >>> 0}`;
  const judging = models as Map<string, SentimentModel>;
  const shipped = models.get('en')!;
  judging.set('en', model);
  try {
    const real: Labelled['label'][] = [];
    const towards: Labelled['label'][] = [];
    const whole: Labelled['label'][] = [];
    for (const { text, label, topic } of rows) {
      const named = namedIn(wordsIn(text), topics);
      if (!named.has(topic) || named.size < 2) continue;
      const brands = [...named].map((name) => ({ id: idOf(name), name, query: `"${name.replaceAll('"', '')}"` }));
      const rules = compileRules(workspaceSchema.parse({ version: 1, brands }), 1);
      const { brands: found, sentiment } = analyze(
        { id: '1', source: 'b', channel: 'social', at: 0, text, lang: 'en' },
        rules,
      );
      const own = found.find(({ id }) => id === idOf(topic));
      if (!own || own.opinion === 'unscored' || sentiment.label === 'unscored') continue;
      real.push(label);
      towards.push(own.opinion);
      whole.push(sentiment.label);
    }
    return { texts: real.length, towards: byClass(real, towards).macroF1, whole: byClass(real, whole).macroF1 };
  } finally {
    judging.set('en', shipped);
  }
}
