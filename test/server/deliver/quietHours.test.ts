import { describe, expect, it } from 'vitest';
import { quietUntil } from '../../../server/deliver/quietHours.ts';

const paris = { from: '22:00', to: '07:00', butFrom: 8, timeZone: 'Europe/Paris' };
const at = (text: string) => Date.parse(text);
const until = (text: string, quiet = paris) => {
  const end = quietUntil(at(text), quiet);
  return end === undefined ? undefined : new Date(end).toISOString();
};

describe('quiet hours', () => {
  it('go over midnight, on the clocks of the workspace', () => {
    expect(until('2026-03-02T20:59:59Z')).toBeUndefined();
    expect(until('2026-03-02T21:00:00Z')).toBe('2026-03-03T06:00:00.000Z');
    expect(until('2026-03-03T05:59:59Z')).toBe('2026-03-03T06:00:00.000Z');
    expect(until('2026-03-03T06:00:00Z')).toBeUndefined();
  });

  it('end by the wall clock in nights when clocks change', () => {
    expect(until('2026-03-28T23:00:00Z')).toBe('2026-03-29T05:00:00.000Z');
    expect(until('2026-10-24T22:30:00Z')).toBe('2026-10-25T06:00:00.000Z');
  });

  it('may lie within a day, and never hold when they begin as they end', () => {
    const noon = { ...paris, from: '12:00', to: '14:00', timeZone: 'Asia/Kolkata' };
    expect(until('2026-03-02T07:00:00Z', noon)).toBe('2026-03-02T08:30:00.000Z');
    expect(until('2026-03-02T09:00:00Z', noon)).toBeUndefined();
    expect(until('2026-03-02T23:00:00Z', { ...paris, to: '22:00' })).toBeUndefined();
  });

  it('always end within a day, and then hold no more', () => {
    for (const timeZone of [
      'Europe/Paris',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Asia/Kathmandu',
    ])
      for (let hour = 0; hour < 24 * 370; hour += 5) {
        const moment = at('2026-01-01T00:10:30Z') + hour * 3_600_000;
        const end = quietUntil(moment, { ...paris, timeZone });
        if (end === undefined) continue;
        expect(end).toBeGreaterThan(moment);
        expect(end - moment).toBeLessThanOrEqual(10 * 3_600_000);
        expect(quietUntil(end, { ...paris, timeZone })).toBeUndefined();
        expect(quietUntil(end - 60_000, { ...paris, timeZone })).toBe(end);
      }
  });
});
