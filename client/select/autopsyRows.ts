import type { Autopsy, ExcessPart } from '../../shared/alerts.ts';
import { shareOut } from './shareOut.ts';

/** `part` null: the rest. `excess` = `value` - `expected`, as they are written. `share`: of all that is more; whole
 * per cent that add up, unless some part is less than usual. */
export type AutopsyRow = { part: ExcessPart | null; value: number; expected: number; excess: number; share: number };
export type AutopsyRows = { rows: AutopsyRow[]; whole: Omit<AutopsyRow, 'part'>; digits: 0 | 1; parts: number };

/**
 * The parts, largest excess first, the rest last. What is expected is rounded so that the column still adds up, and each
 * excess is the difference of the two figures beside it: rows and columns can be checked with a pencil.
 */
export function autopsyRows({ parts, rest }: Pick<Autopsy, 'parts' | 'rest'>): AutopsyRows {
  const all = [...parts.map((part) => ({ part, ...part })), ...(rest.parts > 0 ? [{ part: null, ...rest }] : [])];
  const usual = all.reduce((sum, { expected }) => sum + expected, 0);
  // Where hardly anything is expected, whole numbers would all be zero.
  const digits = usual < 10 ? 1 : 0;
  const per = 10 ** digits;
  const expected = shareOut(
    all.map((one) => one.expected),
    1 / per,
  );
  // In tenths, because 0.1 + 0.2 is not 0.3.
  const tenths = all.map(({ value }, index) => Math.round(value * per) - Math.round(expected[index]! * per));
  const total = tenths.reduce((sum, one) => sum + one, 0);
  const exact = tenths.map((one) => (total === 0 ? 0 : one / total));
  const shares = exact.every((one) => one >= 0) ? shareOut(exact, 0.01) : exact;
  const rows = all.map(({ part, value }, index) => ({
    part,
    value,
    expected: expected[index]!,
    excess: tenths[index]! / per,
    share: shares[index]!,
  }));
  rows.sort((a, b) => Number(a.part === null) - Number(b.part === null) || b.excess - a.excess);
  const value = all.reduce((sum, one) => sum + one.value, 0);
  return {
    rows,
    whole: { value, expected: Math.round(usual * per) / per, excess: total / per, share: 1 },
    digits,
    parts: rest.parts,
  };
}
