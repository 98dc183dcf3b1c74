import type { ComparePoint } from '../../shared/launchComparison.ts';
import type { BuzzColumn } from '../../shared/outlookColumns.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import { measuredError, netSentiment, type OpinionCounts } from '../../shared/uncertainty.ts';
import { findSpikes } from '../detect/findSpikes.ts';
import type { CountedLaunch } from './compare.ts';

/** Days before T0 that are looked at. */
export const beforeMs = 14 * dayMs;
/** In less time, or with fewer mentions or opinions, a share is chance. */
const fewestMentions = 20;
const fewestOpinions = 20;
/** Spikes need days of which the usual can be learned. */
const fewestDaysForSpikes = 5;

type Points = CountedLaunch['points'];
const sumOf = (points: Points, of: keyof Pick<ComparePoint, 'mentions' | 'positive' | 'neutral' | 'negative'>) =>
  points.reduce((sum, point) => sum + point[of], 0);
const opinionsOf = (points: Points): OpinionCounts => ({
  positive: sumOf(points, 'positive'),
  neutral: sumOf(points, 'neutral'),
  negative: sumOf(points, 'negative'),
});

/** Hours of [fromMs, toMs); null where not all of them were heard. */
function stretch({ points, heard }: CountedLaunch, fromMs: number, toMs: number): Points | null {
  if (!heard || toMs <= fromMs || heard.fromMs > fromMs || heard.toMs < toMs) return null;
  return points.filter(({ offsetMs }) => offsetMs >= fromMs && offsetMs < toMs);
}

function timesUsual(points: Points, { size }: CountedLaunch): number | undefined {
  if (size === null) return undefined;
  return sumOf(points, 'mentions') / (size.perDay * ((points.length * hourMs) / dayMs));
}

function disagreement({ positive, negative }: OpinionCounts): number | undefined {
  const opinions = positive + negative;
  return opinions < fewestOpinions ? undefined : 1 - Math.abs(positive - negative) / opinions;
}

/**
 * What buzz by the hour says of a launch up to `asOfMs` from its T0, a whole number of hours. What cannot be said is not there: hours
 * that were not heard, a brand whose size is not known, few opinions. Nothing after `asOfMs` is looked at.
 */
export function buzzColumns(launch: CountedLaunch, asOfMs: number): Partial<Record<BuzzColumn, number>> {
  const until = Math.min(0, asOfMs);
  const before = stretch(launch, -beforeMs, until);
  const since = stretch(launch, 0, asOfMs);
  const all = stretch(launch, -beforeMs, asOfMs);
  const found: Partial<Record<BuzzColumn, number | undefined>> = {};
  if (before) {
    found['buzz-before'] = timesUsual(before, launch);
    const mentions = sumOf(before, 'mentions');
    const latter = before.filter(({ offsetMs }) => offsetMs >= (until - beforeMs) / 2);
    if (mentions >= fewestMentions) found.rising = sumOf(latter, 'mentions') / mentions;
    const opinions = opinionsOf(before);
    if (opinions.positive + opinions.negative >= fewestOpinions)
      found.expected = netSentiment(opinions, measuredError)?.net;
  }
  if (since) found['buzz-since'] = timesUsual(since, launch);
  if (all) {
    found.disagreement = disagreement(opinionsOf(all));
    if (all.length * hourMs >= fewestDaysForSpikes * dayMs) {
      const counts = all.map(({ offsetMs, mentions }) => ({ at: launch.at + offsetMs, value: mentions }));
      found.spikes = findSpikes({ counts, stepMs: hourMs }).length;
    }
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
