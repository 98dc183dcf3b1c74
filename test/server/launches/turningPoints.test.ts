import { describe, expect, it } from 'vitest';
import { burstsOf, type Hour, turningPoints } from '../../../server/launches/turningPoints.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { seeded } from '../../support/makePosts.ts';

type Life = { share: (hour: number) => number; opinions?: (hour: number) => number; jitter?: number };

/** Opinions of each hour drawn one by one around a share of praise, which jitters from hour to hour. */
function draw(seed: number, many: number, { share, opinions = () => 40, jitter = 0.05 }: Life): Hour[] {
  const chance = seeded(seed);
  return Array.from({ length: many }, (_, hour) => {
    const p = Math.min(1, Math.max(0, share(hour) + jitter * (chance() + chance() - 1)));
    const count = Math.round(opinions(hour) * (0.8 + 0.4 * chance()));
    let positive = 0;
    for (let k = 0; k < count; k += 1) if (chance() < p) positive += 1;
    return { offsetMs: hour * hourMs, mentions: 2 * count, positive, neutral: count, negative: count - positive };
  });
}
const rhythm = (hour: number) => 30 + 25 * Math.sin((hour / 24) * 2 * Math.PI);
const kinds = (hours: readonly Hour[]) => turningPoints(hours).map(({ kind }) => kind);

describe('turning points', () => {
  it('finds none where nothing changes, whatever the rhythm of the day (60 seeds: three at most)', () => {
    let found = 0;
    for (let seed = 1; seed <= 60; seed += 1)
      found += kinds(draw(seed, 14 * 24, { share: () => 0.6, opinions: rhythm })).length;
    expect(found).toBeLessThanOrEqual(3);
  });

  it('takes no peak for one whose interval begins at no change', () => {
    const flat = draw(3, 14 * 24, { share: () => 0.6, opinions: () => 40 });
    const grown = (times: number) =>
      flat.map((hour, at) => (at === 150 ? { ...hour, mentions: Math.round(times * 80) } : hour));
    for (let times = 1.5; times <= 6; times += 0.25)
      for (const { kind, change } of turningPoints(grown(times)))
        if (kind === 'peak') expect(change.low, `${times} times`).toBeGreaterThanOrEqual(1.05);
    expect(kinds(grown(6))).toContain('peak');
  });

  it('finds a planted change of 20 points and more within three hours, and its way (40 seeds)', () => {
    let near = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const at = 60 + 3 * seed;
      const up = seed % 2 === 0;
      const hours = draw(seed, 14 * 24, { share: (hour) => (hour < at === up ? 0.5 : 0.65), opinions: rhythm });
      const turns = turningPoints(hours).filter(({ kind }) => kind === 'sentiment');
      if (turns.some((turn) => Math.abs(turn.at - at) <= 8 && turn.change.value > 0 === up)) near += 1;
    }
    expect(near).toBeGreaterThanOrEqual(34);
  });

  it('finds an hour far above the same time of the day before, and none that comes every day', () => {
    const share = () => 0.6;
    const quiet = draw(3, 10 * 24, { share, opinions: rhythm });
    expect(kinds(quiet)).toEqual([]);
    const hours = quiet.map((hour, k) => (k === 150 ? { ...hour, mentions: 400 } : hour));
    expect(turningPoints(hours)).toMatchObject([{ kind: 'peak', at: 150 }]);
    expect(turningPoints(hours)[0]!.change.low).toBeGreaterThan(1);
  });

  it('says nothing of few opinions, of no hours, and knows bursts from chance', () => {
    expect(turningPoints([])).toEqual([]);
    expect(kinds(draw(5, 48, { share: (hour) => (hour < 24 ? 0 : 1), opinions: () => 1 }))).toEqual([]);
    expect(burstsOf(draw(6, 400, { share: () => 0.6, jitter: 0 }))).toBeLessThan(1.4);
    expect(burstsOf(draw(6, 400, { share: () => 0.6, jitter: 0.3 }))).toBeGreaterThan(1.8);
  });
});
