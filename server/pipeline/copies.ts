import {
  bands,
  type CopySketch,
  fewestForNear,
  signatureWords,
  sketchKeys as tableCount,
  wholeKey as wholeTable,
} from './copySketch.ts';

/** Fewer words than this are nobody's in particular: two people who write "love my iphone" did not copy each other. */
const fewestWords = 4;
/**
 * Share of word pairs that two texts have in common to be copies: of eight words one may differ, of sixteen two. Longer
 * texts that share only half say something of their own.
 */
const alikeFor = (words: number) => (words < 12 ? 0.5 : words < 16 ? 0.57 : 0.65);
const firstPlaces = 1 << 12;
/** Bits of a slot that say where an entry lives. */
const placeBits = 24;
const placeMask = (1 << placeBits) - 1;
const dayMs = 86_400_000;

export type CopyIndex = {
  /** The commit number of the original that the text is a near-copy of, if there is one within the window around `at`. */
  find(sketch: CopySketch, at: number): number | undefined;
  /** The same, and remembers the text when it is an original. Copies are not: every copy names the first of its kind. */
  findOrAdd(sketch: CopySketch, seq: number, at: number): number | undefined;
  /** Remembers an original of an earlier run. */
  add(sketch: CopySketch, seq: number, at: number): void;
  /** What is added from here on can be taken back: a transaction that fails must leave no originals behind. */
  checkpoint(): void;
  rollback(): void;
  /** Originals remembered now. */
  size(): number;
};

export type CopyOptions = { windowMs?: number; capacity?: number };

/** How many of the four bytes are not zero. */
function filledBytes(word: number): number {
  const filled = (((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word) & 0x80808080;
  return Math.imul((filled >>> 7) & 0x01010101, 0x01010101) >>> 24;
}

function longer<T extends Uint8Array | Int32Array | Float64Array>(into: T, from: T): T {
  into.set(from);
  return into;
}

/**
 * Near-copies among the originals of a window (7 days unless said). Texts that agree in one of six bands are compared
 * bin by bin. At most `capacity` originals are kept, the oldest make room: 250,000 take 46 MB, few take little. Answers
 * depend only on what was added before, in that order.
 */
export function createCopyIndex({ windowMs = 7 * dayMs, capacity = 250_000 }: CopyOptions = {}): CopyIndex {
  if (capacity > placeMask) throw new Error(`a copy index holds at most ${placeMask} originals, not ${capacity}`);
  let places = Math.min(capacity, firstPlaces);
  let signatures = new Int32Array(places * signatureWords);
  let keys = new Int32Array(places * tableCount);
  let seqs = new Float64Array(places);
  let ats = new Float64Array(places);
  /**
   * One table for each key, from the key's low bits to the place of the newest entry that has them. The upper byte of a slot
   * is one of the key, never 0: nearly every look for a key that is not there ends at it, and what is written afterwards is in
   * the processor's cache by then.
   */
  let slots = firstPlaces * 4;
  let tables = new Int32Array(tableCount * slots);
  /** Entries are numbered from 1 for ever; number n lives at (n - 1) % capacity. Up to `gone` they are no longer there. */
  let newest = 0;
  let gone = 0;
  let newestBefore = -1;

  const placeOf = (entry: number) => (entry - 1) % capacity;
  /** The newest entry that lives at a place. */
  const entryAt = (place: number) => newest - ((placeOf(newest) - place + capacity) % capacity);
  const slotOf = (table: number, key: number) => table * slots + (key & (slots - 1));
  const tagOf = (key: number) => key >>> 24 || 1;

  const isNear = (entry: number, at: number): boolean =>
    entry > gone && entry <= newest && Math.abs(at - ats[placeOf(entry)]!) <= windowMs;

  function isAlike(entry: number, { signature, words }: CopySketch): boolean {
    const start = placeOf(entry) * signatureWords;
    let differing = 0;
    let filled = 0;
    for (let word = 0; word < signatureWords; word++) {
      const mine = signature[word]!;
      const other = signatures[start + word]!;
      differing += filledBytes(mine ^ other);
      filled += filledBytes(mine | other);
    }
    return filled - differing >= filled * alikeFor(words);
  }

  /**
   * The tables, a bit each, whose tag is that of the sketch's key: one look at all of them without a decision between, so that
   * what is not in the cache comes together.
   */
  function tablesLike({ keys }: CopySketch): number {
    let like = 0;
    for (let table = 0; table < tableCount; table++) {
      const key = keys[table]!;
      like |= (tables[slotOf(table, key)]! >>> placeBits === tagOf(key) ? 1 : 0) << table;
    }
    return like;
  }

  function entryWith(table: number, sketch: CopySketch): number {
    const key = sketch.keys[table]!;
    const place = tables[slotOf(table, key)]! & placeMask;
    return keys[place * tableCount + table] === key ? entryAt(place) : 0;
  }

  /** Which entry `sketch` is a copy of, or 0. */
  function originalOf(sketch: CopySketch, at: number): number {
    if (sketch.words < fewestWords) return 0;
    const like = tablesLike(sketch);
    if (like === 0) return 0;
    const same = ((like >>> wholeTable) & 1) === 1 ? entryWith(wholeTable, sketch) : 0;
    if (isNear(same, at)) return same;
    if (sketch.words < fewestForNear) return 0;
    let seen = 0;
    for (let band = 0; band < bands; band++) {
      if (((like >>> band) & 1) === 0) continue;
      const entry = entryWith(band, sketch);
      if (entry === seen || !isNear(entry, at)) continue;
      if (isAlike(entry, sketch)) return entry;
      seen = entry;
    }
    return 0;
  }

  function keep(sketch: CopySketch, seq: number, at: number): void {
    if (sketch.words < fewestWords) return;
    if (newest * 2 >= slots && slots < capacity * 2) growTables();
    if (newest === places && places < capacity) growPlaces();
    newest += 1;
    gone = Math.max(gone, newest - capacity);
    const place = placeOf(newest);
    seqs[place] = seq;
    ats[place] = at;
    const isLong = sketch.words >= fewestForNear;
    for (let word = 0; word < signatureWords; word++)
      signatures[place * signatureWords + word] = isLong ? sketch.signature[word]! : 0;
    for (let table = 0; table < tableCount; table++) {
      // 0 stands for no key: short texts are in the table of whole texts only.
      const key = isLong || table === wholeTable ? sketch.keys[table]! : 0;
      keys[place * tableCount + table] = key;
      if (key === 0) continue;
      tables[slotOf(table, key)] = (tagOf(key) << placeBits) | place;
    }
  }

  function growPlaces(): void {
    places = Math.min(capacity, places * 2);
    signatures = longer(new Int32Array(places * signatureWords), signatures);
    keys = longer(new Int32Array(places * tableCount), keys);
    seqs = longer(new Float64Array(places), seqs);
    ats = longer(new Float64Array(places), ats);
  }

  function growTables(): void {
    while (newest * 2 >= slots && slots < capacity * 2) slots *= 2;
    tables = new Int32Array(tableCount * slots);
    fillTables();
  }

  function fillTables(): void {
    for (let entry = gone + 1; entry <= newest; entry++) {
      const place = placeOf(entry);
      for (let table = 0; table < tableCount; table++) {
        const key = keys[place * tableCount + table]!;
        if (key !== 0) tables[slotOf(table, key)] = (tagOf(key) << placeBits) | place;
      }
    }
  }

  const seqOf = (entry: number) => (entry === 0 ? undefined : seqs[placeOf(entry)]);

  return {
    find: (sketch, at) => seqOf(originalOf(sketch, at)),
    findOrAdd(sketch, seq, at) {
      const original = originalOf(sketch, at);
      if (original === 0) keep(sketch, seq, at);
      return seqOf(original);
    },
    add: keep,
    checkpoint() {
      newestBefore = newest;
    },
    rollback() {
      if (newestBefore < 0 || newestBefore === newest) return;
      newest = newestBefore;
      // Rare enough (a full disk, a lock) to build the tables anew.
      tables.fill(0);
      fillTables();
    },
    size: () => newest - Math.min(gone, newest),
  };
}
