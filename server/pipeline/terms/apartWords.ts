import { beginsWith, type Doc, hashOf } from '../normalize.ts';

/** Tells the words by which a brand is found, which are no news of it. */
export type ApartWords = (doc: Doc, token: number) => boolean;

/** Folded words; one that ends in `*` stands for all that begin so. */
export function apartWords(words: Iterable<string>): ApartWords {
  const hashes = new Set<number>();
  const beginnings: string[] = [];
  for (const word of words)
    if (word.endsWith('*')) beginnings.push(word.slice(0, -1));
    else hashes.add(hashOf(word));
  return (doc, token) =>
    hashes.has(doc.hash[token]!) || beginnings.some((beginning) => beginsWith(doc, token, beginning));
}
