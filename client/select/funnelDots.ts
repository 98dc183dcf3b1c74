import { firstSortReasons, type SetAsideReason, secondSortReasons } from '../../shared/kinds.ts';
import type { FunnelShape } from '../../shared/protocol.ts';

/** Posts that one dot may stand for: numbers that a reader can multiply by. */
const units = [1, 2, 5, 10, 20, 25, 50].concat(
  [1, 10, 100, 1_000, 10_000].flatMap((by) => [100, 200, 250, 500].map((n) => n * by)),
);
/** From dot to dot, px; a dot has two thirds of it. */
const pitches = [30, 24, 20, 18, 15];
/** Between what goes on and what is set aside, and between reasons. */
const gaps = { on: 26, reason: 18 };

/** A reason's dots, from `top` on; `height` holds its label too. */
export type AsideDots = { reason: SetAsideReason; posts: number; dots: number; top: number; height: number };
/** One sort: how many go on, and why the others do not, most first. */
export type DotColumn = {
  on: number;
  perRow: number;
  width: number;
  onHeight: number;
  aside: AsideDots[];
  height: number;
};
/** `fits` false: more posts than there is room for, drawn as low as it goes. */
export type DotLayout = {
  fits: boolean;
  unit: number;
  pitch: number;
  collected: DotColumn;
  important: DotColumn;
  significant: DotColumn;
};

export type DotRoom = {
  /** Widths that the dots of the three columns may have, px, the best liked first. */
  widths: readonly (readonly [collected: number, important: number, significant: number])[];
  /** Least height of a reason: its label's lines. */
  label: number;
  fits: (heights: [collected: number, important: number, significant: number]) => boolean;
  /** What may be tried instead of all units and distances that there are. */
  units?: readonly number[];
  pitches?: readonly number[];
};

/** Posts as dots, at least one for those that are any. */
const dotsOf = (posts: number, unit: number) => (posts === 0 ? 0 : Math.max(1, Math.round(posts / unit)));

/** What a sort set aside, most first. */
export function setAsideBy(
  funnel: FunnelShape,
  reasons: readonly SetAsideReason[],
): { reason: SetAsideReason; posts: number }[] {
  return reasons
    .map((reason) => ({ reason, posts: funnel.setAside[reason] ?? 0 }))
    .filter(({ posts }) => posts > 0)
    .sort((a, b) => b.posts - a.posts);
}

function columnOf(
  on: number,
  aside: readonly { reason: SetAsideReason; posts: number }[],
  { unit, pitch, width, label }: { unit: number; pitch: number; width: number; label: number },
): DotColumn {
  const perRow = Math.max(1, Math.floor(width / pitch));
  const high = (dots: number) => Math.ceil(dots / perRow) * pitch;
  const onDots = dotsOf(on, unit);
  const onHeight = Math.max(2 * pitch, high(onDots));
  let top = onHeight + gaps.on;
  const blocks = aside.map(({ reason, posts }) => {
    const dots = dotsOf(posts, unit);
    const block = { reason, posts, dots, top, height: Math.max(label, high(dots)) };
    top += block.height + gaps.reason;
    return block;
  });
  return {
    on: onDots,
    perRow,
    width,
    onHeight,
    aside: blocks,
    height: blocks.length > 0 ? top - gaps.reason : onHeight,
  };
}

/**
 * The funnel as dots, each for `unit` posts on every part of it: the fewest posts a dot, then the largest dots, that fit. Null where
 * nothing was collected.
 */
export function layDots(funnel: FunnelShape, room: DotRoom): DotLayout | null {
  if (funnel.collected === 0) return null;
  const first = setAsideBy(funnel, firstSortReasons);
  const second = setAsideBy(funnel, secondSortReasons);
  let lowest: { layout: DotLayout; height: number } | null = null;
  for (const unit of room.units ?? units)
    for (const pitch of room.pitches ?? pitches)
      for (const [collected, important, significant] of room.widths) {
        const of = (width: number) => ({ unit, pitch, width, label: room.label });
        const layout: DotLayout = {
          ...{ fits: false, unit, pitch },
          collected: columnOf(funnel.important, first, of(collected)),
          important: columnOf(funnel.significant, second, of(important)),
          significant: columnOf(funnel.significant, [], of(significant)),
        };
        const heights: [number, number, number] = [
          layout.collected.height,
          layout.important.height,
          layout.significant.height,
        ];
        if (room.fits(heights)) return { ...layout, fits: true };
        const height = heights[0] + heights[1] + heights[2];
        if (!lowest || height < lowest.height) lowest = { layout, height };
      }
  return lowest?.layout ?? null;
}

/** So many dots in rows from the top left, as one path of points that a round cap draws. */
export function dotsPath(dots: number, perRow: number, pitch: number, top = 0): string {
  let path = '';
  for (let index = 0; index < dots; index += 1)
    path += `M${(index % perRow) * pitch + pitch / 3} ${top + Math.floor(index / perRow) * pitch + pitch / 2}h0`;
  return path;
}
