import { type Box, clearest, heightsOf, type Line } from './clearest.ts';
import type { XY } from './path.ts';

/** Of words on the launch clock, px: how far they reach above their baseline and below it, and how wide a letter is. */
const above = 21;
const below = 6;
const letters = { name: 11, time: 13, strong: 18 };
/** Between words and what they keep off. */
const gap = 12;

const boxOf = (left: number, width: number, y: number): Box => ({
  left,
  right: left + width,
  top: y - above,
  bottom: y + below,
});

/** Upright lines from the top of a drawing, or from somewhere in it, to its base. */
export const upright = (x: number, top: number, base: number): Line => [
  { x, y: top },
  { x, y: base },
];
export const level = (y: number, width: number): Line => [
  { x: 0, y },
  { x: width, y },
];

export type ScalePlace = { x: number; words: readonly string[]; boxes: readonly Box[] };

/**
 * Where the words of a scale stand, above the lines they name: both in one column, the leftmost in which they are read. Before they leave it
 * they are said more briefly; `words`: from the longest way to say them to the shortest, each with a word for every height.
 */
export function placeScale(
  heights: readonly number[],
  words: readonly (readonly string[])[],
  columns: readonly number[],
  lines: readonly Line[],
  taken: readonly Box[],
): ScalePlace {
  const places = words.flatMap((said) =>
    columns.map((x) => ({
      x,
      words: said,
      boxes: heights.map((y, index) => boxOf(x, (said[index]?.length ?? 0) * letters.time, y - 8)),
    })),
  );
  return clearest(places, lines, taken)?.place ?? { x: 0, words: words[0] ?? [], boxes: [] };
}

/**
 * Baseline of the word of hours that nobody heard, one for all of them: in their middle, or as near to it as neither a line nor a band
 * (between `high` and `low`) lies over it.
 */
export function placeUnheard(
  word: string,
  patches: readonly Box[],
  { high, low }: Pick<BandLines, 'high' | 'low'>,
  lines: readonly Line[],
): number {
  const [{ top, bottom } = { top: 0, bottom: 0 }] = patches;
  const middle = (top + bottom) / 2 + (above - below) / 2;
  const room = word.length * letters.name;
  const covered = patches.flatMap(({ left, right }): Box[] => {
    const [over, under] = [heightsOf(high, left, right), heightsOf(low, left, right)];
    return over.length === 0 ? [] : [{ left, right, top: Math.min(...over), bottom: Math.max(...under) }];
  });
  const places = Array.from({ length: Math.max(1, Math.floor((bottom - top) / gap)) }, (_, step) => {
    const y = middle + Math.ceil(step / 2) * gap * (step % 2 === 0 ? 1 : -1);
    return { y, boxes: patches.map(({ left, right }) => boxOf((left + right - room) / 2, room, y)) };
  });
  const inside = places.filter(({ y }) => y - above > top && y + below < bottom);
  return clearest(inside, lines, covered)?.place.y ?? middle;
}

const dotRadius = 11;
const overDot = 18;
const mostRaised = 96;
/** Baseline of a figure beside its dot. */
const besideDot = 9;
/** So far over its dot a figure is led to it by a line. */
const farOver = 34;
/** What is given up for a clear place, as if words were raised so many px. */
const costs = { shorter: 80, nameless: 240, atEnd: 12, shifted: 14, beside: 100 };

export type NewestPlace = {
  name: string;
  x: number;
  y: number;
  anchor: 'start' | 'end';
  /** From the dot to its words, where they are not at it. */
  leader: { from: XY; to: XY } | null;
  boxes: readonly Box[];
};

/**
 * Where the figure of the newest point and its name stand: over its dot, beginning there or ending there, shifted aside or raised where
 * something runs through them, or with a shorter name; else right of what stands in the way, led there by a line; at last without a name.
 */
export function placeNewest(
  dot: XY,
  value: string,
  names: readonly string[],
  {
    width,
    top,
    grid,
    rules,
    now,
  }: { width: number; top: number; grid: readonly number[]; rules: readonly number[]; now: number | null },
  lines: readonly Line[],
  taken: readonly Box[],
): NewestPlace {
  const first = dot.y - overDot;
  const raised = [
    0,
    ...grid.map((y) => first - (y - 8)).filter((by) => by > 0 && by <= mostRaised),
    ...Array.from({ length: mostRaised / gap }, (_, step) => gap * (step + 1)),
  ].filter((by) => first - by - above >= top);
  const places = [...names, ''].flatMap((name, index) => {
    const brevity = name === '' ? costs.nameless : index * costs.shorter;
    const room = name.length * letters.time + (value.length + (name === '' ? 0 : 1)) * letters.strong;
    const ways = [
      { left: dot.x - dotRadius, cost: 0 },
      { left: dot.x + dotRadius - room, cost: costs.atEnd },
      ...[width - room, 0, ...rules.flatMap((x) => [x + gap, x - gap - room])].map((left) => ({
        left,
        cost: costs.shifted,
      })),
    ];
    const over = ways.flatMap(({ left, cost }) => {
      const right = left + room;
      if (left < 0 || right > width || left > dot.x + dotRadius || right < dot.x - dotRadius) return [];
      const [fromLeft, toRight] = [Math.abs(dot.x - dotRadius - left), Math.abs(right - dot.x - dotRadius)];
      const anchor: 'start' | 'end' = fromLeft <= toRight ? 'start' : 'end';
      return raised.map((by) => ({
        name,
        anchor,
        x: anchor === 'start' ? left : right,
        y: first - by,
        leader:
          overDot + by > farOver
            ? { from: { x: dot.x, y: dot.y - dotRadius - 5 }, to: { x: dot.x, y: first - by + 8 } }
            : null,
        boxes: [boxOf(left, room, first - by)],
        cost: brevity + by + cost + Math.min(fromLeft, toRight) / 2,
      }));
    });
    const beside = [...rules, ...(now === null ? [] : [now])].flatMap((x) => {
      const left = x + 2 * gap;
      if (x <= dot.x || left + room > width) return [];
      const [from, to] = [dot.x + dotRadius + 5, left - 8].map((end) => ({ x: end, y: dot.y }));
      return {
        name,
        anchor: 'start' as const,
        x: left,
        y: dot.y + besideDot,
        leader: { from: from!, to: to! },
        boxes: [boxOf(left, room, dot.y + besideDot)],
        cost: brevity + costs.beside + (left - dot.x) / 10,
      };
    });
    return [...over, ...beside];
  });
  places.sort((one, other) => one.cost - other.cost);
  // Where nothing is clear the shortest words are struck least.
  const found = clearest(places, lines, taken);
  const best = found?.struck === 0 ? found.place : (places.find(({ name }) => name === '') ?? found?.place);
  if (!best) return { name: '', x: dot.x, y: first, anchor: 'start', leader: null, boxes: [] };
  const { cost, ...place } = best;
  return place;
}

export type BandName = { name: string; x: number; y: number };
export type BandLines = {
  high: Line;
  low: Line;
  innerHigh: Line;
  median: Line;
};

/**
 * Where a band's names stand, in their middle: its own upon its edge, at its highest place right of `from` (where there is none,
 * anywhere), that of its inner band within it, that of the median below its line or above it; each where it is read. A band has a
 * shorter name for where the longer one is not, and an inner band none where it would be struck.
 */
export function placeBandNames(
  names: { outer: readonly string[]; inner: string; median: string },
  band: BandLines,
  { from, width, base, grid }: { from: number; width: number; base: number; grid: readonly number[] },
  lines: readonly Line[],
  taken: readonly Box[],
): BandName[] {
  const all = [...lines, ...Object.values(band), ...grid.map((y) => level(y, width))];
  const boxes = [...taken];

  /** `ways`: baselines by the heights of what is named, below it or above; `near`: rather there than where it is highest. */
  function place(
    said: readonly string[],
    named: Line,
    ways: ((heights: number[]) => number)[],
    near: number | null,
    isNeeded: boolean,
  ): BandName[] {
    const points = named.flatMap((point) => point ?? []);
    const places = [from, 0].flatMap((least) =>
      said.flatMap((name) =>
        ways.flatMap((way) => {
          const half = (name.length * letters.name) / 2;
          return points
            .filter(({ x }) => x >= least)
            .map(({ x, y }) => ({ x: Math.min(width - half, Math.max(least + half, x)), y }))
            .toSorted((one, other) =>
              near === null ? one.y - other.y : Math.abs(one.x - near) - Math.abs(other.x - near),
            )
            .flatMap(({ x }) => {
              const heights = heightsOf(named, x - half, x + half);
              const isThere =
                points.some((point) => point.x <= x - half / 2) && points.some((point) => point.x >= x + half / 2);
              const y = way(heights);
              return isThere && heights.length > 0 && y < base - gap
                ? [{ name, x, y, boxes: [boxOf(x - half, 2 * half, y)] }]
                : [];
            });
        }),
      ),
    );
    const best = clearest(places, all, boxes);
    if (!best || (best.struck > 0 && !isNeeded)) return [];
    boxes.push(...best.place.boxes);
    const { name, x, y } = best.place;
    return [{ name, x, y }];
  }

  const over = (heights: number[]) => Math.min(...heights) - gap;
  const under = (heights: number[]) => Math.max(...heights) + above + 8;
  /** Over the grid line that would run through it. */
  const overGrid = (heights: number[]) => {
    const y = over(heights);
    const struck = grid.find((line) => line > y - above - 4 && line < y + below + 2);
    return struck === undefined ? y : struck - 10;
  };
  const outer = place(names.outer, band.high, [overGrid, under], null, true);
  const near = outer[0]?.x ?? width;
  return [
    ...outer,
    ...place([names.inner], band.innerHigh, [under], near, false),
    ...place([names.median], band.median, [under, over], near, true),
  ];
}
