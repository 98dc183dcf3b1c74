import { expect, it } from 'vitest';
import { createJudge } from '../../../server/alerts/createJudge.ts';
import { createSeriesDetector } from '../../../server/alerts/seriesDetector.ts';
import type { Told } from '../../../server/alerts/standing.ts';
import { watchedBy } from '../../../server/alerts/watched.ts';
import type { CellOf } from '../../../server/live/window.ts';
import { createRandom } from '../../../server/random.ts';
import { alertRuleSchema } from '../../../shared/alerts.ts';
import { channels, workspaceSchema } from '../../../shared/domain.ts';
import type { Cell } from '../../../shared/protocol.ts';
import { dayMs, minuteMs, quarterMs } from '../../../shared/rollup.ts';

const start = Date.UTC(2026, 10, 2);
const workspace = workspaceSchema.parse({
  version: 1,
  brands: ['solenne', 'mirelle', 'silent'].map((id) => ({ id, name: id, query: id })),
  themes: ['skin', 'price'].map((id) => ({ id, name: id, query: id })),
});
const kinds = ['volume', 'complaints', 'copies', 'negative-share', 'net-sentiment', 'theme-share'] as const;
const rules = [alertRuleSchema.parse({ id: 'all', name: 'All', kinds })];
const watched = rules.flatMap((rule) => watchedBy(rule, workspace, channels));

/** Five days of quarters with a crisis on the last: each cell's counts by moment. */
function invent(seed: number) {
  const random = createRandom(seed);
  const cells = new Map<string, Cell>();
  const keyOf = (at: number, of: CellOf) => `${at} ${'channel' in of ? of.channel : `${of.brand} ${of.theme}`}`;
  const quarters: number[] = [];
  for (let at = start; at < start + 5 * dayMs; at += quarterMs) {
    quarters.push(at);
    const isCrisis = at >= start + 4.6 * dayMs && at < start + 4.7 * dayMs;
    for (const brand of ['solenne', 'mirelle']) {
      const whole: Cell = [0, 0, 0, 0, 0, 0, 0, 0, 0];
      for (const theme of ['skin', 'price']) {
        const said = Math.floor(random() * 9) + (isCrisis && brand === 'solenne' && theme === 'skin' ? 40 : 0);
        const negative = Math.floor(said * (isCrisis ? 0.9 : 0.3));
        const cell: Cell = [said + (isCrisis ? 60 : 0), said, 0, 0, 0, said, said - negative, 0, negative];
        if (said > 0) cells.set(keyOf(at, { brand, theme }), cell);
        cell.forEach((count, place) => {
          whole[place]! += count;
        });
      }
      cells.set(keyOf(at, { brand, theme: '*' }), whole);
    }
  }
  return { quarters, read: (at: number, of: CellOf) => cells.get(keyOf(at, of)) };
}

const judgeOf = (isHeard = (_at: number) => true) =>
  createJudge(watched, { knownFrom: start, createDetector: createSeriesDetector, isHeard });
const said = (told: readonly Told[]) =>
  told.map(({ watched: { key }, standing }) => ({ key, ...standing })).sort((a, b) => (a.key < b.key ? -1 : 1));

it.each([1, 2, 3])('says the same live, with looks into every running quarter, as over history (seed %i)', (seed) => {
  const { quarters, read } = invent(seed);
  const history = judgeOf();
  const live = judgeOf();
  const random = createRandom(seed);
  let mostTold = 0;
  for (const at of quarters) {
    for (const share of [0.2, 0.6, 1]) {
      const partly = (quarter: number, of: CellOf) =>
        read(quarter, of)?.map((count) => Math.floor(count * share * random())) as Cell | undefined;
      live.peek(at, partly, at + share * quarterMs);
    }
    const told = live.close(at, read);
    expect(said(told)).toEqual(said(history.close(at, read)));
    mostTold = Math.max(mostTold, told.length);
  }
  expect(mostTold).toBeGreaterThan(4);
});

it('never tells of a part of a quarter what it would not tell of the whole, as far as counts go', () => {
  const { quarters, read } = invent(4);
  const judge = judgeOf();
  for (const at of quarters) {
    const half = (quarter: number, of: CellOf) =>
      read(quarter, of)?.map((count) => Math.floor(count / 2)) as Cell | undefined;
    const early = new Set(judge.peek(at, half, at + quarterMs / 2).map(({ watched: { key } }) => key));
    const whole = new Set(judge.peek(at, read, at + quarterMs - 1).map(({ watched: { key } }) => key));
    expect([...early].filter((key) => !whole.has(key))).toEqual([]);
    judge.close(at, read);
  }
});

it('watches what its rule names and nothing else', () => {
  const of = (more: object) => watchedBy({ ...rules[0]!, kinds: ['volume'], ...more }, workspace, channels);
  const subjects = (more: object) => of(more).map(({ subject }) => [subject.brand, subject.theme, subject.channel]);
  expect(subjects({ brands: ['solenne'], themes: ['skin'] })).toEqual([['solenne', 'skin', undefined]]);
  expect(subjects({ channels: ['review'] })).toEqual([[undefined, undefined, 'review']]);
  expect(of({})).toHaveLength(3 * 3 + channels.length);
  expect(of({ isOff: true })).toEqual([]);
});

it('learns nothing from a week in which nobody listened: a burst after it is told as one before it would be', () => {
  const usual: Cell = [20, 20, 0, 0, 0, 20, 14, 0, 6];
  const burst = usual.map((count) => count * 6) as Cell;
  const isOff = (at: number) => at >= start + 5 * dayMs && at < start + 12 * dayMs;
  const burstAt = start + 13 * dayMs;
  const read = (at: number, of: CellOf) =>
    'brand' in of && of.brand === 'solenne' && !isOff(at) ? (at >= burstAt ? burst : usual) : undefined;
  const toldBy = (judge: ReturnType<typeof judgeOf>, to: number) => {
    const told: Told[] = [];
    for (let at = start; at < to; at += quarterMs) told.push(...judge.close(at, read));
    return told.length;
  };
  const isHeard = (at: number) => !isOff(at);
  expect(toldBy(judgeOf(isHeard), burstAt)).toBe(0);
  expect(toldBy(judgeOf(isHeard), burstAt + 2 * quarterMs)).toBeGreaterThan(2);
  expect(toldBy(judgeOf(), burstAt + 2 * quarterMs)).toBe(0);
});

it.each([1, 2, 3])('says the same of a day at a time as of each quarter-hour and its looks (seed %i)', (seed) => {
  const { quarters, read } = invent(seed);
  // Nobody listens for sixteen hours of the third day.
  const isHeard = (at: number) => at < start + 2.2 * dayMs || at > start + 2.9 * dayMs;
  const heard = (at: number, of: CellOf) => (isHeard(at) ? read(at, of) : undefined);
  const looks = (at: number) => [5, 10].map((minutes) => at + minutes * minuteMs);
  const partAt = (now: number) => (at: number, of: CellOf) =>
    heard(at, of)?.map((count) => Math.floor((count * (now - at)) / quarterMs)) as Cell | undefined;
  const [one, many] = [judgeOf(isHeard), judgeOf(isHeard)];
  let looked = 0;
  for (let first = 0; first < quarters.length; first += 96) {
    const day = quarters.slice(first, first + 96);
    const { running, ended } = many.closeMany(day, heard, looks, partAt);
    for (const at of day) {
      for (const now of looks(at)) {
        const expected = said(one.peek(at, partAt(now), now));
        // What goes on from before is told with the whole quarter-hour too.
        expect(said(running.get(now) ?? [])).toEqual(expected);
        looked += expected.length;
      }
      expect(said(ended.get(at) ?? [])).toEqual(said(one.close(at, heard)));
    }
  }
  expect(looked).toBeGreaterThan(4);
});
