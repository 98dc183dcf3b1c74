import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoment } from '../../../server/pipeline/parseMoment.ts';

describe('parseMoment', () => {
  it.each([
    ['2026-03-01T09:30:00Z', Date.UTC(2026, 2, 1, 9, 30)],
    ['2026-03-01T09:30Z', Date.UTC(2026, 2, 1, 9, 30)],
    ['2026-03-01 09:30:00+01:00', Date.UTC(2026, 2, 1, 8, 30)],
    ['2026-03-01T09:30:00.1234567-0530', Date.UTC(2026, 2, 1, 15, 0, 0, 123)],
    ['2024-02-29T00:00:00+14', Date.UTC(2024, 1, 28, 10)],
    ['1970-01-01T00:00:00Z', 0],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1)],
  ])('reads %s', (iso, at) => expect(parseMoment(iso)).toBe(at));

  it.each([
    '2026-03-01T09:30:00',
    '2026-03-01',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:00.Z',
    '2026-01-01T00:00:00+25:00',
    '2026-01-01T00:00:00Z ',
    ' 2026-01-01T00:00:00Z',
    '2026-1-1T00:00:00Z',
    'yesterday',
    '',
  ])('refuses "%s"', (iso) => expect(parseMoment(iso)).toBeNaN());

  it('agrees with Date on every moment from the year 0 to 9999 (5,000 moments)', () => {
    const first = Date.parse('0000-01-01T00:00:00Z');
    const last = Date.parse('9999-12-31T23:59:59Z');
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (at) => {
        expect(parseMoment(new Date(at).toISOString())).toBe(at);
      }),
      { seed: 20261122, numRuns: 5_000 },
    );
  });
});
