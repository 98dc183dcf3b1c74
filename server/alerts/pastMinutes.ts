import { isPartOfLaunch } from '../../shared/launchThemes.ts';
import type { Cell } from '../../shared/protocol.ts';
import { bucketOf, minuteMs, quarterMs, type RollupRow } from '../../shared/rollup.ts';
import type { CellOf } from '../live/window.ts';

/** What was counted of one cell, minute by minute, and in whole quarter-hours. */
type Course = { at: number[]; cells: Cell[]; quarters: Map<number, Cell> };

const channelName = (channel: string) => `channel ${channel}`;
const nameOf = (of: CellOf) => ('channel' in of ? channelName(of.channel) : `${of.brand} ${of.theme}`);
const emptyCell = (): Cell => [0, 0, 0, 0, 0, 0, 0, 0, 0];

function addRow(into: Cell, row: RollupRow): void {
  into[0] += row.mentions;
  into[1] += row.distinct;
  into[2] += row.positive;
  into[3] += row.neutral;
  into[4] += row.negative;
  into[5] += row.significant;
  into[6] += row.significantPositive;
  into[7] += row.significantNeutral;
  into[8] += row.significantNegative;
}

/**
 * A stretch of the past in the form in which the live window tells it: brands with their themes, and channels of all brands. A
 * back-test asks millions of times with the same `CellOf` objects, so what they name is looked up once for each of them.
 */
export function createPastMinutes(rows: Iterable<RollupRow>) {
  const minutes = new Map<string, Map<number, Cell>>();
  const add = (name: string, row: RollupRow) => {
    const own = minutes.get(name) ?? new Map<number, Cell>();
    minutes.set(name, own);
    const at = bucketOf(row.at, minuteMs);
    const cell = own.get(at) ?? emptyCell();
    own.set(at, cell);
    addRow(cell, row);
  };
  for (const row of rows) {
    if (isPartOfLaunch(row.theme)) continue;
    add(`${row.brand} ${row.theme}`, row);
    if (row.brand === '*' && row.theme === '*') add(channelName(row.channel), row);
  }
  const courses = new Map<string, Course>();
  for (const [name, own] of minutes) {
    const at = [...own.keys()].sort((a, b) => a - b);
    const quarters = new Map<number, Cell>();
    const cells = at.map((minute) => own.get(minute)!);
    for (const [place, cell] of cells.entries()) {
      const quarter = bucketOf(at[place]!, quarterMs);
      const sum = quarters.get(quarter) ?? emptyCell();
      quarters.set(quarter, sum);
      for (let field = 0; field < sum.length; field += 1) sum[field]! += cell[field]!;
    }
    courses.set(name, { at, cells, quarters });
  }
  const known = new Map<CellOf, Course | null>();
  function courseOf(of: CellOf): Course | null {
    let course = known.get(of);
    if (course === undefined) {
      course = courses.get(nameOf(of)) ?? null;
      known.set(of, course);
    }
    return course;
  }

  return {
    quarter: (at: number, of: CellOf): Cell | undefined => courseOf(of)?.quarters.get(at),
    /** The minutes of a cell that hold anything, in order. */
    *minutes(of: CellOf): Generator<readonly [at: number, cell: Cell]> {
      const course = courseOf(of);
      if (course) for (const [place, at] of course.at.entries()) yield [at, course.cells[place]!];
    },
    /** What was counted within [from, to), on minutes; undefined for nothing. */
    sum(from: number, to: number, of: CellOf): Cell | undefined {
      const course = courseOf(of);
      if (!course) return undefined;
      let sum: Cell | undefined;
      for (let place = firstFrom(course.at, from); place < course.at.length && course.at[place]! < to; place += 1) {
        sum ??= emptyCell();
        const cell = course.cells[place]!;
        for (let field = 0; field < sum.length; field += 1) sum[field]! += cell[field]!;
      }
      return sum;
    },
  };
}

export type PastMinutes = ReturnType<typeof createPastMinutes>;

/** The place of the first of ascending numbers that is at least `least`. */
export function firstFrom(ascending: readonly number[], least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
