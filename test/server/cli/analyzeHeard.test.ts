import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../../server/cli/analyze.ts';
import { UsageFault } from '../../../server/cli/commandLine.ts';
import { tinyFiles, writeTransformer } from '../../support/makeTransformer.ts';

const dir = mkdtempSync(join(tmpdir(), 'analyze-heard-'));
afterAll(() => rmSync(dir, { recursive: true }));
const transformer = writeTransformer(join(dir, 'tiny'));
const workspace = join(dir, 'workspace.json');
const brands = [
  { id: 'solenne', name: 'Solenne', query: 'solenne' },
  { id: 'splendid', name: 'Splendid', query: 'splendid' },
];
writeFileSync(workspace, JSON.stringify({ version: 1, brands, significance: { threshold: 0.3 } }));

async function analysed(texts: readonly object[], argv: string[], env: Record<string, string> = {}) {
  let out = '';
  const posts = texts.map((one, id) => JSON.stringify({ id, ...one }));
  await run([...argv, '--workspace', workspace], {
    stdin: Readable.from([posts.join('\n')]),
    out: (text) => {
      out += text;
    },
    err: () => undefined,
    env,
  });
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const heard = ['--transformer', transformer, '--transformer-languages', 'en'];
const praise = { text: 'I bought the Solenne serum last week and I love it so much, it really works', lang: 'en' };
const passing = { text: 'solenne', lang: 'en' };

describe('launchroom analyze --transformer', () => {
  it('lets the file decide about mentions that matter, in the languages that it knows', async () => {
    const posts = [praise, passing, { ...praise, lang: 'fr' }];
    const [plain, plainPassing, plainFrench] = await analysed(posts, []);
    const [again, againPassing, againFrench] = await analysed(posts, heard);
    expect(plain).toMatchObject({ stage: 'significant', sentiment: { label: 'positive' } });
    expect(again).toMatchObject({
      stage: 'significant',
      significance: plain.significance,
      spam: plain.spam,
      sentiment: { label: 'negative', probabilities: { negative: expect.closeTo(0.909, 3) } },
      brands: [{ id: 'solenne', sentiment: { label: 'negative' } }],
      heard: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(again.sentiment.score).toBeCloseTo(
      again.sentiment.probabilities.positive - again.sentiment.probabilities.negative,
      9,
    );
    expect(plainPassing).toMatchObject({ stage: 'important' });
    expect(againPassing).toEqual(plainPassing);
    expect(againFrench).toEqual(plainFrench);
  });

  it('takes the folder from the environment too', async () => {
    const env = { LAUNCHROOM_TRANSFORMER: transformer, LAUNCHROOM_TRANSFORMER_LANGUAGES: 'en' };
    expect((await analysed([praise], [], env))[0].sentiment.label).toBe('negative');
  });

  it('shows it neither handles nor links, nor names of brands that are words of praise', async () => {
    const text = (what: string) => ({
      text: `Yesterday I bought the ${what} serum and it really works for me`,
      lang: 'en',
    });
    const [name, handle, other] = await analysed(
      [text('Splendid'), text('solenne @dreadful'), text('orso dreadful')],
      heard,
    );
    // "user" votes for neutral, and nothing else does: two votes for one name.
    const sure = Math.exp(2) / (Math.exp(2) + 2);
    expect(name.sentiment).toMatchObject({ label: 'neutral', probabilities: { neutral: expect.closeTo(sure, 6) } });
    expect(handle.sentiment.probabilities).toEqual(name.sentiment.probabilities);
    // A word that names nobody speaks; and a post that names no brand is looked at as if it did.
    expect(other).toMatchObject({ reason: 'no-brand', sentiment: { label: 'negative' }, heard: expect.any(String) });
  });

  it('answers hostile lines like any other', async () => {
    const wild = ['\ud800', '\0', '\u202e', 'a'.repeat(9_000), '\u0301'.repeat(3_000)];
    const answers = await analysed(
      wild.map((one) => ({ ...praise, text: `${praise.text} ${one}` })),
      heard,
    );
    for (const answer of answers) expect(answer.sentiment?.label ?? answer.error).toBeTypeOf('string');
  });

  it('refuses a folder that does not fit before it reads a line', async () => {
    const broken = writeTransformer(join(dir, 'broken'), { ...tinyFiles(), 'tokenizer.json': undefined });
    const started = analysed([praise], ['--transformer', broken, '--transformer-languages', 'en']);
    await expect(started).rejects.toThrow(UsageFault);
    await expect(started).rejects.toThrow(/has no tokenizer\.json/);
  });
});
