import { describe, expect, it } from 'vitest';
import { createRandom } from '../../server/random.ts';
import {
  intervalAtZero,
  isGrey,
  measuredError,
  netPoints,
  netSentiment,
  noError,
  probabilityHigher,
  themeError,
  tooFewBelow,
} from '../../shared/uncertainty.ts';

const counts = (positive: number, negative: number) => ({ positive, neutral: 10, negative });
const logit = (share: number) => Math.log(share / (1 - share));
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** A normal number by Box and Muller. */
const createNormal = (random: () => number) => () =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function drawCounts(random: () => number, share: number, opinions: number) {
  let positive = 0;
  for (let one = 0; one < opinions; one++) if (random() < share) positive += 1;
  return counts(positive, opinions - positive);
}

describe('netSentiment', () => {
  it('says nothing of fewer than five opinions', () => {
    expect(netSentiment(counts(2, tooFewBelow - 3), measuredError)).toBeNull();
    expect(netSentiment(counts(3, 2), measuredError)).not.toBeNull();
  });

  it.each([8, 40, 400])(
    'holds the truth 90 times of 100 with %i opinions, the scorer always right (seed 3)',
    (opinions) => {
      const random = createRandom(3);
      let held = 0;
      const rounds = 4_000;
      for (let round = 0; round < rounds; round++) {
        const share = 0.1 + 0.8 * random();
        const figure = netSentiment(drawCounts(random, share, opinions), noError)!;
        const truth = 100 * (2 * share - 1);
        if (truth >= figure.low && truth <= figure.high) held += 1;
      }
      expect(held / rounds).toBeGreaterThan(0.88);
      expect(held / rounds).toBeLessThan(opinions < 20 ? 0.94 : 0.92);
    },
  );

  it.each([60, 2_000])('holds it as often where the scorer errs as measured, %i opinions (seed 4)', (opinions) => {
    const random = createRandom(4);
    const normal = createNormal(random);
    let held = 0;
    const rounds = 4_000;
    for (let round = 0; round < rounds; round++) {
      const seen = 0.2 + 0.6 * random();
      const { slope, sd } = measuredError;
      const truth = 100 * (2 * logistic(slope * logit(seen) + sd * normal()) - 1);
      const figure = netSentiment(drawCounts(random, seen, opinions), measuredError)!;
      if (truth >= figure.low && truth <= figure.high) held += 1;
    }
    expect(held / rounds).toBeGreaterThan(0.88);
    expect(held / rounds).toBeLessThan(0.92);
  });

  it('contains its own figure, stays within the scale, and turns over with its signs', () => {
    for (const [positive, negative] of [
      [5, 0],
      [900, 3],
      [3, 900],
      [50, 50],
      [100_000, 1],
    ] as const) {
      const figure = netSentiment(counts(positive, negative), measuredError)!;
      expect(figure.low).toBeLessThanOrEqual(figure.net);
      expect(figure.high).toBeGreaterThanOrEqual(figure.net);
      expect(figure.low).toBeGreaterThanOrEqual(-100);
      expect(figure.high).toBeLessThanOrEqual(100);
      const turned = netSentiment(counts(negative, positive), measuredError)!;
      expect(turned.net).toBeCloseTo(-figure.net, 9);
      expect(turned.low).toBeCloseTo(-figure.high, 9);
    }
  });

  it('reaches the end of the scale where less than one opinion is expected on the other side', () => {
    // Of twelve at the upper end some 11.5 are praise: in the same twelve people may well find nothing else.
    expect(netSentiment(counts(10, 2), measuredError)!.high).toBe(100);
    expect(netSentiment(counts(10, 2), measuredError)!.low).toBeGreaterThan(-100);
    expect(netSentiment(counts(1_000, 200), measuredError)!.high).toBeLessThan(100);
  });

  it('is grey where it could be either, and clear where the crowd is', () => {
    expect(isGrey(netSentiment(counts(60, 50), measuredError)!)).toBe(true);
    expect(isGrey(netSentiment(counts(900, 100), measuredError)!)).toBe(false);
    expect(isGrey(netSentiment(counts(20, 1), measuredError)!)).toBe(true);
    expect(isGrey({ net: -66, low: -95, high: -0.4, opinions: 400 })).toBe(true);
    expect(isGrey({ net: -66, low: -95, high: -0.6, opinions: 400 })).toBe(false);
  });
});

describe('probabilityHigher', () => {
  it('is even between equals, and sure where the counts are', () => {
    expect(probabilityHigher(counts(50, 50), counts(50, 50))).toBeCloseTo(0.5, 3);
    expect(probabilityHigher(counts(300, 100), counts(200, 200))!).toBeGreaterThan(0.99);
    expect(probabilityHigher(counts(2, 1), counts(200, 200))).toBeNull();
  });
});

describe('netPoints', () => {
  const part = counts(10, 90);
  const whole = counts(300, 200);

  it('are what the whole would lack without the part', () => {
    const net = netSentiment(whole, noError)!.net;
    const rest = netSentiment(counts(290, 110), noError)!.net;
    expect(netPoints(part, whole, themeError)!.points).toBeCloseTo(net - rest, 9);
  });

  it('lie within their interval, on the scale, and turn over with their signs', () => {
    for (const [a, b] of [
      [part, whole],
      [counts(90, 10), whole],
      [counts(5, 0), counts(10, 400)],
    ] as const) {
      const { points, low, high } = netPoints(a, b, themeError)!;
      expect(low).toBeLessThanOrEqual(points);
      expect(high).toBeGreaterThanOrEqual(points);
      const over = ({ positive, negative }: { positive: number; negative: number }) => counts(negative, positive);
      const turned = netPoints(over(a), over(b), themeError)!;
      expect(turned.points).toBeCloseTo(-points, 9);
      expect(turned.low).toBeCloseTo(-high, 9);
    }
  });

  it('are none where part or rest has too few opinions', () => {
    expect(netPoints(counts(2, 1), whole, themeError)).toBeNull();
    expect(netPoints(whole, counts(302, 201), themeError)).toBeNull();
  });
});

describe('intervalAtZero', () => {
  it('is what many opinions of which half are praise have on every screen, to whichever side the scorer errs', () => {
    for (const shift of [-2, -0.32, 0, 0.5]) {
      const error = { slope: 1.35, shift, sd: 0.575 };
      const { net, low, high } = netSentiment(counts(500_000, 500_000), error)!;
      const atZero = intervalAtZero(error);
      expect(atZero.net).toBe(net);
      expect(atZero.low).toBeCloseTo(low, 1);
      expect(atZero.high).toBeCloseTo(high, 1);
    }
    expect(intervalAtZero(measuredError).high).toBeCloseTo(60, 0);
  });
});
