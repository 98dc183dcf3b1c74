const bits = 1 << 16;

/** A set of hashes that may say yes wrongly (1 in 5,000 with 1,000 members), never no: 8 KB, stays in the cache. */
export type HashBits = Int32Array;

export function createHashBits(): HashBits {
  return new Int32Array(bits / 32);
}

/** Two bits a member; the second is looked at only where the first was set, which is rare. */
const firstBit = (hash: number) => (hash ^ (hash >>> 15)) & (bits - 1);
const secondBit = (hash: number) => Math.imul(hash, 0x9e3779b1) >>> 16;

export function addHash(set: HashBits, hash: number): void {
  for (const at of [firstBit(hash), secondBit(hash)]) set[at >>> 5] = (set[at >>> 5] as number) | (1 << (at & 31));
}

export function mayHave(set: HashBits, hash: number): boolean {
  const first = firstBit(hash);
  if ((((set[first >>> 5] as number) >>> (first & 31)) & 1) === 0) return false;
  const second = secondBit(hash);
  return (((set[second >>> 5] as number) >>> (second & 31)) & 1) !== 0;
}

/** Words that begin alike in their first three units share a key of 15 bits. */
export const headUnits = 3;

export function headKey(first: number, second: number, third: number): number {
  return (first ^ (second << 5) ^ (third << 10)) & 0x7fff;
}

export function headKeyOf(folded: string): number {
  return headKey(folded.charCodeAt(0), folded.charCodeAt(1), folded.charCodeAt(2));
}
