import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildIfStale } from '../../../../server/cli/build.mjs';
import { buildWordTables } from '../../../../server/pipeline/words/buildWordTables.ts';
import { packWordTables, unpackWordTables } from '../../../../server/pipeline/words/packedWordTables.ts';

const tables = buildWordTables();

describe('the words that a build packs', () => {
  it('are read as they were built', () => {
    expect(tables.spellings.length).toBeGreaterThan(20_000);
    expect(unpackWordTables(packWordTables(tables))).toEqual(tables);
  });

  it('lie in the bundle as the lists say', async () => {
    await buildIfStale(['server']);
    const file = readFileSync(new URL('../../../../dist/server/models/words.bin', import.meta.url));
    expect(Buffer.compare(file, packWordTables(tables))).toBe(0);
  });

  it('are those of the file, whatever the package that brings it does with its own', async () => {
    const { default: Sentiment } = await import('sentiment');
    new Sentiment().analyze('a lovely frobnicator', { extras: { frobnicator: 4 } });
    expect(buildWordTables()).toEqual(tables);
  });

  it('are refused where the file is cut', () => {
    const file = packWordTables(tables);
    expect(() => unpackWordTables(file.subarray(0, file.length - 1))).toThrow('build the program again');
    expect(() => unpackWordTables(file.subarray(0, 100))).toThrow();
  });
});
