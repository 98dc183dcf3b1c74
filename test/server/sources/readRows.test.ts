import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FileRow, nameColumns, readRows, shapeOfFile, UnreadableFile } from '../../../server/sources/readRows.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'launchroom-rows-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

async function read(content: string | Buffer): Promise<{ rows: FileRow[]; bytes: number }> {
  const path = join(dir, 'file');
  writeFileSync(path, content);
  const rows: FileRow[] = [];
  let bytes = 0;
  for await (const row of readRows(path, await shapeOfFile(path), (more) => {
    bytes += more;
  }))
    rows.push(row);
  return { rows, bytes };
}

it('tells delimiter, encoding, form and gzip by what is in the file', async () => {
  for (const [content, row] of [
    ['a,b\n1,é\n', { a: '1', b: 'é' }],
    ['\uFEFFa;b\n1;"x;y"\n', { a: '1', b: 'x;y' }],
    ['a\tb\r\n1\t2\r\n', { a: '1', b: '2' }],
    ['a|b\n1|2', { a: '1', b: '2' }],
    [Buffer.from('a,b\n1,caf\u00e9\n', 'latin1'), { a: '1', b: 'café' }],
    [gzipSync('a,b\n1,2\n'), { a: '1', b: '2' }],
    ['\n {"a": 1, "b": [2]}\n', { a: 1, b: [2] }],
    ['a,b\n"two\nlines","a ""quote"""\n', { a: 'two\nlines', b: 'a "quote"' }],
  ] as const) {
    const { rows, bytes } = await read(content);
    expect(rows).toEqual([{ number: 1, row }]);
    expect(bytes).toBe(Buffer.byteLength(content));
  }
});

it('goes on after lines of NDJSON that are no objects, too long, or no JSON', async () => {
  const { rows } = await read(`{"a":1}\n\n[1]\n${'x'.repeat(2_500_000)}\nno\n{"a":2}`);
  expect(rows.map((one) => ('error' in one ? one.error.code : one.row.a))).toEqual([
    1,
    'not-an-object',
    'line-too-long',
    'not-json',
    2,
  ]);
  expect(rows.map((one) => one.number)).toEqual([1, 2, 3, 4, 5]);
});

it('says why a file cannot be read, or not to its end', async () => {
  const whole = gzipSync(`a,b\n${'1,2\n'.repeat(200_000)}`);
  for (const [content, because] of [
    ['', 'empty'],
    ['[{"a": 1}]', 'JSON array'],
    [Buffer.from([1, 0, 2]), 'NUL'],
    [whole.subarray(0, whole.length / 2), 'gzip'],
    [Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.from('no gzip')]), 'gzip'],
    ['a,b\n1,2\n3,"open', 'after row 1'],
    [`a,b\n1,"${'x'.repeat(1_100_000)}"\n`, 'after row 0'],
  ] as const) {
    const reading = read(content);
    await expect(reading).rejects.toThrow(UnreadableFile);
    await expect(reading).rejects.toThrow(because);
  }
});

it('names columns that have no name or share one', () => {
  expect(nameColumns(['a', ' ', 'a', 'b ', 'a'])).toEqual(['a', 'column 2', 'a (2)', 'b', 'a (3)']);
});

it('gives back what was written, whatever the cells hold (seed 11, 300 files)', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/[\0\r]/g, '').trim());
  const file = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(file, async (cells) => {
      const lines = cells.map(([a, b]) => `x${cells.length},${quoted(a)},${quoted(b)}`);
      const { rows } = await read(['key,a,b', ...lines].join('\n'));
      expect(rows.map((one) => ('row' in one ? [one.row.a, one.row.b] : one))).toEqual(cells);
    }),
    { seed: 11, numRuns: 300 },
  );
});
