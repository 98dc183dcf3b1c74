import type { Opinion } from '../../shared/domain.ts';
import { isLaunchTheme } from '../../shared/launchThemes.ts';
import type { SeriesPoint } from '../../shared/protocol.ts';
import { addTally, type CountedMention, emptyTally, type Tally } from '../../shared/rollup.ts';
import type { Calendar } from './calendar.ts';
import type { Filter, SeriesFilter } from './store.ts';

/** The opinion under which one mention is counted, for one key of a series. */
export type Share = { key: string; opinion: Opinion };

type Asked = Pick<SeriesFilter, 'brands' | 'themes' | 'by'>;

const wantsAll = (asked: readonly string[] | undefined, one: string) =>
  !asked || asked.length === 0 || asked.includes(one);
/** Those asked for; where none are, all but launches, which are counted like themes and are none. */
const themesOf = ({ themes }: CountedMention, asked: readonly string[] | undefined) =>
  (themes.length > 0 ? themes : ['none']).filter((theme) =>
    asked?.length ? asked.includes(theme) : !isLaunchTheme(theme),
  );

/** Do channel, language and country of the mention pass? */
export function passesPlace(mention: Pick<CountedMention, 'channel' | 'lang' | 'country'>, filter: Filter): boolean {
  return (
    wantsAll(filter.channels, mention.channel) &&
    wantsAll(filter.langs, mention.lang) &&
    wantsAll(filter.countries, mention.country)
  );
}

/**
 * How a mention is counted: once, or once per key when grouped by brand or theme. Sentiment is the one towards the brand
 * that is asked for (or grouped by); towards several at once, or none in particular, it is the whole text's.
 */
export function sharesOf(mention: CountedMention, asked: Asked): Share[] {
  const brands = asked.brands?.length ? mention.brands.filter((brand) => asked.brands!.includes(brand.id)) : null;
  const themes = themesOf(mention, asked.themes);
  if (brands?.length === 0 || themes.length === 0) return [];
  const opinion = brands?.length === 1 ? brands[0]!.opinion : mention.opinion;
  if (asked.by === 'brand')
    return (brands ?? mention.brands).map((brand) => ({ key: brand.id, opinion: brand.opinion }));
  if (asked.by === 'theme') return themes.map((theme) => ({ key: theme, opinion }));
  return [{ key: asked.by ? mention[asked.by] : '', opinion }];
}

/** How summing rollup rows counts it: once for each pair of a brand row and a theme row that the filter names. */
export function summedSharesOf(mention: CountedMention, asked: Asked): Share[] {
  const brands: Share[] = asked.brands?.length
    ? mention.brands
        .filter((brand) => asked.brands!.includes(brand.id))
        .map((brand) => ({ key: brand.id, opinion: brand.opinion }))
    : asked.by === 'brand'
      ? mention.brands.map((brand) => ({ key: brand.id, opinion: brand.opinion }))
      : [{ key: '*', opinion: mention.opinion }];
  const themes = asked.themes?.length || asked.by === 'theme' ? themesOf(mention, asked.themes) : ['*'];
  const shares: Share[] = [];
  for (const brand of brands)
    for (const theme of themes) {
      const key = asked.by === 'brand' ? brand.key : asked.by === 'theme' ? theme : asked.by ? mention[asked.by] : '';
      shares.push({ key, opinion: brand.opinion });
    }
  return shares;
}

/** True where the two ways of counting can differ: only a mention with several brands or themes tells. */
export function needsCorrection(asked: Asked): boolean {
  const brands = asked.brands?.length ?? 0;
  const themes = asked.themes?.length ?? 0;
  return (brands > 1 && asked.by !== 'brand') || (themes > 1 && asked.by !== 'theme');
}

const one = emptyTally();
/** The tally of one mention under one opinion; the returned object is reused by the next call. */
export function tallyOf(mention: CountedMention, opinion: Opinion): Tally {
  const significant = mention.significant ? 1 : 0;
  one.mentions = 1;
  one.distinct = mention.nearCopy ? 0 : 1;
  one.significant = significant;
  one.positive = opinion === 'positive' ? 1 : 0;
  one.neutral = opinion === 'neutral' ? 1 : 0;
  one.negative = opinion === 'negative' ? 1 : 0;
  one.significantPositive = one.positive * significant;
  one.significantNeutral = one.neutral * significant;
  one.significantNegative = one.negative * significant;
  one.reach = mention.reach;
  one.engagement = mention.engagement;
  return one;
}

/** Gathers tallies by bucket and key, and gives them as points in time order, without empty ones. */
export function createSeries(filter: Pick<SeriesFilter, 'by' | 'stage'>, calendar: Calendar) {
  const buckets = new Map<number, Map<string, Tally>>();
  return {
    add(index: number, key: string, tally: Tally, sign: 1 | -1 = 1): void {
      let bucket = buckets.get(index);
      if (!bucket) {
        bucket = new Map();
        buckets.set(index, bucket);
      }
      let sum = bucket.get(key);
      if (!sum) {
        sum = emptyTally();
        bucket.set(key, sum);
      }
      addTally(sum, tally, sign);
    },
    points(): SeriesPoint[] {
      const points: SeriesPoint[] = [];
      for (const [index, bucket] of [...buckets].sort(([a], [b]) => a - b)) {
        const at = calendar.startOf(index);
        for (const [key, tally] of [...bucket].sort(([a], [b]) => compareKeys(a, b))) {
          const point = pointOf(at, tally, filter.stage);
          if (point.mentions === 0 && point.reach === 0 && point.engagement === 0) continue;
          if (filter.by) point.key = key;
          points.push(point);
        }
      }
      return points;
    },
  };
}

export type Series = ReturnType<typeof createSeries>;

export const compareKeys = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function pointOf(at: number, tally: Tally, stage: SeriesFilter['stage']): SeriesPoint {
  const isSignificant = stage === 'significant';
  return {
    at,
    mentions: isSignificant ? tally.significant : tally.mentions,
    distinct: isSignificant ? tally.significant : tally.distinct,
    significant: tally.significant,
    positive: isSignificant ? tally.significantPositive : tally.positive,
    neutral: isSignificant ? tally.significantNeutral : tally.neutral,
    negative: isSignificant ? tally.significantNegative : tally.negative,
    reach: tally.reach,
    engagement: tally.engagement,
  };
}
