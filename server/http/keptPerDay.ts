import { thresholdFor } from '../../shared/keptPerDay.ts';
import type { SignificanceAnswer } from '../../shared/protocol.ts';
import { dayMs } from '../../shared/rollup.ts';
import type { Dataset } from '../dataset.ts';
import { Refused } from './problem.ts';

const spanMs = 7 * dayMs;
/** The least that tells of a day. */
const leastMs = dayMs / 24;

type Kept = Omit<SignificanceAnswer, 'threshold'>;

/** How many mentions a day each threshold would keep, over the last seven days that are known. */
export async function countKeptPerDay({ history }: Pick<Dataset, 'history'>, now: number): Promise<Kept> {
  const { firstAt } = await history.totals();
  let [from, to] = [now - spanMs, now];
  let found = await history.significance({ from, to });
  // A file of another year tells of its own last week.
  if (found.mentions === 0 && found.lastAt !== null && found.lastAt < from) {
    to = found.lastAt + 1;
    from = to - spanMs;
    found = await history.significance({ from, to });
  }
  // Days of which nothing was heard before are not counted as quiet ones.
  from = Math.min(Math.max(from, firstAt), to - leastMs);
  const days = (to - from) / dayMs;
  const perDay: number[] = [];
  let above = 0;
  for (let step = found.steps.length - 1; step >= 0; step -= 1) {
    above += found.steps[step]!;
    perDay[step] = Math.round((above / days) * 10) / 10;
  }
  return { from, to, days, mentions: found.mentions, perDay };
}

/** Throws Refused (409) where no mention is known by which a threshold could be found. */
export async function findThreshold(dataset: Pick<Dataset, 'history'>, target: number, now: number): Promise<number> {
  const { mentions, perDay } = await countKeptPerDay(dataset, now);
  if (mentions === 0)
    throw new Refused(409, {
      detail: 'a number a day becomes a threshold by the mentions of seven days, and there are none yet',
      code: 'no-mentions-yet',
    });
  return thresholdFor(perDay, target) ?? 0;
}
