import { dayMs, hourMs } from '../../shared/rollup.ts';
import { stretchesHeard } from '../launches/stretchesHeard.ts';
import type { History } from '../store/store.ts';

/** Like the watch (decision 022): without a mention of any brand for longer than this nobody was listening. */
const longestSilenceMs = dayMs / 2;

type Span = { from: number; to: number };
/** How much of a span was listened to, in milliseconds. */
export type HeardIn = (span: Span) => Promise<number>;

/**
 * When somebody listened around a moment, as far as `aroundMs` before and after it. A span in which not one post of any kind came,
 * of no brand and from no source, was not listened to: a server was off or its sources were lost, and nought an hour would say
 * that people were silent.
 */
export async function heardTimes(
  history: Pick<History, 'series' | 'funnel' | 'totals'>,
  at: number,
  aroundMs: number,
  now: number,
): Promise<HeardIn> {
  const { mentions, firstAt } = await history.totals();
  if (mentions === 0) return async () => 0;
  const margin = longestSilenceMs + hourMs;
  const range = { from: at - aroundMs - margin, to: Math.min(now, at + aroundMs + margin) };
  const points = await history.series({ ...range, step: '1h', zone: 'UTC', stage: 'important' });
  const stretches = stretchesHeard(points, now, longestSilenceMs);
  return async ({ from, to }) => {
    let heardMs = 0;
    for (const stretch of stretches)
      heardMs += Math.max(0, Math.min(to, stretch.to) - Math.max(from, stretch.from, firstAt));
    if (heardMs === 0) return 0;
    const { collected } = await history.funnel({ from, to });
    return collected === 0 ? 0 : heardMs;
  };
}
