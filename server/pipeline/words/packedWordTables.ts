import { existsSync, readFileSync } from 'node:fs';
import type { WordTables } from './wordTables.ts';

/** The tables of numbers, in the order in which they lie in the file. */
const tables = ['records', 'slots', 'pairSlots', 'phraseData', 'pairBits'] as const;
const numberBytes = 4;
/** The bytes of the spellings, and of each table. */
const headNumbers = 1 + tables.length;

/** One file of 32-bit numbers (this machine's order: it is built where it is read): lengths, tables, and last the spellings by lines. */
export function packWordTables(words: WordTables): Uint8Array {
  const spellings = Buffer.from(words.spellings.join('\n'));
  const lengths = Int32Array.from([spellings.length, ...tables.map((name) => words[name].byteLength)]);
  const parts = [lengths, ...tables.map((name) => words[name])];
  return Buffer.concat([
    ...parts.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
    spellings,
  ]);
}

export function unpackWordTables(file: Uint8Array): WordTables {
  const bytes = Uint8Array.from(file).buffer;
  const [spellingBytes = 0, ...lengths] = new Int32Array(bytes, 0, headNumbers);
  let at = headNumbers * numberBytes;
  const table = (index: number) => {
    const numbers = new Int32Array(bytes, at, lengths[index]! / numberBytes);
    at += lengths[index]!;
    return numbers;
  };
  const [records, slots, pairSlots, phraseData, pairBits] = [table(0), table(1), table(2), table(3), table(4)];
  if (at + spellingBytes !== bytes.byteLength) throw new Error('the file of words is broken: build the program again');
  const spellings = Buffer.from(bytes, at, spellingBytes).toString('utf8').split('\n');
  return { spellings, records, slots, pairSlots, phraseData, pairBits };
}

/** What the build has put beside the program, so that no thread reads the lists again; undefined where nothing was built. */
export function readPackedWordTables(): WordTables | undefined {
  const path = new URL('./models/words.bin', import.meta.url);
  return existsSync(path) ? unpackWordTables(readFileSync(path)) : undefined;
}
