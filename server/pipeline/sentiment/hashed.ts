import { mix } from '../mix.ts';
import { type Doc, tokenKinds } from '../normalize.ts';

/**
 * The hashed features of one token: the word itself, the same word negated, the pair it makes with the word before it, and
 * its pieces of four and six letters, the word's edges included: "un-", "-less", and what typing errors leave.
 */
export type HashedSink = { add(doc: Doc, words: SaidWords): void };

/** The words of a text that say something, side by side: what the hashed features are made of. */
export type SaidWords = {
  count: number;
  token: Int32Array;
  hash: Int32Array;
  /** The vocabulary's number of the word where the token is spelled so, else 0. */
  known: Int32Array;
  negated: Uint8Array;
  /** The word before it, as a hash; 0 where there is none. */
  previous: Int32Array;
};

export const createSaidWords = (most: number): SaidWords => ({
  count: 0,
  token: new Int32Array(most),
  hash: new Int32Array(most),
  known: new Int32Array(most),
  negated: new Uint8Array(most),
  previous: new Int32Array(most),
});

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;
export const longestWord = 30;
/** A word, negated, a pair, and at most this many pieces. */
export const featuresPerToken = 3 + 2 * (longestWord + 2);

export const wordFeature = (hash: number): number => mix(hash);
export const negatedFeature = (hash: number): number => mix(hash ^ 0x5bd1e995);
export const pairFeature = (previous: number, hash: number): number =>
  mix(Math.imul(previous, 31) ^ Math.imul(hash, 0x9e3779b1));

export const hasPieces = (doc: Doc, token: number): boolean =>
  doc.kinds[token] === tokenKinds.word && doc.length[token]! < longestWord;

/** Writes the hashes of a word's pieces; returns how many. */
export function readPieces({ chars, start: starts, length: lengths }: Doc, token: number, into: Int32Array): number {
  const start = starts[token]!;
  const length = lengths[token]!;
  let count = 0;
  for (let from = -1; from + 4 <= length + 1; from++) {
    let piece = seed ^ 4;
    for (let k = from; k < from + 4; k++)
      piece = Math.imul(piece ^ (k < 0 || k >= length ? 32 : chars[start + k]!), prime);
    into[count++] = mix(piece);
    if (from + 6 > length + 1) continue;
    piece = Math.imul(piece ^ (from + 4 >= length ? 32 : chars[start + from + 4]!), prime);
    into[count++] = mix(Math.imul(piece ^ (from + 5 >= length ? 32 : chars[start + from + 5]!), prime));
  }
  return count;
}
