import type { LanguageModel } from './languageModel.ts';
import { type Doc, tokenFlags, tokenKinds } from './normalize.ts';
import { languageBitsOf, languages, type Reading, valueOfWord } from './vocabulary.ts';

export type Language = { lang: string; from: 'source' | 'stop-words' | 'model' | 'unknown' };

const unknown: Language = { lang: '', from: 'unknown' };
const english = languages.indexOf('en');
const tokensRead = 120;
const shown: readonly Language[] = languages.map((lang) => ({ lang, from: 'stop-words' }));
const counts = new Float64Array(languages.length);

/**
 * The source's own word wins; then the commonest words of seven languages, when one language leads clearly; then the
 * model. A word of the English lexicon is half a stop word: "battery sucks" holds none.
 */
export function detectLanguage(
  doc: Doc,
  reading: Reading,
  said: string | undefined,
  model: LanguageModel | undefined,
): Language {
  if (said !== undefined) return { lang: said, from: 'source' };
  counts.fill(0);
  let words = 0;
  let ideographs = 0;
  const end = Math.min(doc.count, tokensRead);
  for (let token = 0; token < end; token++) {
    const kind = doc.kinds[token];
    if (kind === tokenKinds.ideograph) ideographs += 1;
    if (kind !== tokenKinds.word || (doc.flags[token]! & tokenFlags.anySigil) !== 0) continue;
    words += 1;
    const id = reading.ids[token]!;
    if (id === 0) continue;
    let bits = languageBitsOf(id);
    if (bits === 0 && valueOfWord(id) !== 0) counts[english]! += 0.5;
    for (; bits !== 0; bits &= bits - 1) counts[31 - Math.clz32(bits & -bits)]! += 1;
  }
  if (words + ideographs === 0) return unknown;
  let best = 0;
  let second = 0;
  let winner = -1;
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index]!;
    if (count > best) {
      second = best;
      best = count;
      winner = index;
    } else if (count > second) second = count;
  }
  const leads = (best >= 2 && best >= second * 1.5) || (best >= 1.5 && second === 0);
  const isClear = leads && best >= words * 0.15 && words >= ideographs;
  if (isClear) return shown[winner]!;
  const lang = model ? model(doc.title === '' ? doc.text : `${doc.title}\n${doc.text}`) : '';
  if (lang !== '') return { lang, from: 'model' };
  // A very short text: one sure sign and nothing against it.
  return best >= 0.5 && second === 0 && words <= 6 ? shown[winner]! : unknown;
}
