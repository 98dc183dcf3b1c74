import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../server/random.ts';
import { leadLag } from '../../../server/signals/leadLag.ts';

function drawing(seed: number) {
  const random = createRandom(seed);
  return { random, normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()) };
}
/** A series that remembers: each step keeps 0.8 of the one before. */
function wander(length: number, normal: () => number): number[] {
  const values = [normal()];
  while (values.length < length) values.push(0.8 * values.at(-1)! + 0.6 * normal());
  return values;
}
const rhythm = (hour: number) => 1.5 * Math.sin((hour / 24) * 2 * Math.PI) + 0.7 * Math.cos((hour / 12) * 2 * Math.PI);
const counts = (logs: readonly number[], level = 4) => logs.map((log) => Math.round(Math.exp(level + log)));

/** Buzz follows the outside series by `lag` steps, among its own moves and the rhythm of the day. */
function planted(seed: number, lag: number, length: number, own = 0.4) {
  const { normal } = drawing(seed);
  const driver = wander(length + 60, normal);
  const alone = wander(length, normal);
  const outside = driver.slice(30, 30 + length).map((log, k) => 100 * Math.exp(0.5 * log + 0.5 * rhythm(k)));
  const buzz = counts(alone.map((log, k) => own * log + 0.7 * driver[30 + k - lag]! + rhythm(k)));
  return { outside, buzz };
}

describe('lead and lag', () => {
  it.each([-5, -1, 0, 2, 6])('find a lag of %i hours that was planted (seeds 1 to 20)', (lag) => {
    let [found, held] = [0, 0];
    for (let seed = 1; seed <= 20; seed += 1) {
      const { outside, buzz } = planted(seed, lag, 10 * 24);
      const answer = leadLag(outside, buzz, 24);
      if (answer.is !== 'found') continue;
      found += 1;
      expect(answer.low).toBeLessThanOrEqual(answer.lag);
      expect(answer.high).toBeGreaterThanOrEqual(answer.lag);
      if (answer.low <= lag && answer.high >= lag) held += 1;
    }
    expect(found).toBeGreaterThanOrEqual(19);
    expect(held / found).toBeGreaterThanOrEqual(0.9);
  });

  it('find it in days too, and one that goes the other way', () => {
    const { outside, buzz } = planted(3, 2, 120);
    expect(leadLag(outside, buzz, 1)).toMatchObject({ is: 'found', lag: 2 });
    const against = leadLag(
      outside.map((value) => 1e4 / value),
      buzz,
      1,
    );
    expect(against).toMatchObject({ is: 'found', lag: 2 });
    expect(against.is === 'found' && against.correlation).toBeLessThan(-0.3);
  });

  it.each([40, 10 * 24, 28 * 24])(
    'claim nothing of series of %i hours that have nothing in common (seeds 1 to 100)',
    (length) => {
      let claims = 0;
      for (let seed = 1; seed <= 100; seed += 1) {
        const { normal } = drawing(seed);
        const outside = wander(length, normal).map((log) => 50 + 10 * log);
        if (leadLag(outside, counts(wander(length, normal)), 24).is === 'found') claims += 1;
      }
      expect(claims).toBeLessThanOrEqual(10);
    },
  );

  it.each([48, 10 * 24])(
    'claim nothing where only the rhythm of the day is common, in %i hours (seeds 1 to 60)',
    (length) => {
      let claims = 0;
      for (let seed = 1; seed <= 60; seed += 1) {
        const { normal } = drawing(seed);
        const outside = wander(length, normal).map((log, hour) => Math.exp(3 + 0.4 * log + rhythm(hour)));
        const buzz = counts(wander(length, normal).map((log, hour) => 0.4 * log + rhythm(hour)));
        if (leadLag(outside, buzz, 24).is === 'found') claims += 1;
      }
      expect(claims).toBeLessThanOrEqual(6);
    },
  );

  it('refuse what is thin, and what does not move', () => {
    const { outside, buzz } = planted(1, 2, 29);
    expect(leadLag(outside, buzz, 24)).toEqual({ is: 'thin', steps: 29, neededSteps: 30 });
    const gaps = planted(1, 2, 60);
    expect(
      leadLag(
        gaps.outside.map((value, k) => (k % 3 === 0 ? value : null)),
        gaps.buzz,
        24,
      ).is,
    ).toBe('thin');
    expect(leadLag(new Array(100).fill(7), planted(1, 2, 100).buzz, 24).is).toBe('flat');
  });

  it('get over gaps, and answer the same of the same', () => {
    const { outside, buzz } = planted(4, 3, 12 * 24);
    const gappy = outside.map((value, k) => (k % 17 === 0 ? null : value));
    const answer = leadLag(gappy, buzz, 24);
    expect(answer).toMatchObject({ is: 'found', lag: 3 });
    expect(leadLag(gappy, buzz, 24)).toEqual(answer);
  });
});

describe('a long axis of which little is known', () => {
  const days = 9;
  const empty = new Array<null>(40 * 24).fill(null);
  const talk = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: days * 24 }, () => 20 + Math.floor(12 * random()) + (random() < 0.02 ? 150 : 0));
  };

  it('does not hide that one series is the other, three hours later', () => {
    for (const seed of [1, 2, 3]) {
      const buzz = talk(seed);
      const outside = [...buzz.slice(3), 20, 20, 20].map((value) => value * 100);
      const answer = leadLag([...outside, ...empty], [...buzz, ...empty], 24, seed);
      expect(answer, `${seed}`).toMatchObject({ is: 'found', lag: 3, low: 3, high: 3 });
    }
  });

  it('makes no lead of two that have nothing to do with each other', () => {
    const found = Array.from({ length: 30 }, (_, k) =>
      leadLag([...empty, ...talk(k)], [...empty, ...talk(k + 1_000)], 24, k),
    ).filter(({ is }) => is === 'found');
    expect(found.length).toBeLessThanOrEqual(4);
  });
});
