import { dayMs, hourMs } from '../../shared/rollup.ts';

/** Without a mention of any brand for longer than this nobody was listening. */
export const longestSilenceMs = 2 * dayMs;

export type Stretch = { from: number; to: number };

/** Stretches in which somebody listened, to the hour. */
export function stretchesHeard(
  points: readonly { at: number }[],
  now: number,
  longestMs: number = longestSilenceMs,
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { at } of points) {
    const last = stretches.at(-1);
    if (last && at - last.to <= longestMs) last.to = at + hourMs;
    else stretches.push({ from: at, to: at + hourMs });
  }
  // Silence up to now is silence of people until it lasts too long.
  const last = stretches.at(-1);
  if (last && now - last.to <= longestMs) last.to = now;
  return stretches;
}
