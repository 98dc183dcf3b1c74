/**
 * Which posts that failed the first sort keep their text. Up to `perSecond` on a long average all do, with a reserve of
 * ten minutes so that an import is kept whole; in a lasting flood the rest is counted only. Time is the batch's
 * `receivedAt` and chance has no part: the same batches always keep the same posts.
 */
export function createSampling(perSecond = 100, reserveMs = 600_000) {
  const full = (perSecond * reserveMs) / 1000;
  let left = full;
  let last = Number.NEGATIVE_INFINITY;
  return {
    keeps(receivedAt: number): boolean {
      if (receivedAt > last) {
        left = Math.min(full, left + ((receivedAt - last) / 1000) * perSecond);
        last = receivedAt;
      }
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
