import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { HealthAnswer, MentionAnswer } from '../../../shared/protocol.ts';
import { tinyFiles, writeTransformer } from '../../support/makeTransformer.ts';
import { runProgram, startServer } from '../../support/startServer.ts';

const dir = mkdtempSync(join(tmpdir(), 'serve-transformer-'));
afterAll(() => rmSync(dir, { recursive: true }));
const tiny = writeTransformer(join(dir, 'tiny'));
const data = join(dir, 'data');
const flags = ['--empty', '--transformer', tiny, '--transformer-languages', 'en'];
const workspace = {
  version: 1,
  brands: [{ id: 'solenne', name: 'Solenne', query: 'solenne' }],
  significance: { threshold: 0.2 },
};
const text = 'I bought the Solenne serum last week and I love it so much, it really works';

async function call<Answer>(url: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  expect(response.ok).toBe(true);
  return (await response.json()) as Answer;
}
const send = (method: string, body: object): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

describe('launchroom serve --transformer', () => {
  it('counts a mention by the first look, then by the second, and says who had it; without it, it is counted anew', async () => {
    const server = await startServer({ dir: data, args: flags });
    const at = (path: string) => new URL(path, server.url).href;
    const { etag } = { etag: (await fetch(at('/api/workspace'))).headers.get('etag') ?? '' };
    const put = send('PUT', workspace);
    await call(at('/api/workspace'), { ...put, headers: { ...put.headers, 'if-match': etag } });
    const posts = [{ id: 'a', at: Date.now() - 1_000, text, lang: 'en' }];
    await call(at('/api/ingest?source=test'), send('POST', posts));
    const health = () => call<HealthAnswer>(at('/api/health'));
    await vi.waitFor(async () => expect((await health()).transformer).toMatchObject({ waiting: 0 }), 20_000);
    expect((await health()).transformer).toMatchObject({ name: 'tiny', languages: ['en'] });
    const { trace } = await call<MentionAnswer>(at('/api/mentions/a'));
    expect(trace.sentiment).toMatchObject({
      label: 'negative',
      secondLook: {
        by: { name: 'tiny', hash: (await health()).transformer?.hash },
        said: { negative: expect.closeTo(0.909, 3) },
        first: { label: 'positive' },
      },
    });
    expect(trace.differs).toBeUndefined();
    expect((await server.end()).code).toBe(0);

    const plain = await startServer({ dir: data, args: ['--empty'] });
    const opinion = () => call<MentionAnswer>(new URL('/api/mentions/a', plain.url).href);
    await vi.waitFor(async () => expect((await opinion()).trace.sentiment.label).toBe('positive'), 20_000);
    expect((await opinion()).trace).toMatchObject({ ruleSet: 2 });
    expect((await opinion()).trace.sentiment).not.toHaveProperty('secondLook');
    expect(await call<HealthAnswer>(new URL('/api/health', plain.url).href)).not.toHaveProperty('transformer');
    expect((await plain.end()).code).toBe(0);
  }, 120_000);

  it('does not start with a folder that does not fit, says why in one sentence, and frees the data folder', async () => {
    const files = { ...tinyFiles(), 'config.json': { id2label: { 0: 'LABEL_0', 1: 'LABEL_1', 2: 'LABEL_2' } } };
    const broken = writeTransformer(join(dir, 'broken'), files);
    const folder = join(dir, 'fresh');
    for (let time = 0; time < 2; time++) {
      const ended = await runProgram(['serve', '--port', '0', '--data', folder, '--transformer', broken]);
      expect(ended).toMatchObject({ code: 1, out: '' });
      expect(ended.err).toMatch(/^id2label in config\.json calls class 0 "LABEL_0", which is neither [^\n]*\n$/);
    }
    const lost = await runProgram(['serve', '--data', folder, '--transformer-languages', 'en']);
    expect(lost).toMatchObject({ code: 2, err: expect.stringContaining('needs --transformer') });
  }, 60_000);
});
