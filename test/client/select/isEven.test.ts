import { describe, expect, it } from 'vitest';
import { isEven } from '../../../client/select/isEven.ts';
import { createFormat } from '../../../client/ui/format.ts';
import { measuredError, netSentiment, shareInterval } from '../../../shared/uncertainty.ts';

const format = createFormat('en', 'UTC');

describe('how an interval is written', () => {
  it('is half its width only where the figure stands in its middle and no end leaves the scale', () => {
    expect(isEven(20, { low: -40, high: 80 }, -100, 100)).toBe(true);
    expect(isEven(-60, { low: -92, high: -12 }, -100, 100)).toBe(false);
    expect(isEven(-85, { low: -100, high: -64 }, -100, 100)).toBe(false);
  });

  it('tells the ends of net sentiment where ± would reach beyond what can be', () => {
    const few = { ...netSentiment({ positive: 20, neutral: 0, negative: 400 }, measuredError)! };
    expect(format.netSpread(few)).toMatch(/^−9\d…−\d\d$/);
    expect(format.netSpread({ net: 22, low: -37, high: 81 })).toBe('±59');
  });

  it('never lets a share of few reach below nothing', () => {
    const { low, high } = shareInterval(1, 4);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
    expect(format.shareSpread(0.25, { low, high })).toMatch(/^\d[\d.]*…\d\d$/);
    expect(shareInterval(0, 40).low).toBe(0);
    expect(shareInterval(40, 40).high).toBe(1);
    expect(shareInterval(0, 0)).toEqual({ low: 0, high: 1 });
    expect(format.shareSpread(0.64, shareInterval(6_400, 10_000))).toBe('±1.6');
  });
});
