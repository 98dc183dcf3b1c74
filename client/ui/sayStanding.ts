import type { LaunchComparison, Standing } from '../../shared/launchComparison.ts';
import { isPlacedApart, textsBeside, wayOf } from '../../shared/textsBeside.ts';
import { sayComparisonValue } from './comparisonValue.ts';
import type { Format } from './format.ts';
import { offsetWords } from './offsetWords.ts';
import { sayTextsBeside } from './sayTextsBeside.ts';
import type { Say } from './useWords.ts';

export type StandingWords = {
  /** The answer in one sentence. */
  headline: string;
  /** How many mentions that is, where the headline does not say it: for a place without the figure. */
  counted: string[];
  /** What it rests on, in sentences. */
  more: string[];
};

/** Where a launch stands by its buzz so far, in words; below three past launches without a comparison. Then the shown figure, if another. */
export function sayStanding(comparison: LaunchComparison, say: Say, format: Format): StandingWords {
  const { standing, launch, past, closest, scale, now } = comparison;
  if (!standing) {
    const isAhead = launch.at > now;
    const why = { 'not-counted': 'notCounted', 'not-told': 'notTold', 'not-heard': 'notHeard' } as const;
    const key = isAhead && launch.missing !== 'not-counted' ? 'ahead' : why[launch.missing ?? 'not-heard'];
    return {
      headline: say(`standing.${key}`, { in: format.duration(Math.abs(launch.at - now)) }),
      counted: [],
      more: [],
    };
  }
  const { mentions, texts, launches, rank, percentile, times, median, probabilityMore, fromMs, toMs } = standing;
  const at = offsetWords(toMs, format);
  const counted = say(fromMs < 0 ? 'standing.countedBefore' : 'standing.counted', {
    mentions,
    texts: texts.count,
    counts: launch.counts,
    at,
    from: offsetWords(fromMs, format),
  });
  if (scale === 'size' && launch.size === null)
    return { headline: counted, counted: [], more: [say('standing.noSize')] };
  const against = { at, ...sayTimes(times, format), texts: sayTexts(standing, say, format) };
  if (!rank && percentile === undefined) {
    const isToCome = past.some(({ missing }) => missing === 'not-told');
    const why = isToCome ? 'standing.pastToCome' : launches === 0 ? 'standing.alone' : 'standing.few';
    return {
      headline: counted,
      counted: [],
      more: [say(why, { launches }), ...sayShownMetric(comparison, say, format)],
    };
  }
  const isOver = now - launch.at >= comparison.toMs;
  const headline = rank
    ? say(isOver ? 'standing.rankPast' : 'standing.rank', {
        ...rank,
        ...against,
        isLowest: rank.place === rank.of ? 'yes' : 'no',
      })
    : say('standing.percentile', { ...against, percentile: Math.round(percentile!), launches });
  const more: string[] = [];
  if (scale === 'size') more.push(say('standing.bySize'));
  if (median !== undefined && texts.median !== undefined && scale === 'raw')
    more.push(say('standing.medians', { mentions: format.number(median), texts: format.number(texts.median) }));
  if (probabilityMore !== undefined) {
    const [way, ofTexts] = [wayOf(probabilityMore), wayOf(texts.probabilityMore)];
    const isSaid = against.texts !== '';
    more.push(say('standing.sure', { way, texts: isSaid ? (way === ofTexts ? 'alike' : ofTexts) : 'none' }));
  }
  const like = closest && past.find(({ id }) => id === closest.id);
  if (like) more.push(say('standing.closest', { name: like.name, isOver: isOver ? 'yes' : 'no' }));
  more.push(...sayShownMetric(comparison, say, format));
  if (percentile !== undefined)
    more.push(say('standing.asPercentile', { percentile: Math.round(percentile), launches }));
  return { headline, counted: [counted], more };
}

const sayTimes = (times: number | undefined, format: Format) => ({
  hasTimes: times === undefined ? 'no' : 'yes',
  times: format.times(times ?? 0),
});

/** How its distinct texts stand, behind what is said of its mentions; empty where they tell the same and hardly anything is copied. */
function sayTexts(standing: Standing, say: Say, format: Format): string {
  const { rank, percentile, times } = standing.texts;
  if (!isPlacedApart(standing)) return sayTextsBeside(textsBeside(standing), times, say, format);
  const against = sayTimes(times, format);
  if (rank)
    return say('standing.rankOfTexts', { ...rank, ...against, isLowest: rank.place === rank.of ? 'yes' : 'no' });
  return say('standing.percentileOfTexts', { ...against, percentile: Math.round(percentile ?? 0) });
}

/** The headline speaks of mentions: where the curve shows another figure, its newest value beside past launches at that offset. */
function sayShownMetric(comparison: LaunchComparison, say: Say, format: Format): string[] {
  const { metric, launch, band, shows } = comparison;
  const last = launch.points.findLast(({ value }) => value !== null);
  if (metric === 'mentions' || last?.value === undefined || last.value === null) return [];
  const value = (of: number) => sayComparisonValue(of, comparison, format);
  const beside = band.find(({ offsetMs }) => offsetMs === last.offsetMs);
  const between = shows === 'bands' ? beside?.inner : beside?.outer;
  const isTold = shows !== 'lines' && between !== undefined && beside?.median !== undefined;
  return [
    say('standing.metric', {
      metric,
      at: offsetWords(last.offsetMs, format),
      value: value(last.value),
      beside: isTold ? shows : 'no',
      count: beside?.launches ?? 0,
      low: isTold ? value(between[0]) : '',
      high: isTold ? value(between[1]) : '',
      median: isTold ? value(beside.median!) : '',
    }),
  ];
}
