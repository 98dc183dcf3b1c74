import { mix } from './mix.ts';
import { type Doc, spells, tokenFlags, tokenKinds } from './normalize.ts';

/** Fewer words than this are copies only when they are the same: one other word says another thing. */
export const fewestForNear = 8;
const bins = 24;
/** Signatures are compared four bins at a time. */
export const signatureWords = bins / 4;
const coarseBins = bins / 2;
export const bands = coarseBins / 2;
/** Keys of the bands, then one of the whole text. */
export const wholeKey = bands;
export const sketchKeys = bands + 1;
/** Above every pair: all numbers here are signed 32-bit ones, which the machine keeps unboxed. */
const empty = 0x7fffffff;

/**
 * "RT @somebody:", links and names change from copy to copy: what is left is what was said.
 */
const isForwarding = (doc: Doc, token: number) => spells(doc, token, 'rt') || spells(doc, token, 'mt');

/** What a text looks like from afar. `signature` holds a byte of the smallest word pair in each bin, 0 where none fell. */
export type CopySketch = { words: number; signature: Int32Array; keys: Int32Array };

export const createSketch = (): CopySketch => ({
  words: 0,
  signature: new Int32Array(signatureWords),
  keys: new Int32Array(sketchKeys),
});

/** Numbers that a sketch takes where it is one of many: words, signature, keys. */
export const sketchWidth = 1 + signatureWords + sketchKeys;

export function writeSketch({ words, signature, keys }: CopySketch, into: Int32Array, at: number): void {
  into[at] = words;
  into.set(signature, at + 1);
  into.set(keys, at + 1 + signatureWords);
}

export function readSketch(from: Int32Array, at: number, into: CopySketch): CopySketch {
  into.words = from[at]!;
  for (let word = 0; word < signatureWords; word++) into.signature[word] = from[at + 1 + word]!;
  for (let key = 0; key < sketchKeys; key++) into.keys[key] = from[at + 1 + signatureWords + key]!;
  return into;
}

/**
 * The lowest byte of a pair, 1 where that is 0; 0 for an empty bin. Without a branch: no processor guesses which bins of a
 * short text are empty.
 */
function byteOf(pair: number): number {
  const difference = pair ^ empty;
  const isFilled = (difference | -difference) >> 31;
  const low = pair & 255;
  return (low | ((low - 1) >>> 31)) & isFilled;
}

/** One-permutation minhash of the pairs of neighbouring words of the text (its title is left out: networks cut it). */
export function createSketcher(): (doc: Doc) => CopySketch {
  const sketch = createSketch();
  const signature = new Uint8Array(sketch.signature.buffer);
  const smallest = new Int32Array(bins);
  const coarse = new Int32Array(coarseBins);
  return (doc) => {
    for (let bin = 0; bin < bins; bin++) smallest[bin] = empty;
    let words = 0;
    let whole = 0;
    let before = 0;
    const { count, kinds, flags, length, hash } = doc;
    for (let token = doc.titleCount; token < count; token++) {
      if (kinds[token] === tokenKinds.url || (flags[token]! & tokenFlags.mention) !== 0) continue;
      if (length[token] === 2 && isForwarding(doc, token)) continue;
      const word = hash[token]!;
      whole = Math.imul(whole ^ (whole >>> 15) ^ word, 0x2c1b3c6d);
      if (words > 0) {
        const pair = mix(Math.imul(before, 0x9e3779b1) ^ word);
        const bin = ((pair >>> 16) * bins) >>> 16;
        if (pair < smallest[bin]!) smallest[bin] = pair;
      }
      before = word;
      words += 1;
    }
    sketch.words = words;
    sketch.keys[wholeKey] = mix(whole) || 1;
    if (words < fewestForNear) return sketch;
    for (let bin = 0; bin < bins; bin++) signature[bin] = byteOf(smallest[bin]!);
    // Bands look at coarser bins, two of them each; an empty one borrows from the next, so that short texts fill all bands.
    for (let bin = 0; bin < coarseBins; bin++) coarse[bin] = Math.min(smallest[2 * bin]!, smallest[2 * bin + 1]!);
    let borrowed = empty;
    for (let bin = 0; bin < coarseBins && borrowed === empty; bin++) borrowed = coarse[bin]!;
    for (let bin = coarseBins - 1; bin >= 0; bin--) {
      if (coarse[bin] === empty) coarse[bin] = borrowed;
      else borrowed = coarse[bin]!;
    }
    for (let band = 0; band < bands; band++)
      sketch.keys[band] = mix(Math.imul(coarse[2 * band]!, 0x9e3779b1) ^ coarse[2 * band + 1]!) || 1;
    return sketch;
  };
}
