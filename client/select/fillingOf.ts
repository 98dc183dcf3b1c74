/** How far a story that is told from `from` to `now` has come: `reachedAt` is the newest thing told, all epoch ms. */
export function fillingOf(from: number, reachedAt: number, now: number): number {
  return now <= from ? 0 : Math.min(1, Math.max(0, (reachedAt - from) / (now - from)));
}
