import type { Followed, FollowedDecision, LaunchDecision } from '../../shared/decisions.ts';
import { bucketOf, dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { type ClassifierError, netChange } from '../../shared/uncertainty.ts';
import type { History } from '../store/store.ts';
import { countsChange, movesAtThisHour, usualMovesOf } from './countsChange.ts';
import { heardTimes } from './heardTimes.ts';
import { isCountedAlike } from './isCountedAlike.ts';
import { takeFigures } from './takeFigures.ts';

/** From so long before a decision one learns how far counts usually move. */
const usualMs = 14 * dayMs;
/** After less no change is told. */
const leastElapsedMs = 10 * minuteMs;

type Reads = Pick<History, 'series' | 'totals' | 'funnel' | 'counted' | 'ruleSet'>;

/** What was counted after a decision beside what was counted before it, over an hour and a day. */
export async function whatFollowed(
  history: Reads,
  brand: string,
  decision: LaunchDecision,
  letter: string,
  now: number,
  error: ClassifierError,
): Promise<FollowedDecision> {
  const { mentions, firstAt } = await history.totals();
  const heardFrom = mentions === 0 ? now : firstAt;
  const hourly = await hourlyBefore(history, brand, decision.at, heardFrom);
  const heardIn = await heardTimes(history, decision.at, dayMs, now);
  const isAlike = await isCountedAlike(history, decision.snapshot?.counted);
  const over = async (spanMs: number, known: number | undefined): Promise<Followed> => {
    const { at } = decision;
    const elapsedMs = Math.max(0, Math.min(spanMs, now - at));
    const [before, after, alike] = await Promise.all([
      takeFigures(history, brand, { from: at - spanMs, to: at }, heardIn, error),
      takeFigures(history, brand, { from: at, to: at + elapsedMs }, heardIn, error),
      takeFigures(history, brand, { from: at - elapsedMs, to: at }, heardIn, error),
    ]);
    const isTold = elapsedMs >= leastElapsedMs && alike.heardMs >= elapsedMs / 2;
    const hours = Math.max(1, Math.round(elapsedMs / hourMs));
    const moves = [usualMovesOf(hourly, hours), movesAtThisHour(hourly, hours)];
    return {
      spanMs,
      elapsedMs,
      before,
      after,
      mentions: isTold ? countsChange(alike, after, moves) : null,
      net: isTold ? netChange(after, alike) : null,
      cameLater: known === undefined || !isAlike ? null : before.mentions - known,
    };
  };
  const { snapshot } = decision;
  return {
    ...decision,
    letter,
    hour: await over(hourMs, snapshot?.hour.mentions),
    day: await over(dayMs, snapshot?.day.mentions),
  };
}

/** Mentions of each whole hour before a moment, quiet ones too, as far back as was listened. */
async function hourlyBefore(history: Reads, brand: string, at: number, heardFrom: number): Promise<number[]> {
  const to = bucketOf(at, hourMs);
  const from = Math.max(bucketOf(heardFrom, hourMs) + hourMs, to - usualMs);
  if (from >= to) return [];
  const points = await history.series({ brands: [brand], from, to, step: '1h', zone: 'UTC', stage: 'important' });
  const counts = new Array<number>((to - from) / hourMs).fill(0);
  for (const point of points) counts[(point.at - from) / hourMs] = point.mentions;
  return counts;
}
