/**
 * How many different authors, without keeping who they are: a HyperLogLog (Flajolet et al. 2007) with the estimator of Ertl
 * (2017, arXiv 1702.01284), which needs no corrections at either end. Up to `mostExact` authors it holds their hashes and
 * counts exactly. What it holds depends only on the set of hashes, never on their order or on how parts were merged.
 */
export type AuthorSketch = {
  add(hash: number): void;
  /** Takes in what another sketch wrote: the union, so whoever is in both counts once. */
  merge(written: Uint8Array): void;
  count(): AuthorCount;
  /** Below `denseBytes`: hashes in order, four bytes each. Exactly that long: the registers, five bits each. */
  write(): Uint8Array;
};

/** `authorsError`: one standard error, in authors; 0: exact. */
export type AuthorCount = { authors: number; authorsError: number };

const indexBits = 12;
const registers = 1 << indexBits;
/** Bits of a hash behind those that choose its register: ranks run from 1 to one more than this. */
const rankBits = 32 - indexBits;
const registerBits = 5;
export const denseBytes = (registers * registerBits) / 8;
export const mostExact = denseBytes / 4 - 1;
/** Of an estimate; 1.6 %. */
export const relativeError = 1.04 / Math.sqrt(registers);

/**
 * 32 bits of an author's keyed hash (see engine/authorKey.ts): too few to be looked up anywhere, enough to tell millions
 * apart (of ten million authors one in a thousand hides behind another).
 */
export function hashOfAuthor(author: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < author.length; at += 1) hash = Math.imul(hash ^ author.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Its register, and one more than the zeros that its other bits begin with. */
const registerOf = (hash: number) => hash >>> rankBits;
/** The guard bit below the rank's bits ends the count where all of them are zero. */
const rankOf = (hash: number) => Math.clz32(((hash << indexBits) | (1 << (indexBits - 1))) >>> 0) + 1;

export function createAuthorSketch(): AuthorSketch {
  let hashes: Set<number> | null = new Set();
  let ranks: Uint8Array | null = null;

  function raise(hash: number): void {
    const at = registerOf(hash);
    const rank = rankOf(hash);
    if (rank > ranks![at]!) ranks![at] = rank;
  }

  function toDense(): Uint8Array {
    if (ranks) return ranks;
    ranks = new Uint8Array(registers);
    for (const hash of hashes!) raise(hash);
    hashes = null;
    return ranks;
  }

  function add(hash: number): void {
    if (!hashes) {
      raise(hash);
      return;
    }
    hashes.add(hash);
    if (hashes.size > mostExact) toDense();
  }

  return {
    add,
    merge(written) {
      if (written.length !== denseBytes) {
        for (const hash of readHashes(written)) add(hash);
        return;
      }
      const mine = toDense();
      const theirs = readRanks(written);
      for (let at = 0; at < registers; at += 1) if (theirs[at]! > mine[at]!) mine[at] = theirs[at]!;
    },
    count() {
      if (hashes) return { authors: hashes.size, authorsError: 0 };
      const authors = Math.round(estimate(ranks!));
      return { authors, authorsError: Math.ceil(authors * relativeError) };
    },
    write: () => (hashes ? writeHashes(Uint32Array.from(hashes).sort()) : writeRanks(ranks!)),
  };
}

/**
 * What a sketch would write that read `before` and was then given `hashes`, without making one: a cell gets few at a time.
 * `before` itself when they change nothing.
 */
export function addToWritten(before: Uint8Array, hashes: readonly number[]): Uint8Array {
  if (before.length === denseBytes) return raiseWritten(before, hashes);
  const known = before.length / 4;
  const fresh = Uint32Array.from(hashes).sort();
  const merged = new Uint32Array(known + fresh.length);
  let used = 0;
  let place = 0;
  let next = 0;
  while (place < known || next < fresh.length) {
    const old = place < known ? readHash(before, 4 * place) : Number.POSITIVE_INFINITY;
    const one = next < fresh.length ? fresh[next]! : Number.POSITIVE_INFINITY;
    if (old <= one) place += 1;
    if (one <= old) next += 1;
    const least = Math.min(old, one);
    if (used === 0 || merged[used - 1] !== least) merged[used++] = least;
  }
  if (used === known) return before;
  if (used <= mostExact) return writeHashes(merged.subarray(0, used));
  const sketch = createAuthorSketch();
  for (const hash of merged.subarray(0, used)) sketch.add(hash);
  return sketch.write();
}

function raiseWritten(before: Uint8Array, hashes: readonly number[]): Uint8Array {
  let written = before;
  for (const hash of hashes) {
    const bit = registerOf(hash) * registerBits;
    const at = bit >> 3;
    const shift = bit & 7;
    const mask = ((1 << registerBits) - 1) << shift;
    const pair = written[at]! | ((written[at + 1] ?? 0) << 8);
    const rank = rankOf(hash);
    if (rank <= (pair & mask) >> shift) continue;
    if (written === before) written = before.slice();
    const raised = (pair & ~mask) | (rank << shift);
    written[at] = raised;
    if (at + 1 < denseBytes) written[at + 1] = raised >>> 8;
  }
  return written;
}

const readHash = (written: Uint8Array, at: number) =>
  (written[at]! | (written[at + 1]! << 8) | (written[at + 2]! << 16) | (written[at + 3]! << 24)) >>> 0;

function* readHashes(written: Uint8Array): Generator<number> {
  for (let at = 0; at + 4 <= written.length; at += 4) yield readHash(written, at);
}

/** In order. */
function writeHashes(hashes: Uint32Array): Uint8Array {
  const written = new Uint8Array(hashes.length * 4);
  let at = 0;
  for (const hash of hashes) {
    written[at] = hash;
    written[at + 1] = hash >>> 8;
    written[at + 2] = hash >>> 16;
    written[at + 3] = hash >>> 24;
    at += 4;
  }
  return written;
}

function writeRanks(ranks: Uint8Array): Uint8Array {
  const written = new Uint8Array(denseBytes);
  let bits = 0;
  let filled = 0;
  let at = 0;
  for (const rank of ranks) {
    bits |= rank << filled;
    filled += registerBits;
    for (; filled >= 8; filled -= 8) {
      written[at++] = bits;
      bits >>>= 8;
    }
  }
  return written;
}

function readRanks(written: Uint8Array): Uint8Array {
  const ranks = new Uint8Array(registers);
  let bits = 0;
  let filled = 0;
  let at = 0;
  for (let register = 0; register < registers; register += 1) {
    if (filled < registerBits) {
      bits |= written[at++]! << filled;
      filled += 8;
    }
    ranks[register] = bits & ((1 << registerBits) - 1);
    bits >>>= registerBits;
    filled -= registerBits;
  }
  return ranks;
}

/** Ertl 2017, algorithm 6. */
function estimate(ranks: Uint8Array): number {
  const counts = new Float64Array(rankBits + 2);
  for (const rank of ranks) counts[rank]! += 1;
  let z = registers * tau(1 - counts[rankBits + 1]! / registers);
  for (let rank = rankBits; rank >= 1; rank -= 1) z = 0.5 * (z + counts[rank]!);
  z += registers * sigma(counts[0]! / registers);
  return (registers * registers) / (2 * Math.LN2 * z);
}

function sigma(share: number): number {
  if (share === 1) return Number.POSITIVE_INFINITY;
  let power = share;
  let factor = 1;
  let sum = share;
  for (let before = -1; before !== sum; ) {
    before = sum;
    power *= power;
    sum += power * factor;
    factor *= 2;
  }
  return sum;
}

function tau(share: number): number {
  if (share === 0 || share === 1) return 0;
  let root = share;
  let factor = 1;
  let sum = 1 - share;
  for (let before = -1; before !== sum; ) {
    before = sum;
    root = Math.sqrt(root);
    factor *= 0.5;
    sum -= (1 - root) ** 2 * factor;
  }
  return sum / 3;
}
