import { decimalOf } from '../sources/decimalOf.ts';
import { readRows, shapeOfFile } from '../sources/readRows.ts';
import { parseRowMoment } from '../sources/rowMoment.ts';
import { learnMs, learnSteps } from './createCountModel.ts';

export type Count = { at: number; value: number };

/**
 * Counts in the order of time, and what was wrong with the rows. `stepMs`: the usual time between two of the first days, before
 * anything is told; 0 where there is none.
 */
export type Counts = {
  counts: Count[];
  stepMs: number;
  unreadable: { number: number; message: string }[];
  repeated: number;
  disordered: number;
};

const momentColumns = ['timestamp', 'at', 'time', 'date'];
const valueColumns = ['value', 'count', 'mentions', 'posts'];
const most = 5_000_000;

/** A file that holds no series of counts; the message says why. */
export class NoCounts extends Error {
  override name = 'NoCounts';
}

function columnOf(row: object, names: readonly string[]): string | undefined {
  const columns = Object.keys(row);
  return names.flatMap((name) => columns.find((column) => column.trim().toLowerCase() === name) ?? [])[0];
}

/** A count as files write it: a number not below zero, of which sums still tell one more. */
function readValue(value: unknown, delimiter: string): number {
  const number = typeof value === 'string' ? (decimalOf(value, delimiter) ?? Number.NaN) : Number(value);
  return number >= 0 && number <= Number.MAX_SAFE_INTEGER ? number : Number.NaN;
}

/**
 * Reads `timestamp,value` rows (CSV or NDJSON, also gzipped; times without a zone are UTC). Rows that cannot be read are left
 * out and told; of rows with the same time the last one holds. Throws NoCounts, UnreadableFile.
 */
export async function readCounts(path: string): Promise<Counts> {
  const values = new Map<number, number>();
  const unreadable: Counts['unreadable'] = [];
  let repeated = 0;
  let disordered = 0;
  let lastAt = Number.NEGATIVE_INFINITY;
  let columns: { at: string; value: string } | undefined;
  const shape = await shapeOfFile(path);
  for await (const one of readRows(path, shape, () => undefined)) {
    if ('error' in one) {
      unreadable.push({ number: one.number, message: one.error.message });
      continue;
    }
    const row = one.row as Record<string, unknown>;
    columns ??= columnsOf(row);
    const at = parseRowMoment(row[columns.at])?.at;
    const value = readValue(row[columns.value], shape.delimiter);
    if (at === undefined || Number.isNaN(value)) {
      const what = at === undefined ? `${columns.at} is no time` : `${columns.value} is no count`;
      unreadable.push({ number: one.number, message: what });
      continue;
    }
    if (values.has(at)) repeated += 1;
    else if (at < lastAt) disordered += 1;
    if (values.size === most) throw new NoCounts(`the file has more than ${most} counts`);
    values.set(at, value);
    lastAt = at;
  }
  const counts = [...values].map(([at, value]) => ({ at, value })).sort((a, b) => a.at - b.at);
  return { counts, stepMs: usualStep(counts), unreadable, repeated, disordered };
}

function columnsOf(row: Record<string, unknown>): { at: string; value: string } {
  const at = columnOf(row, momentColumns);
  const value = columnOf(row, valueColumns);
  if (at === undefined || value === undefined)
    throw new NoCounts(`the file needs the columns timestamp and value; it has ${Object.keys(row).join(', ')}`);
  return { at, value };
}

function usualStep(counts: readonly Count[]): number {
  const learning = counts.filter(({ at }, k) => at - counts[0]!.at < learnMs || k <= learnSteps);
  const steps = learning.slice(1).map(({ at }, k) => at - learning[k]!.at);
  return steps.sort((a, b) => a - b)[steps.length >> 1] ?? 0;
}
