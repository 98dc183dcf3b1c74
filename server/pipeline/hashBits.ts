/** A set of hashes that may say yes wrongly (1 in 5,000), never no; small enough to stay in the cache. */
export type HashBits = Int32Array;

const fewestBits = 1 << 10;
const mostBits = 1 << 16;

export function createHashBits(hashes: readonly number[]): HashBits {
  let bits = fewestBits;
  while (bits < hashes.length * 64 && bits < mostBits) bits *= 2;
  const set = new Int32Array(bits / 32);
  for (const hash of hashes)
    for (const at of [firstBit(hash), secondBit(hash)]) {
      const word = (at >>> 5) & (set.length - 1);
      set[word] = set[word]! | (1 << (at & 31));
    }
  return set;
}

/** Two bits a member; the second is looked at only where the first was set, which is rare. */
const firstBit = (hash: number) => hash ^ (hash >>> 15);
const secondBit = (hash: number) => Math.imul(hash, 0x9e3779b1) >>> 16;

export function mayHave(set: HashBits, hash: number): boolean {
  const first = firstBit(hash);
  const words = set.length - 1;
  if (((set[(first >>> 5) & words]! >>> (first & 31)) & 1) === 0) return false;
  const second = secondBit(hash);
  return ((set[(second >>> 5) & words]! >>> (second & 31)) & 1) !== 0;
}

/** Words that begin alike in their first three units share a key of 15 bits. */
export const headUnits = 3;

export function headKey(first: number, second: number, third: number): number {
  return (first ^ (second << 5) ^ (third << 10)) & 0x7fff;
}

export function headKeyOf(folded: string): number {
  return headKey(folded.charCodeAt(0), folded.charCodeAt(1), folded.charCodeAt(2));
}
