import type { XY } from './path.ts';

/** Of a drawing, px. */
export type Box = { left: number; right: number; top: number; bottom: number };
/** From left to right, or upright; a null breaks it. */
export type Line = readonly (XY | null)[];

/** Heights of a line between two places: at both of them, and wherever it bends in between. */
export function heightsOf(line: Line, left: number, right: number): number[] {
  const heights: number[] = [];
  for (const [index, to] of line.entries()) {
    const from = line[index - 1] ?? to;
    if (!from || !to || to.x < left || from.x > right) continue;
    const slope = from.x === to.x ? 0 : (to.y - from.y) / (to.x - from.x);
    const at = (x: number) => from.y + (x - from.x) * slope;
    heights.push(...(from.x === to.x ? [from.y, to.y] : [at(Math.max(left, from.x)), at(Math.min(right, to.x))]));
  }
  return heights;
}

/** Whether a line runs through a box. */
export function crosses(line: Line, { left, right, top, bottom }: Box): boolean {
  return line.some((to, index) => {
    const from = line[index - 1] ?? to;
    if (!from || !to || to.x < left || from.x > right) return false;
    const heights = heightsOf([from, to], left, right);
    return Math.max(...heights) >= top && Math.min(...heights) <= bottom;
  });
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

/** The first place where nothing lies and no line runs, else the first of those where least does: `struck` says how much. */
export function clearest<Place extends { boxes: readonly Box[] }>(
  places: readonly Place[],
  lines: readonly Line[],
  taken: readonly Box[],
): { place: Place; struck: number } | undefined {
  let best: { place: Place; struck: number } | undefined;
  for (const place of places) {
    const inTheWay = (box: Box) =>
      lines.filter((line) => crosses(line, box)).length + taken.filter((other) => overlap(box, other)).length;
    const struck = place.boxes.reduce((sum, box) => sum + inTheWay(box), 0);
    if (!best || struck < best.struck) best = { place, struck };
    if (struck === 0) break;
  }
  return best;
}
