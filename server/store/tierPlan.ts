/** A stretch of a range and where it is counted from; `to` is exclusive. */
export type Piece<Tier extends string> = { tier: Tier | 'posts'; from: number; to: number };

export type Plan<Tier extends string> = {
  /** Usable ones, coarsest first; each step is a multiple of the next. */
  tiers: readonly (readonly [tier: Tier, stepMs: number])[];
  /** The tier that is pruned, and the one that stands for it where posts are gone. */
  minute: Tier;
  quarter: Tier;
  /** Before this moment there are no minutes: posts are counted. */
  minutesFrom: number;
  /** Before this moment some posts are gone. */
  postsFrom: number;
};

/**
 * Cuts [from, to) so that all but its ends comes from the coarsest tier, and the ends from finer ones, down to the posts
 * themselves: exact to the millisecond. Where the posts of an end are gone, a minute (quarter) belongs to the range that
 * holds its beginning, so that ranges side by side still count everything once.
 */
export function cutRange<Tier extends string>(from: number, to: number, plan: Plan<Tier>, level = 0): Piece<Tier>[] {
  if (from >= to) return [];
  const step = plan.tiers[level];
  if (!step) return fromPosts(from, to, plan);
  const [tier, stepMs] = step;
  if (tier === plan.minute && from < plan.minutesFrom)
    return [...fromPosts(from, Math.min(to, plan.minutesFrom), plan), ...cutRange(plan.minutesFrom, to, plan, level)];
  const start = Math.ceil(from / stepMs) * stepMs;
  const end = Math.floor(to / stepMs) * stepMs;
  if (start >= end) return cutRange(from, to, plan, level + 1);
  return [
    ...cutRange(from, start, plan, level + 1),
    { tier, from: start, to: end },
    ...cutRange(end, to, plan, level + 1),
  ];
}

function fromPosts<Tier extends string>(from: number, to: number, plan: Plan<Tier>): Piece<Tier>[] {
  const pieces: Piece<Tier>[] = [];
  const seam = Math.min(to, Math.max(from, plan.postsFrom));
  if (from < seam) {
    const minutes = Math.min(seam, Math.max(from, plan.minutesFrom));
    if (from < minutes) pieces.push({ tier: plan.quarter, from, to: minutes });
    if (minutes < seam) pieces.push({ tier: plan.minute, from: minutes, to: seam });
  }
  if (seam < to) pieces.push({ tier: 'posts', from: seam, to });
  return pieces;
}
