import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../server/random.ts';
import type { Launch } from '../../../shared/domain.ts';
import type { LaunchOutlook } from '../../../shared/outlook.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const everyMs = 45 * dayMs;
const count = 9;
const first = Date.UTC(2025, 0, 6, 9);
const now = first + count * everyMs + 2 * dayMs;
let doors: OpenDoors;

/** What the brand's launches sold follows from the talk before them, and from nothing else. */
const talkOf = (index: number) => 4 + ((index * 5) % 9);

/** Nine that are over, and one that is two days old. */
const launches: Partial<Launch>[] = Array.from({ length: count + 1 }, (_, index) => ({
  ...{ id: `l${index}`, name: `Launch ${index}`, brand: 'vela', at: first + index * everyMs },
  ...(index < count ? { outcome: 100 * talkOf(index), columns: [{ name: 'Price', value: 10 + (index % 3) }] } : {}),
}));

async function put(document: object): Promise<number> {
  const brands = [{ id: 'vela', name: 'Vela', query: 'vela' }];
  return (await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands, ...document } })).status;
}

beforeAll(async () => {
  doors = await openDoors({ now: () => now });
  expect(await put({ launches, outcome: { name: 'Sales', unit: 'k€' } })).toBe(200);
  const posts: object[] = [];
  const say = (at: number, text: string) =>
    posts.push({ id: `p${posts.length}`, at, text: `${text} ${posts.length}`, author: `a${posts.length}` });
  for (let at = first - 57 * dayMs; at < now - hourMs; at += 8 * hourMs) say(at, 'I saw vela');
  launches.forEach(({ at = 0 }, index) => {
    for (let k = 0; k < 5 * talkOf(index); k++)
      say(at - 13 * dayMs + ((k * 7919) % (12 * 24)) * hourMs, 'vela is coming');
    // Later than two days after T0: nothing of it may count.
    if (index < count) for (let k = 0; k < 40 - 4 * index; k++) say(at + 5 * dayMs + k * hourMs, 'vela later');
  });
  for (let from = 0; from < posts.length; from += 500)
    expect(
      (await doors.ask('/api/ingest', { method: 'POST', body: posts.slice(from, from + 500) })).json(),
    ).toMatchObject({
      rejected: [],
    });
});
afterAll(() => doors.close());

const ask = async (id: string) => (await doors.ask(`/api/launches/${id}/outlook`)).json() as LaunchOutlook;

describe('GET /api/launches/:id/outlook', () => {
  it('foretells a launch by the talk before it, in the workspace’s unit, as of the same time from T0', async () => {
    const found = await ask(`l${count}`);
    expect(found).toMatchObject({ outcome: { name: 'Sales', unit: 'k€' }, asOfMs: 2 * dayMs, past: count });
    if ('refused' in found) throw new Error(found.because);
    expect(found.because[0]?.column).toBe('buzz:buzz-before');
    const truth = 100 * talkOf(count);
    expect(found.low80).toBeLessThan(truth);
    expect(found.high80).toBeGreaterThan(truth);
    expect(found.record).toMatchObject({ launches: count });
    // The launch to be foretold has no price.
    expect(found.record?.columns).not.toContain('Price');
  });

  it('does not look at the outcome of the launch itself', async () => {
    const found = await ask('l3');
    expect(found.past).toBe(count - 1);
    const other = launches.map((one) => (one.id === 'l3' ? { ...one, outcome: 5 } : one));
    expect(await put({ launches: other, outcome: { name: 'Sales', unit: 'k€' } })).toBe(200);
    expect(await ask('l3')).toEqual(found);
  });

  it('refuses with 200 where past launches are few, and where talk tells nothing of outcomes (seed 4)', async () => {
    const random = createRandom(4);
    expect(
      await put({ launches: launches.map((one, index) => (index < 5 ? one : { ...one, outcome: undefined })) }),
    ).toBe(200);
    expect(await ask(`l${count}`)).toMatchObject({ refused: 'too-few-launches', past: 5, outcome: null });
    const drawn = Array.from({ length: count }, () => 100 + 50 * random());
    const turned = launches.map((one, index) => ({
      ...one,
      ...(index < count ? { outcome: drawn[index]! } : {}),
    }));
    expect(await put({ launches: turned })).toBe(200);
    const found = await ask(`l${count}`);
    expect(found).toMatchObject({ refused: 'no-better-than-mean', past: count, record: { launches: count } });
    expect(found).not.toHaveProperty('median');
  });

  it('knows no launch of another name and no parameter', async () => {
    expect((await doors.ask('/api/launches/nobody/outlook')).status).toBe(404);
    expect((await doors.ask('/api/launches/l1/outlook?with=l2')).status).toBe(400);
  });

  it('takes outcomes and columns that are numbers, each column once', async () => {
    const withColumns = (columns: unknown) => put({ launches: [{ ...launches[0], columns }] });
    expect(await withColumns([{ name: 'TV', value: 3 }])).toBe(200);
    expect(await withColumns([{ name: 'TV', value: '3' }])).toBe(400);
    expect(
      await withColumns([
        { name: 'TV', value: 3 },
        { name: 'TV', value: 4 },
      ]),
    ).toBe(400);
    expect(await put({ launches: [{ ...launches[0], outcome: 'much' }] })).toBe(400);
  });
});
