import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../../server/cli/analyze.ts';
import { UsageFault } from '../../../server/cli/commandLine.ts';

const folder = mkdtempSync(join(tmpdir(), 'analyze-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const workspace = write(
  'workspace.json',
  JSON.stringify({
    version: 1,
    brands: [{ id: 'solenne', name: 'Solenne', query: 'solenne' }],
    themes: [{ id: 'scent', name: 'Scent', query: 'scent*, smell*' }],
  }),
);

async function analysedLines(argv: string[], input: string | Buffer = '') {
  let out = '';
  const code = await run(argv, {
    stdin: Readable.from([input]),
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    env: {},
  });
  expect(code).toBe(0);
  return out === ''
    ? []
    : out
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => JSON.parse(line));
}

const lines = [
  JSON.stringify({ id: 'a', at: 1.7e12, text: 'I love the Solenne scent' }),
  '{"id": "broken", ',
  JSON.stringify({ id: 'c', at: 'soon', text: 'x' }),
  JSON.stringify({ id: 4, text: 'le lampadaire de la maison est cassé' }),
  '',
  JSON.stringify({ id: 'e', at: 1.7e12, text: 'two\u2028lines of Solenne' }),
];

describe('launchroom analyze', () => {
  it('answers every line with one line, in order', async () => {
    const answers = await analysedLines(['--workspace', workspace], `${lines.join('\n')}\n`);
    expect(answers.map(({ id }) => id)).toEqual(['a', null, 'c', '4', null, 'e']);
    expect(answers[0]).toEqual({
      id: 'a',
      stage: 'important',
      reason: 'passing',
      brands: [{ id: 'solenne', sentiment: expect.objectContaining({ label: 'positive', score: expect.any(Number) }) }],
      themes: [{ id: 'scent', sentiment: { label: 'positive' } }],
      significance: expect.any(Number),
      spam: 0,
      lang: 'en',
      sentiment: {
        label: 'positive',
        score: expect.any(Number),
        probabilities: { negative: expect.any(Number), neutral: expect.any(Number), positive: expect.any(Number) },
      },
    });
    expect(answers[1]).toEqual({ id: null, error: 'not a line of JSON' });
    expect(answers[2]).toEqual({ id: 'c', error: expect.stringMatching(/^at-unreadable: /) });
    expect(answers[3]).toMatchObject({
      stage: 'set-aside',
      reason: 'no-brand',
      lang: 'fr',
      sentiment: { label: 'negative' },
    });
    expect(answers[3].significance).toBeGreaterThan(0);
    expect(answers[5]).toMatchObject({ brands: [{ id: 'solenne' }] });
  });

  it('reads files, gzipped ones and a pipe alike, cut anywhere', async () => {
    const fromPipe = await analysedLines(['--workspace', workspace, '-'], lines.join('\n'));
    const plain = write('posts.ndjson', lines.join('\n'));
    const packed = write('posts.ndjson.gz', gzipSync(lines.join('\n')));
    expect(await analysedLines([plain, '--workspace', workspace])).toEqual(fromPipe);
    expect(await analysedLines([packed, '--workspace', workspace])).toEqual(fromPipe);
    let out = '';
    const bytes = Buffer.from(lines.join('\n'));
    await run(['--workspace', workspace], {
      stdin: Readable.from([...bytes].map((byte) => Buffer.from([byte]))),
      out: (text) => {
        out += text;
      },
      err: () => undefined,
      env: {},
    });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(fromPipe);
  });

  it('works without a workspace, and on nothing', async () => {
    expect((await analysedLines([], lines[0]))[0]).toMatchObject({
      reason: 'no-brand',
      sentiment: { label: 'positive' },
    });
    expect(await analysedLines([], '')).toEqual([]);
  });

  it('says in one sentence what is wrong with how it was called', async () => {
    const bad = write('bad.json', JSON.stringify({ version: 1, brands: [{ id: 'a', name: 'A', query: '"open' }] }));
    await expect(analysedLines(['--workspace', bad])).rejects.toThrow(/brands\[0\]\.query at \d+/);
    await expect(analysedLines(['--workspace', write('no.json', '{')])).rejects.toThrow(UsageFault);
    await expect(analysedLines(['--workspace', write('not.json', '{"version": 2}')])).rejects.toThrow(/version/);
    await expect(analysedLines([join(folder, 'missing.ndjson')])).rejects.toThrow(/there is no file/);
    await expect(analysedLines(['a', 'b'])).rejects.toThrow(UsageFault);
  });
});
