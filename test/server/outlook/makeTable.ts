import type { OutlookRow } from '../../../server/outlook/table.ts';
import type { Random } from '../../../server/random.ts';

export type TableShape = {
  past: number;
  /** Launches to be foretold; their outcome is known to `truth` alone. */
  ahead?: number;
  columns: number;
  /** How many of the columns move the outcome, and what share of its variance they make. */
  signals: number;
  explained: number;
  /** How the outcome follows from what moves it. */
  outcome: 'linear' | 'log' | 'percent' | 'share';
  noise?: 'normal' | 'heavy';
  isCollinear?: boolean;
  /** So many past outcomes are wrong by six standard deviations. */
  outliers?: number;
  isShuffled?: boolean;
};

export const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Student's t with three degrees of freedom, of variance 1. */
function heavy(random: Random): number {
  let squares = 0;
  for (let k = 0; k < 3; k++) squares += normal(random) ** 2;
  return normal(random) / Math.sqrt(squares);
}

const outcomes = {
  linear: (value: number) => 50 + 10 * value,
  log: (value: number) => Math.exp(5 + 0.8 * value),
  percent: (value: number) => 100 / (1 + Math.exp(1.5 - 0.8 * value)),
  share: (value: number) => 1 / (1 + Math.exp(1 - 0.8 * value)),
};
/** Columns of three sorts in turn: as it is, a price, a budget (log-normal, which moves the outcome by its logarithm). */
const units = [(x: number) => x, (x: number) => 20 + 5 * x, (x: number) => Math.exp(8 + x)];

/** A table in which so much is known to be signal, drawn by `random`. */
export function makeTable(
  random: Random,
  shape: TableShape,
): { rows: OutlookRow[]; truth: number[]; columns: string[] } {
  const { past, ahead = 0, signals, explained } = shape;
  const columns = Array.from({ length: shape.columns }, (_, k) => `c${k}`);
  const weights = columns.map((_, k) => (k < signals ? (random() < 0.5 ? -1 : 1) * (0.5 + random()) : 0));
  const drawn = Array.from({ length: past + ahead }, () => {
    const common = normal(random);
    return columns.map(() => (shape.isCollinear ? 0.9 * common + Math.sqrt(0.19) * normal(random) : normal(random)));
  });
  const signal = drawn.map((values) => values.reduce((sum, value, k) => sum + value * weights[k]!, 0));
  const spread = Math.sqrt(signal.reduce((sum, one) => sum + one * one, 0) / signal.length) || 1;
  const noise = () => (shape.noise === 'heavy' ? heavy(random) : normal(random));
  const values = signal.map((one) => Math.sqrt(explained) * (one / spread) + Math.sqrt(1 - explained) * noise());
  for (let k = 0; k < (shape.outliers ?? 0); k++) values[k] = values[k]! + (k % 2 === 0 ? 6 : -6);
  const truth = values.map(outcomes[shape.outcome]);
  if (shape.isShuffled)
    for (let k = past - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1));
      [truth[k], truth[other]] = [truth[other]!, truth[k]!];
    }
  const rows = drawn.map((row, index) => ({
    name: `launch ${index}`,
    outcome: index < past ? truth[index]! : null,
    columns: Object.fromEntries(columns.map((column, k) => [column, units[k % 3]!(row[k]!)])),
  }));
  return { rows, truth: truth.slice(past), columns };
}
