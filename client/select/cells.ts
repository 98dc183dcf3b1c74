import type { Cell, FiguresState } from '../../shared/protocol.ts';
import type { OpinionCounts } from '../../shared/uncertainty.ts';

const zero: Cell = [0, 0, 0, 0, 0, 0, 0, 0, 0];

/** The cell of a brand and theme (or `*`); zeros where nothing was counted. */
export function cellOf(cells: FiguresState['now'], brand: string, theme = '*'): Cell {
  return cells[brand]?.[theme] ?? zero;
}

export const mentionsOf = (cell: Cell): number => cell[0];
export const distinctOf = (cell: Cell): number => cell[1];
export const significantOf = (cell: Cell): number => cell[5];

/**
 * Opinions of all mentions, the same on every screen. Not of the significant ones: the second sort looks for complaints and
 * questions first, and would make every brand look worse than people feel.
 */
export function opinionsOf(cell: Cell): OpinionCounts {
  return { positive: cell[2], neutral: cell[3], negative: cell[4] };
}

export function addCells(a: Cell, b: Cell): Cell {
  return a.map((value, index) => value + b[index]!) as Cell;
}

/** When listening began, where that was within the window: what is counted is since then, not of the whole window. Null: before it. */
export function beganWithin({ from, knownFrom }: Pick<FiguresState, 'from' | 'knownFrom'>): number | null {
  return knownFrom > from ? knownFrom : null;
}

/** Whether the whole preceding period was heard. Behind `knownFrom` nothing is known, and a half-heard period is no yardstick. */
export function isBeforeKnown(state: Pick<FiguresState, 'from' | 'to' | 'knownFrom'>): boolean {
  return state.knownFrom > 0 && state.knownFrom <= state.from - (state.to - state.from);
}
