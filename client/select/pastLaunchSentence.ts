import type { LaunchComparison, Placing, Standing } from '../../shared/launchComparison.ts';
import { type TextsBeside, textsBeside, wayOf } from '../../shared/textsBeside.ts';
import type { Segment, Sentence } from './headline.ts';

/** Below this number of past launches nothing is said in words (PRODUCT.md). */
export const launchesNeeded = 3;
/** A difference is claimed only where it is surer than this, as everywhere. */
const sureFrom = 0.9;
/** Below this a sure difference is said in per cent. */
const timesFrom = 1.3;

const isApart = ({ probabilityMore }: Placing): boolean => wayOf(probabilityMore) !== 'same';

/** Only what the sentence needs of the answer. */
export type ComparedStanding = Pick<LaunchComparison, 'standing' | 'past'> & {
  launch: Pick<LaunchComparison['launch'], 'counts'>;
};
/** What is said of distinct texts beside that: where neither they nor the mentions are clearly apart, no multiple. */
export function textsBesidePast(standing: Standing): TextsBeside {
  const how = textsBeside(standing);
  return how === 'times' && !isApart(standing) && !isApart(standing.texts) ? 'also' : how;
}

/**
 * A launch's buzz against the median of past launches at the same T+x; null where too few can be compared. `isChosen`: a
 * person picked the past launches, so that they are not simply the last ones.
 */
export function pastLaunchSentence({ standing, past, launch }: ComparedStanding, isChosen: boolean): Sentence | null {
  if (!standing || standing.launches < launchesNeeded || standing.mentions === 0) return null;
  const { launches, median, times, probabilityMore, toMs } = standing;
  if (median === undefined || times === undefined || probabilityMore === undefined) return null;
  const against = {
    count: { number: launches },
    // Where some were not heard, the others need not be the last ones.
    which: isChosen || launches < past.length ? 'some' : 'last',
    // Its product alone, or the whole brand.
    counts: launch.counts,
    side: toMs <= 0 ? 'before' : 'after',
    length: { duration: Math.abs(toMs) },
  };
  const isMore = probabilityMore > sureFrom;
  const isLess = probabilityMore < 1 - sureFrom;
  const claim: Segment =
    isMore && times >= timesFrom
      ? { tone: 'sure', key: 'past.times', values: { ...against, times: { times } } }
      : isMore && times > 1
        ? { tone: 'sure', key: 'past.more', values: { ...against, percent: { percent: times - 1 } } }
        : isLess && times < 1
          ? { tone: 'sure', key: 'past.fewer', values: { ...against, percent: { percent: 1 - times } } }
          : { tone: 'sure', key: 'past.same', values: against };
  const how = textsBesidePast(standing);
  // Where they agree the first figure says by how much, right below.
  const isTold = how !== 'none' && wayOf(probabilityMore) !== wayOf(standing.texts.probabilityMore);
  const ofTexts: Segment[] = isTold
    ? [{ tone: 'sure', key: 'texts.beside', values: { how, times: { times: standing.texts.times ?? 0 } } }]
    : [];
  return [claim, ...ofTexts, { tone: 'sure', key: 'headline.stop', values: {} }];
}
