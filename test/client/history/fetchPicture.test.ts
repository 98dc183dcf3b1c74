import { afterEach, expect, it, vi } from 'vitest';
import { fetchPicture } from '../../../client/history/fetchPicture.ts';
import { hourMs } from '../../../shared/rollup.ts';

const from = 100 * hourMs;
const to = 124 * hourMs;
const noPosts = { collected: 0, important: 0, significant: 0, setAside: {} };

/** A server that has heard posts since `firstAt`. */
function answerFrom(firstAt: number): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const { pathname, searchParams } = new URL(path, 'http://launchroom.test');
    const isHeard = Number(searchParams.get('to')) > firstAt;
    const body =
      pathname === '/api/funnel' ? { ...noPosts, collected: isHeard ? 1 : 0 } : { step: '1w', points: [] as unknown[] };
    return new Response(JSON.stringify(body));
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

const picture = () =>
  fetchPicture(
    { by: 'brand', compare: true, brands: [], themes: [], channels: [], langs: [] },
    { from, to, live: false },
    to,
  );

it('compares with the period before only where posts were heard before it began', async () => {
  answerFrom(from - 25 * hourMs);
  expect(await picture()).toMatchObject({ brandsBefore: [], beforePoints: [], allBefore: { mentions: 0 } });
  // One hour of that period is no yardstick for a day.
  const asked = answerFrom(from - hourMs);
  expect(await picture()).toMatchObject({ brandsBefore: null, beforePoints: null, allBefore: null });
  expect(asked).toContain(`/api/funnel?to=${from - 24 * hourMs}`);
});

it('tells hours of which nothing came in from hours in which nobody spoke', async () => {
  const stepMs = 15 * 60_000;
  vi.stubGlobal('fetch', async (path: string) => {
    const { pathname, searchParams } = new URL(path, 'http://launchroom.test');
    const points: unknown[] = [];
    const begin = Number(searchParams.get('from'));
    // Three hours are missing of the window, of all brands.
    if (searchParams.get('step') === '15m')
      for (let at = begin; at < Number(searchParams.get('to')); at += stepMs)
        if (at < from + 6 * hourMs || at >= from + 9 * hourMs) points.push({ at, key: 'a', mentions: 40 });
    const body = pathname === '/api/funnel' ? { ...noPosts, collected: 1 } : { step: '15m', points };
    return new Response(JSON.stringify(body));
  });
  const found = await picture();
  expect(found.unheard).toEqual([{ from: from + 6 * hourMs, to: from + 9 * hourMs }]);
  expect(found.unheardBefore).toEqual([]);
  expect(found.unknown).toEqual([]);
});

it('knows nothing of the time before the first post ever heard', async () => {
  const first = from + 20 * hourMs;
  const server = (heardSince: number) =>
    vi.stubGlobal('fetch', async (path: string) => {
      const { pathname, searchParams } = new URL(path, 'http://launchroom.test');
      const isHeard = Number(searchParams.get('to')) > heardSince;
      const heardAt = { '15m': first, '1m': first + 14 * 60_000 }[searchParams.get('step')!];
      const points = heardAt === undefined ? [] : [{ at: heardAt, key: 'a', mentions: 2 }];
      const body = pathname === '/api/funnel' ? { ...noPosts, collected: isHeard ? 1 : 0 } : { step: '15m', points };
      return new Response(JSON.stringify(body));
    });
  server(first);
  expect(await picture()).toMatchObject({
    unknown: [{ from, to: first }],
    unheard: [],
    heardFrom: first + 14 * 60_000,
  });
  // Others' posts came before: that nobody named a brand is known.
  server(from - hourMs);
  expect(await picture()).toMatchObject({ unknown: [], unheard: [], heardFrom: null });
});
