import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../server/csvRows.ts';

const cellsOf = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });
const dangerous = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', ' =', '\u00a0=', '\ufeff=', '\u200b@'];

describe('csvRows', () => {
  it('lets no text begin a formula, whatever follows', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dangerous), fc.string(), (start, rest) => {
        const [row] = cellsOf(csvRows([['a', start + rest]]));
        expect(row?.[1]).toBe(`'${start}${rest}`);
      }),
      { seed: 24 },
    );
  });

  it('gives every other text and every number back as it was', () => {
    const harmless = fc.string({ unit: 'grapheme' }).filter((text) => /^[\p{L}\p{N}"]/u.test(text));
    const number = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(harmless, number, (text, value) => {
        const [row] = cellsOf(csvRows([[text, value]]));
        expect(row?.[0]).toBe(text);
        expect(Number(row?.[1])).toBeCloseTo(value, 12);
      }),
      { seed: 25 },
    );
  });

  it('keeps negative numbers numbers, and what is absent empty', () => {
    expect(csvRows([[-3, null, undefined, '-3']])).toBe("-3,,,'-3\r\n");
  });

  it('begins with a byte order mark where a file begins', () => {
    expect(csvRows([['é']], { bom: true })).toBe('\ufeffé\r\n');
    expect(csvRows([['é']])).toBe('é\r\n');
  });
});
