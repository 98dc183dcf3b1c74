import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLocal, writeLocal } from '../../../client/select/localMoment.ts';

describe('a moment as people write it', () => {
  it.each([
    ['12 Nov 2026 10:00', '2026-11-12T10:00'],
    ['12 november 2026, 9:05', '2026-11-12T09:05'],
    ['12 nov. 2026 10h30', '2026-11-12T10:30'],
    ['1 août 2026 23:59', '2026-08-01T23:59'],
    ['3 février 2026', '2026-02-03T00:00'],
    // The day comes first, whatever the language: 11/12 is the 11th of December.
    ['11/12/2026 10:00', '2026-12-11T10:00'],
    ['2026-11-12T10:00', '2026-11-12T10:00'],
    ['2026-11-12 10:00', '2026-11-12T10:00'],
    ['2026-11-12', '2026-11-12T00:00'],
    ['  12  Sept 2026 10:00 ', '2026-09-12T10:00'],
  ])('reads %s', (text, local) => {
    expect(readLocal(text)).toBe(local);
  });

  it.each([
    '',
    'tomorrow',
    '12 Nov',
    '12 Nov 26 10:00',
    '31/02/2026 10:00',
    '12/13/2026 10:00',
    '12/11/2026 24:00',
    '12/11/2026 10:60',
    '12/11/2026 10',
    '11/12/2026, 10:00 AM',
    '2026-11-12T10:00Z',
    '12 Smarch 2026 10:00',
  ])('guesses nothing of "%s"', (text) => {
    expect(readLocal(text)).toBeUndefined();
  });

  it('reads back what it writes, in both languages (seed 1)', () => {
    const moment = fc.date({
      min: new Date('1970-01-01T00:00Z'),
      max: new Date('2100-01-01T00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, fc.constantFrom('en' as const, 'fr' as const), (date, language) => {
        const local = date.toISOString().slice(0, 16);
        expect(readLocal(writeLocal(local, language))).toBe(local);
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(writeLocal('2026-11-12T10:00', 'en')).toBe('12 Nov 2026 10:00');
    expect(writeLocal('2026-11-12T10:00', 'fr')).toBe('12 nov. 2026 10:00');
    expect(writeLocal('', 'fr')).toBe('');
  });
});
