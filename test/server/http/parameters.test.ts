import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

type Problem = { status: number; errors: { path: string; code: string; message: string }[] };

describe('query parameters', () => {
  let doors: OpenDoors;
  beforeAll(async () => {
    doors = await openDoors();
  });
  afterAll(() => doors.close());
  const faults = async (path: string) => {
    const answer = await doors.ask(path);
    expect(answer.status, path).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    const problem: Problem = answer.json();
    return problem.errors.map((one) => `${one.path} ${one.code}`);
  };

  it('names every fault of a request at once', async () => {
    expect(
      await faults('/api/series?step=2h&zone=Paris&from=yesterday&to=2026-01-01&by=colour&stage=set-aside&x=1'),
    ).toEqual([
      'step unknown-value',
      'zone not-a-zone',
      'by unknown-value',
      'stage unknown-value',
      'from not-a-moment',
      'to not-a-moment',
      'x unknown-parameter',
    ]);
    expect(await faults('/api/funnel?step=1h&__proto__=1&from=5&to=1')).toEqual([
      'from from-after-to',
      'step unknown-parameter',
      '__proto__ unknown-parameter',
    ]);
    expect(await faults('/api/funnel?data=mine')).toEqual(['data unknown-value']);
  });

  it('refuses what is not percent-encoded UTF-8 instead of guessing', async () => {
    expect(await faults('/api/funnel?source=%ff')).toEqual(['source bad-encoding']);
    expect(await faults('/api/mentions?q=100%')).toEqual(['q bad-encoding']);
    expect(await faults('/api/funnel?%e9t%e9=1&brand=%C3%A9')).toEqual([
      expect.stringMatching(/ bad-encoding$/),
      expect.stringMatching(/ unknown-parameter$/),
    ]);
    expect((await doors.ask('/api/funnel?source=caf%C3%A9+bar')).status).toBe(200);
  });

  it('refuses a country that is none, though no post comes that would get it', async () => {
    for (const path of ['/api/ingest?country=FRA', '/api/ingest?country=F1&source=%ff']) {
      const answer = await doors.ask(path, { method: 'POST', body: [] });
      expect(answer.status).toBe(400);
      expect((answer.json() as Problem).errors.map((one) => one.path)).toContain('country');
    }
    expect((await doors.ask('/api/ingest?country=fr', { method: 'POST', body: [] })).status).toBe(200);
  });

  it('reads moments with an offset and as epoch ms, and no others', async () => {
    for (const good of [
      '0',
      '1772442000000',
      '2026-03-02T09:00:00Z',
      '2026-03-02T10:00:00+01:00',
      '2026-03-02T10:00:00%2B01:00',
      '2026-03-02T09:00:00.250Z',
    ])
      expect((await doors.ask(`/api/funnel?from=${good}`)).status, good).toBe(200);
    for (const bad of [
      '2026-03-02T09:00:00',
      '2026-03-02',
      '-5',
      '1e12',
      '9'.repeat(20),
      '%00',
      'NaN',
      '2026-13-02T09:00:00Z',
    ])
      expect(await faults(`/api/funnel?from=${bad}`), bad).toEqual(['from not-a-moment']);
  });

  it('takes lists with commas or repeated, and a single value once only', async () => {
    for (const good of ['brand=a,b', 'brand=a&brand=b', 'brand=a%2Cb&brand=', 'channel=news,social&channel=app'])
      expect((await doors.ask(`/api/series?${good}`)).status, good).toBe(200);
    expect(await faults('/api/series?step=1h&step=1d')).toEqual(['step repeated']);
    expect(await faults('/api/series?channel=news,radio')).toEqual(['channel unknown-value']);
  });

  it('never answers 5xx to a query string, whatever it holds (seed 20260302, 1,000 strings)', async () => {
    const names = [
      'from',
      'to',
      'step',
      'zone',
      'by',
      'stage',
      'brand',
      'theme',
      'channel',
      'lang',
      'country',
      'data',
      'source',
    ];
    const pair = fc.tuple(
      fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'binary', maxLength: 8 })),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.constantFrom(
          '1h',
          '1w',
          'Europe/Paris',
          'brand',
          'significant',
          'own',
          'social,news',
          '2026-03-02T09:00:00Z',
        ),
        fc.integer().map(String),
      ),
    );
    const door = fc.constantFrom(
      '/api/series',
      '/api/funnel',
      '/api/health',
      '/api/workspace',
      '/api/launches',
      '/api/mentions',
      '/api/copies',
    );
    const raw = fc.string({ maxLength: 30 }).map((text) => text.replaceAll(/[^\x21-\x7e]/g, '').replaceAll('#', ''));
    await fc.assert(
      fc.asyncProperty(door, fc.array(pair, { maxLength: 4 }), raw, async (path, pairs, tail) => {
        const query = pairs.map(([name, value]) => `${encodeSafely(name)}=${encodeSafely(value)}`).join('&');
        const { status } = await doors.ask(`${path}?${query}&${tail}`);
        expect([200, 400]).toContain(status);
      }),
      { seed: 20260302, numRuns: 1_000 },
    );
    expect(doors.logged).toEqual([]);
  }, 120_000);

  it('answers 400, 404 or 405 to any path, never 5xx (seed 7, 500 paths)', async () => {
    const path = fc.array(
      fc.string({ maxLength: 12 }).map((text) => text.replaceAll(/[^\x21-\x7e]|[?#]/g, '')),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(path, fc.constantFrom('/', '/api/', '/api/launches/', '/api/imports/'), async (parts, start) => {
        const { status } = await doors.ask(`${start}${parts.join('/')}`);
        expect([200, 400, 404, 405]).toContain(status);
      }),
      { seed: 7, numRuns: 500 },
    );
    expect((await doors.ask('/api/launches/%E0%A4%A')).status).toBe(400);
  });
});

function encodeSafely(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
