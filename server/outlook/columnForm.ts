import { meanOf, squaresOf } from './moments.ts';
import { logIsBetterBy, logOffset } from './normality.ts';

/** How a column enters: in standard deviations from the mean of past launches. A value that is not known says nothing: 0. */
export type ColumnForm = {
  column: string;
  isLog: boolean;
  /** The range past launches were in. */
  low: number;
  high: number;
  of(value: number | undefined): number;
};

/** A logarithm has to look clearly more like a bell than the values. */
const clearly = 1;
/** A column that more of the past launches lack than this share is left out. */
const mostMissing = 0.2;

/** Null for a column that says nothing: too often not known, or always the same. Looks at the column alone. */
export function columnForm(column: string, values: readonly (number | undefined)[]): ColumnForm | null {
  const known = values.filter((value) => value !== undefined);
  if (known.length < 3 || known.length < (1 - mostMissing) * values.length) return null;
  if (known.every((value) => value === known[0])) return null;
  const offset = logOffset(known);
  const isLog = offset !== null && logIsBetterBy(known, offset) > clearly;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  // What has no logarithm stands where the smallest stood.
  const shaped = (value: number) => (isLog ? Math.log(value + offset > 0 ? value + offset : low + offset) : value);
  const shapes = known.map(shaped);
  const mean = meanOf(shapes);
  const spread = Math.sqrt(squaresOf(shapes) / (shapes.length - 1));
  if (!(spread > 0)) return null;
  return { column, isLog, low, high, of: (value) => (value === undefined ? 0 : (shaped(value) - mean) / spread) };
}
