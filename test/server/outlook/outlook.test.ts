import { describe, expect, it } from 'vitest';
import { outlook } from '../../../server/outlook/outlook.ts';
import type { OutlookRow } from '../../../server/outlook/table.ts';
import { createRandom } from '../../../server/random.ts';
import type { OutlookFigures } from '../../../shared/outlook.ts';
import { makeTable } from './makeTable.ts';
import { tryTables } from './tryTables.ts';

const strong = { past: 24, ahead: 2, columns: 4, signals: 2, explained: 0.8, outcome: 'log' } as const;
const made = (seed: number, more: object = {}) => makeTable(createRandom(seed), { ...strong, ...more });
const ask = ({ rows, columns }: { rows: OutlookRow[]; columns: string[] }) => outlook(rows, columns, 'auto');

function figures(found: ReturnType<typeof outlook>): OutlookFigures[] {
  return found.answers.map(({ answer }) => {
    if ('refused' in answer) throw new Error(answer.because);
    return answer;
  });
}

const orderOf = ({ low80, low50, median, high50, high80 }: OutlookFigures) => [low80, low50, median, high50, high80];

describe('an outlook', () => {
  it('answers where a signal is planted in 20 launches, holds its intervals and beats the mean (seed 11)', () => {
    const tried = tryTables({ ...strong, past: 20 }, 30, 11);
    expect(tried.answered).toBeGreaterThanOrEqual(0.9);
    expect(tried.covered80).toBeGreaterThan(0.7);
    expect(tried.covered80).toBeLessThan(0.9);
    expect(tried.covered50).toBeGreaterThan(0.4);
    expect(tried.covered50).toBeLessThan(0.62);
    expect(tried.score).toBeLessThan(0.75);
  });

  it('refuses where outcomes are shuffled, whatever their number and that of columns (seeds 21 to 23)', () => {
    for (const [k, past] of [6, 12, 24].entries()) {
      const tried = tryTables({ ...strong, past, columns: 5, isShuffled: true }, 40, 21 + k);
      expect(tried.answered).toBeLessThanOrEqual(0.05);
    }
  });

  it('says its record beside that of the plain mean, from launches left out', () => {
    const { record, refusal } = ask(made(1));
    expect(refusal).toBeNull();
    expect(record).toMatchObject({ launches: 24, scale: 'log', columns: ['c0', 'c1', 'c2', 'c3'] });
    expect(record!.intervalScore).toBeLessThan(record!.mean.intervalScore);
    expect(record!.absoluteError).toBeLessThan(record!.mean.absoluteError);
    expect(record!.chance).toBeLessThanOrEqual(0.02);
  });

  it('orders its figures, and names first what moves it most', () => {
    const [first] = figures(ask(made(1)));
    expect(orderOf(first!)).toEqual([...orderOf(first!)].sort((a, b) => a - b));
    expect(['c0', 'c1']).toContain(first!.because[0]!.column);
    const sizes = first!.because.map(({ effect }) => Math.abs(effect));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('does not care for the order of rows and columns, nor for units (seeds 31 to 33)', () => {
    for (const seed of [31, 32, 33]) {
      const { rows, columns } = made(seed);
      const found = ask({ rows, columns });
      const turned = ask({ rows: [...rows].reverse(), columns: [...columns].reverse() });
      expect(turned.answers.map(({ name }) => name)).toEqual(found.answers.map(({ name }) => name).reverse());
      const inCents = rows.map((row) => ({
        ...row,
        outcome: row.outcome === null ? null : 100 * row.outcome,
        columns: { ...row.columns, c2: 1_000 * row.columns.c2! },
      }));
      const cents = figures(ask({ rows: inCents, columns }));
      const back = figures(turned).reverse();
      for (const [k, one] of figures(found).entries())
        for (const [at, value] of orderOf(one).entries()) {
          expect(orderOf(back[k]!)[at]! / value).toBeCloseTo(1, 4);
          expect(orderOf(cents[k]!)[at]! / value).toBeCloseTo(100, 2);
        }
    }
  });

  it('learns nothing from a launch that it foretells: its outcome is not looked at', () => {
    const { rows, columns } = made(4);
    const [first] = figures(ask({ rows, columns }));
    const alone = figures(ask({ rows: rows.slice(0, -1), columns }));
    expect(orderOf(alone[0]!)).toEqual(orderOf(first!));
  });

  it('gives no number with fewer than six past launches, and says the record that it has', () => {
    const found = ask(made(2, { past: 5, explained: 0.99 }));
    expect(found.refusal).toMatchObject({ refused: 'too-few-launches', because: expect.stringContaining('5 past') });
    expect(found.record).toMatchObject({ launches: 5 });
    expect(found.answers.every(({ answer }) => 'refused' in answer)).toBe(true);
    expect(ask(made(2, { past: 2 }))).toMatchObject({ record: null, refusal: { refused: 'too-few-launches' } });
    expect(outlook([], [], 'auto')).toMatchObject({ answers: [], refusal: { refused: 'too-few-launches' } });
  });

  it('refuses without a column, and where all had the same outcome', () => {
    const { rows, columns } = made(3);
    const refused = { refused: 'no-better-than-mean' };
    expect(outlook(rows, [], 'auto').refusal).toMatchObject(refused);
    const same = rows.map((row) => ({ ...row, outcome: row.outcome === null ? null : 7 }));
    expect(ask({ rows: same, columns })).toMatchObject({ record: null, refusal: refused });
  });

  it('foretells a launch of which a column is not known from the others, or not at all', () => {
    const { rows, columns } = made(5);
    const [first, second] = rows.slice(-2);
    const without = (row: OutlookRow, ...gone: string[]): OutlookRow => ({
      ...row,
      columns: Object.fromEntries(Object.entries(row.columns).filter(([column]) => !gone.includes(column))),
    });
    const past = rows.slice(0, -2);
    const found = ask({ rows: [...past, without(first!, 'c3'), without(second!, 'c0', 'c1')], columns });
    const [known, unknown] = found.answers.map(({ answer }) => answer);
    expect(known).toHaveProperty('median');
    expect(unknown).toMatchObject({ refused: 'no-better-than-mean' });
    expect((known as OutlookFigures).because.map(({ column }) => column)).not.toContain('c3');
  });

  it('bears a past launch of which a column is not known, and leaves out a column that many lack', () => {
    const { rows, columns } = made(6);
    const lacking = (some: number) =>
      rows.map((row, index) => (index < some ? { ...row, columns: { ...row.columns, c3: undefined } } : row));
    const clean = (some: number) => lacking(some) as unknown as OutlookRow[];
    expect(ask({ rows: clean(2), columns }).record?.columns).toContain('c3');
    expect(ask({ rows: clean(12), columns }).record?.columns).not.toContain('c3');
  });

  it('says in which columns a launch lies outside of all past ones', () => {
    const { rows, columns } = made(7);
    const last = rows.at(-1)!;
    const far = { ...last, columns: { ...last.columns, c1: 900 } };
    const [, beyond] = figures(ask({ rows: [...rows.slice(0, -1), far], columns }));
    expect(beyond!.beyond).toContain('c1');
    const [inside] = figures(ask({ rows: [...rows.slice(0, -2), { ...last, columns: rows[0]!.columns }], columns }));
    expect(inside!.beyond).toEqual([]);
  });

  it('foretells no share below nothing or above all, and no size below zero (seeds 41 to 43)', () => {
    for (const [seed, outcome] of [
      [41, 'share'],
      [42, 'percent'],
      [43, 'log'],
    ] as const) {
      const { rows, columns } = made(seed, { outcome });
      const top = outcome === 'share' ? 1 : outcome === 'percent' ? 100 : Number.POSITIVE_INFINITY;
      for (const one of figures(outlook(rows, columns, outcome === 'percent' ? 'percent' : 'auto'))) {
        expect(one.low80).toBeGreaterThanOrEqual(0);
        expect(one.high80).toBeLessThanOrEqual(top);
      }
    }
  });
});
