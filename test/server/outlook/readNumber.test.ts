import { describe, expect, it } from 'vitest';
import { decimalsOf, isUnknown, readNumber } from '../../../server/outlook/readNumber.ts';

describe('a number in a cell', () => {
  it.each([
    ['12', 12],
    ['1234.5', 1234.5],
    ['.5', 0.5],
    ['-3', -3],
    ['−3', -3],
    ['+4', 4],
    ['1e6', 1_000_000],
    ['1.5E-2', 0.015],
    ['1,234.5', 1234.5],
    ['1,234,567', 1_234_567],
    ['1.234,5', 1234.5],
    ['1.234.567', 1_234_567],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['1 234,5', 1234.5],
    ['1 234 567', 1_234_567],
    ["1'234.50", 1234.5],
    ['1’234', 1234],
    ['12 %', 12],
    ['12,5%', 12.5],
    ['€ 4,50', 4.5],
    ['-$1,200.00', -1200],
    ['300 €', 300],
    ['1.234', 1.234],
  ])('%s is %d', (cell, number) => {
    expect(readNumber(cell, null)).toBe(number);
  });

  it('of which nobody can tell is said to be ambiguous, and read as its file writes', () => {
    expect(readNumber('1,234', null)).toBe('ambiguous');
    expect(readNumber('1,234', 'comma')).toBe(1.234);
    expect(readNumber('1,234', 'point')).toBe(1234);
    expect(readNumber('1.234', 'comma')).toBe(1234);
    expect(decimalsOf('1,234')).toBeNull();
    expect(decimalsOf('7')).toBeNull();
  });

  it.each(['abc', '1,23,4', '1.2.3', '12-11', '2026-03-01', '0x10', '1 23', 'Infinity', '1e999', '12abc', '%', '--3'])(
    '%s is none',
    (cell) => {
      expect(readNumber(cell, null)).toBeNaN();
    },
  );

  it('may be unknown in many words', () => {
    for (const cell of ['', '  ', 'NA', 'n/a', '–', '?', 'null']) expect(isUnknown(cell)).toBe(true);
    expect(isUnknown('0')).toBe(false);
  });
});
