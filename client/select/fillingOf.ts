/** How far a story that is told from `t0` to `now` has come: `reachedAt` is the newest thing told, all epoch ms. */
export function fillingOf(t0: number, reachedAt: number, now: number): number {
  return now <= t0 ? 0 : Math.min(1, Math.max(0, (reachedAt - t0) / (now - t0)));
}
