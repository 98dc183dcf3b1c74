const bits = 1 << 16;

/** A set of hashes that may say yes wrongly (about 1 in 100 with 600 members), never no: 8 KB, stays in the cache. */
export type HashBits = Int32Array;

export function createHashBits(): HashBits {
  return new Int32Array(bits / 32);
}

export function addHash(set: HashBits, hash: number): void {
  const at = (hash ^ (hash >>> 15)) & (bits - 1);
  set[at >>> 5] = (set[at >>> 5] as number) | (1 << (at & 31));
}

export function mayHave(set: HashBits, hash: number): boolean {
  const at = (hash ^ (hash >>> 15)) & (bits - 1);
  return (((set[at >>> 5] as number) >>> (at & 31)) & 1) !== 0;
}
