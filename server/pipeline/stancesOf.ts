import { type Stance, stances } from '../../shared/kinds.ts';
import { createDoc, type Doc, gaps, normalize, wordAt } from './normalize.ts';
import { askedSentence } from './questions/askedSentence.ts';
import { isNegator, type Reading } from './vocabulary.ts';
import { neverOwned, possessives, stanceCues } from './words/stanceCues.ts';

type Phrase = { words: string[]; stance: Stance };
const phrases = new Map<string, Phrase[]>();
const scratch = createDoc();
for (const stance of ['expects', 'owns'] as const)
  for (const list of stanceCues[stance])
    for (const entry of list.split(',')) {
      const doc = normalize(entry.trim(), '', scratch);
      const words = Array.from({ length: doc.count }, (_, token) => wordAt(doc, token));
      const [first] = words;
      if (first !== undefined) phrases.set(first, [...(phrases.get(first) ?? []), { words, stance }]);
    }
const possessive = new Set(possessives.split(' '));
const notOwned = new Set(neverOwned.split(' '));

/** So near before an expression a negation turns it: "have not yet bought". */
const negationReach = 3;
/** "my new black Lumen" */
const ownedReach = 3;

/**
 * Whether a writer expects a product, owns it, asks something: what the words say of themselves, found anew for each card
 * and never counted. `brands`: places of the brands' names in title and text.
 */
export function stancesOf(
  doc: Doc,
  reading: Reading,
  brands: readonly { field: 'title' | 'text'; from: number }[],
): Stance[] {
  const found = new Set<Stance>();
  const words = Array.from({ length: doc.count }, (_, token) => wordAt(doc, token));
  const begins = new Set(brands.map(({ field, from }) => `${field} ${from}`));
  const isBrand = (token: number) => begins.has(`${token < doc.titleCount ? 'title' : 'text'} ${doc.from[token]}`);
  for (let token = 0; token < doc.count; token++) {
    for (const phrase of phrases.get(words[token]!) ?? []) {
      if (!phrase.words.every((word, k) => words[token + k] === word)) continue;
      if (!isCut(doc, token, token + phrase.words.length) && !isNegated(doc, reading, token)) found.add(phrase.stance);
    }
    if (!possessive.has(words[token]!)) continue;
    for (let next = token + 1; next <= token + ownedReach && next < doc.count; next++) {
      if (doc.gaps[next]! > gaps.space || notOwned.has(words[next]!)) break;
      if (isBrand(next)) found.add('owns');
    }
  }
  if (askedSentence(doc, reading)) found.add('asks');
  return stances.filter((stance) => found.has(stance));
}

/** An expression stands in one clause. */
function isCut(doc: Doc, from: number, to: number): boolean {
  for (let token = from + 1; token < to; token++) if (doc.gaps[token]! > gaps.space) return true;
  return false;
}

function isNegated(doc: Doc, reading: Reading, token: number): boolean {
  for (let before = token; before > Math.max(0, token - negationReach); before--) {
    if (doc.gaps[before]! > gaps.space) return false;
    if (isNegator(reading.ids[before - 1]!)) return true;
  }
  return false;
}
