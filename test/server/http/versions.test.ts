import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../../shared/domain.ts';
import { keptAt, thresholdFor } from '../../../shared/keptPerDay.ts';
import type { PreviewAnswer, SignificanceAnswer, VersionsAnswer } from '../../../shared/protocol.ts';
import { tail } from '../../support/launchDay.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
const save = (more: object) => doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands, ...more } });

beforeAll(async () => {
  doors = await openDoors();
  await save({});
  await save({ themes: [{ id: 'price', name: 'Price', query: 'price' }] });
  await save({ themes: [{ id: 'price', name: 'The price', query: 'price' }] });
  const words = [
    'broke on day one, I want a refund',
    'is there',
    'does not work, terrible',
    'in the shop',
    'leaks badly, awful',
  ];
  const posts = words.map((said, k) => ({
    id: `s${k}`,
    at: Date.now() - k * 60_000,
    lang: 'en',
    text: `My Lumen pump ${said}`,
  }));
  expect((await doors.ask('/api/ingest', { method: 'POST', body: posts })).json()).toMatchObject({ accepted: 5 });
});
afterAll(() => doors.close());

describe('GET /api/workspace/versions', () => {
  it('lists what each version changed, the newest first, and whether it counts anew', async () => {
    const { items } = (await doors.ask('/api/workspace/versions')).json() as VersionsAnswer;
    expect(items.map(({ version, recounts }) => [version, recounts])).toEqual([
      [3, false],
      [2, true],
      [1, true],
    ]);
    expect(items[0]!.changes).toEqual([
      {
        list: 'themes',
        id: 'price',
        name: 'The price',
        is: 'changed',
        members: [{ member: 'name', from: 'Price', to: 'The price' }],
      },
    ]);
    expect(items[1]!.changes).toMatchObject([{ list: 'themes', is: 'added' }]);
    expect(items[0]!.at).toBeGreaterThanOrEqual(items[1]!.at);
  });

  it('goes on with the older ones where a page ends', async () => {
    const page = async (query: string) =>
      (await doors.ask(`/api/workspace/versions?${query}`)).json() as VersionsAnswer;
    const first = await page('limit=2');
    expect([first.items.map(({ version }) => version), first.next]).toEqual([[3, 2], 1]);
    const last = await page(`limit=2&upTo=${first.next}`);
    expect([last.items.map(({ version }) => version), last.next]).toEqual([[1], null]);
    expect(await page('upTo=99')).toEqual(await page(''));
    expect((await doors.ask('/api/workspace/versions?upTo=0')).status).toBe(400);
  });

  it('and any of them is brought back by saving it', async () => {
    const first = (await doors.ask('/api/workspace?version=1')).json() as object;
    expect((await doors.ask('/api/workspace', { method: 'PUT', body: first })).status).toBe(200);
    const { items } = (await doors.ask('/api/workspace/versions?limit=1')).json() as VersionsAnswer;
    expect(items[0]).toMatchObject({
      version: 4,
      recounts: true,
      changes: [{ list: 'themes', is: 'removed' }],
      restores: 1,
    });
    expect(items[0]).not.toHaveProperty('restores', 2);
    // Saved once more without a change it restores nothing.
    expect((await doors.ask('/api/workspace', { method: 'PUT', body: first })).status).toBe(200);
    const again = (await doors.ask('/api/workspace/versions')).json() as VersionsAnswer;
    expect(again.items.map(({ version, restores }) => [version, restores])).toEqual([
      [5, undefined],
      [4, 1],
      [3, undefined],
      [2, undefined],
      [1, undefined],
    ]);
  });
});

describe('GET /api/significance', () => {
  it('counts what every threshold would keep a day, and agrees with the funnel at the one that holds', async () => {
    const answer = (await doors.ask('/api/significance')).json() as SignificanceAnswer;
    expect(answer).toMatchObject({ threshold: 0.5, mentions: 5 });
    expect(answer.perDay).toHaveLength(101);
    for (let step = 1; step <= 100; step++) expect(answer.perDay[step]!).toBeLessThanOrEqual(answer.perDay[step - 1]!);
    const funnel = (await doors.ask('/api/funnel')).json() as { significant: number };
    expect(Math.round(answer.perDay[50]! * answer.days)).toBe(funnel.significant);
    expect(funnel.significant).toBeGreaterThan(0);
    expect((await doors.ask('/api/significance?days=3')).status).toBe(400);
  });

  it('tells of the last week that there is, where nothing was said of late', async () => {
    const old = await openDoors();
    await old.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
    const { perDay: none, mentions } = (await old.ask('/api/significance')).json() as SignificanceAnswer;
    expect([mentions, none[0]]).toEqual([0, 0]);
    const at = Date.UTC(2014, 2, 12, 12);
    const posts = Array.from({ length: 20 }, (_, k) => ({
      id: `o${k}`,
      at: at - k * 86_400_000,
      lang: 'en',
      text: `My Lumen pump broke, ${tail(k)}`,
    }));
    await old.ask('/api/ingest', { method: 'POST', body: posts });
    // Of another moment than the first answer, which is kept for some seconds.
    await old.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands, name: 'Old' } });
    const answer = (await old.ask('/api/significance')).json() as SignificanceAnswer;
    expect(answer).toMatchObject({ mentions: 7, days: 7, to: at + 1 });
    expect(answer.perDay[0]).toBe(1);
    await old.close();
  });
});

describe('a number of mentions a day, asked for in place of a threshold', () => {
  const targetOf = (significance: object) => save({ significance });

  it('becomes a threshold when it is saved, and moves no more', async () => {
    const { perDay } = (await doors.ask('/api/significance')).json() as SignificanceAnswer;
    const target = Math.ceil(perDay[50]!);
    const saved = (await targetOf({ targetPerDay: target })).json() as Workspace;
    const { threshold } = saved.significance;
    expect(saved.significance).toEqual({ threshold, targetPerDay: target });
    expect(threshold).toBe(thresholdFor(perDay, target));
    expect(keptAt(perDay, threshold)).toBeLessThanOrEqual(target);
    expect(keptAt(perDay, threshold - 0.01)).toBeGreaterThan(target);
    const told = { threshold: 0.9, targetPerDay: target };
    expect(((await targetOf(told)).json() as Workspace).significance).toEqual(told);
    const preview = await doors.ask('/api/workspace/preview', {
      method: 'POST',
      body: { version: 1, brands, significance: { targetPerDay: target } },
    });
    expect((preview.json() as PreviewAnswer).total.before.significant).toBe(0);
    expect((preview.json() as PreviewAnswer).total.after.significant).toBeGreaterThan(0);
  });

  it('is no rule by itself: what was asked for can change without counting anything again', async () => {
    await targetOf({ threshold: 0.4, targetPerDay: 10 });
    await targetOf({ threshold: 0.4 });
    const { items } = (await doors.ask('/api/workspace/versions?limit=1')).json() as VersionsAnswer;
    expect(items[0]).toMatchObject({ recounts: false });
  });

  it('is refused where no mention tells what it means, and where it is no number', async () => {
    const empty = await openDoors();
    const ask = (targetPerDay: unknown) =>
      empty.ask('/api/workspace', { method: 'PUT', body: { version: 1, significance: { targetPerDay } } });
    expect((await ask(100)).status).toBe(409);
    expect((await ask(-1)).status).toBe(400);
    expect((await ask('many')).status).toBe(400);
    expect((await empty.ask('/api/workspace')).json()).toMatchObject({ significance: { threshold: 0.5 } });
    await empty.close();
  });
});
