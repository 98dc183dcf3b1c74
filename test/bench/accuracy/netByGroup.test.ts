import { describe, expect, it } from 'vitest';
import { binOf, expectShares } from '../../../bench/accuracy/netByGroup.ts';

/** Of a stream of `shares`, `texts` as a calibrated model sees them: surely of one class, or open between two. */
function seen(shares: readonly [number, number, number], texts: number) {
  const sights = [
    [0.8, 0.1, 0.1],
    [0.1, 0.8, 0.1],
    [0.1, 0.1, 0.8],
  ];
  // Where classes are equally common each sight is as common as the next: P(sight | class) is P(class | sight).
  return sights.map((thinks) => ({ thinks, texts: texts * thinks.reduce((sum, p, k) => sum + p * shares[k]!, 0) }));
}

describe('expectShares', () => {
  it('finds the shares of a stream of which the model sees too little', () => {
    const shares = [0.05, 0.15, 0.8] as const;
    const found = expectShares(seen(shares, 1_000), 0);
    for (const k of [0, 1, 2] as const) expect(found[k]).toBeCloseTo(shares[k], 2);
  });

  it('is held back towards equal shares, the more the more texts are invented', () => {
    const kinds = seen([0.05, 0.15, 0.8], 1_000);
    const [free, held, bound] = [0, 0.1, 10].map((invented) => expectShares(kinds, invented)[2]);
    expect(held).toBeLessThan(free!);
    expect(bound).toBeLessThan(held!);
    expect(bound).toBeGreaterThan(1 / 3);
  });
});

describe('binOf', () => {
  it('keeps label and certainty apart', () => {
    expect(binOf([0.5, 0.3, 0.2])).toBe(0);
    expect(binOf([0.2, 0.6, 0.2])).toBe(4);
    expect(binOf([0.1, 0.1, 0.8])).toBe(8);
  });
});
