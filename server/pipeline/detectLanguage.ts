import type { LanguageModel } from './languageModel.ts';
import type { Doc } from './normalize.ts';
import type { Reading } from './vocabulary.ts';
import { languages } from './words/wordTables.ts';

export type Language = { lang: string; from: 'source' | 'stop-words' | 'model' | 'unknown' };

const unknown: Language = { lang: '', from: 'unknown' };
const shown: readonly Language[] = languages.map((lang) => ({ lang, from: 'stop-words' }));

/**
 * The source's own word wins; then the commonest words of seven languages, when one language leads clearly; then the
 * model. An ordinary word that we know is half a stop word: "battery sucks" holds none.
 */
export function detectLanguage(
  doc: Doc,
  reading: Reading,
  said: string | undefined,
  model: LanguageModel | undefined,
): Language {
  if (said !== undefined) return { lang: said, from: 'source' };
  const { even, odd, words, ideographs } = reading.votes;
  if (words + ideographs === 0) return unknown;
  let best = 0;
  let second = 0;
  let winner = -1;
  for (let index = 0; index < languages.length; index++) {
    const votes = (index & 1) === 0 ? even : odd;
    const found = ((votes >>> (8 * (index >> 1))) & 255) / 2;
    if (found > best) {
      second = best;
      best = found;
      winner = index;
    } else if (found > second) second = found;
  }
  const leads = (best >= 2 && best >= second * 1.5) || (best >= 1.5 && second === 0);
  const isClear = leads && best >= words * 0.15 && words >= ideographs;
  if (isClear) return shown[winner]!;
  const lang = model ? model(doc.title === '' ? doc.text : `${doc.title}\n${doc.text}`) : '';
  if (lang !== '') return { lang, from: 'model' };
  // A very short text: a sign that no other language can claim as well.
  return best >= second + 0.5 && words <= 8 ? shown[winner]! : unknown;
}
