import { readFileSync } from 'node:fs';
import { createHashBits, mayHave } from '../hashBits.ts';
import { hashOf } from '../normalize.ts';
import { spellingOf, wordCount } from '../vocabulary.ts';

/**
 * How good or bad an English word feels, -4..4, as people rated it: known by the word's hash only, learned by `npm run train`
 * from the ratings that VADER publishes. The file holds a 32-bit hash and a byte (tenths, less 40) for each word.
 */
const file = readFileSync(new URL('./models/valence.bin', import.meta.url));
const entryBytes = 5;
const entries = Math.floor(file.length / entryBytes);
const slotCount = 2 ** Math.ceil(Math.log2(entries * 3 + 16));
const hashes = new Int32Array(slotCount);
const values = new Int8Array(slotCount);
const slotOf = (hash: number) => (hash ^ (hash >>> 15)) & (slotCount - 1);
for (let entry = 0; entry < entries; entry++) {
  const hash = file.readInt32LE(entry * entryBytes);
  let slot = slotOf(hash);
  while (values[slot] !== 0) slot = (slot + 1) & (slotCount - 1);
  hashes[slot] = hash;
  values[slot] = file.readInt8(entry * entryBytes + 4);
}

/** Most words that no list knows are not rated either: this tells from a table that stays in the cache. */
const rated = createHashBits([...hashes].filter((_, slot) => values[slot] !== 0));

/** 0 for a word that nobody rated. */
export function valenceOf(hash: number): number {
  if (!mayHave(rated, hash)) return 0;
  for (let slot = slotOf(hash); values[slot] !== 0; slot = (slot + 1) & (slotCount - 1))
    if (hashes[slot] === hash) return values[slot]! / 10;
  return 0;
}

const tenths = Int8Array.from({ length: wordCount }, (_, id) => Math.round(valenceOf(hashOf(spellingOf(id))) * 10));
/** The same for a word of the vocabulary, by its number. */
export const valenceOfKnown = (id: number): number => tenths[id]! / 10;
