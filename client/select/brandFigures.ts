import { probabilityShareHigher } from '../../shared/probabilityShareHigher.ts';
import type { FiguresState } from '../../shared/protocol.ts';
import {
  type ClassifierError,
  chanceHalf,
  type NetSentiment,
  netSentiment,
  probabilityHigher,
  probabilityMore,
  shareInterval,
} from '../../shared/uncertainty.ts';
import { cellOf, distinctOf, isBeforeKnown, mentionsOf, opinionsOf, significantOf } from './cells.ts';

/** A claim of change needs more than this; without it there is "no clear change". */
export const sureAbove = 0.9;

export type Direction = 'up' | 'down' | 'same' | 'unknown';

/** What may be said about a change whose probability of being upward is `probability`; null: nothing to compare with. */
export function directionOf(probability: number | null): Direction {
  if (probability === null) return 'unknown';
  if (probability > sureAbove) return 'up';
  if (probability < 1 - sureAbove) return 'down';
  return 'same';
}

export type BrandFigures = {
  brand: string;
  mentions: number;
  distinct: number;
  significant: number;
  /** Mentions in languages that are not scored: in no opinion. */
  unscored: number;
  /** Null when the preceding period was not heard as a whole. */
  before: number | null;
  buzz: Direction;
  net: NetSentiment | null;
  /** Half the interval that chance alone gives net sentiment, in points: the rest is the scorer's error. */
  chance: number;
  /** Opinions there are, where they are too few for a figure. */
  opinions: number;
  neutralShare: number | null;
  netBefore: NetSentiment | null;
  sentiment: Direction;
  /** Of the brand set; null when nobody of the set was named, or nobody but this brand. */
  share: number | null;
  /** Mentions of all brands of the set together: what the share is of. */
  setMentions: number;
  /** No other brand of the set was heard in this period or the one before: a share of 100 % would say nothing. */
  isAlone: boolean;
  shareRange: { low: number; high: number };
  shareBefore: number | null;
  voice: Direction;
};

/** Nearly all of net sentiment's interval is the scorer's error: it shifts every span alike, so that a change may be sure where a level is not. */
export function isMostlyMachine({ net, chance }: BrandFigures): boolean {
  return net !== null && chance < (net.high - net.low) / 8;
}

/** The figures of one brand in one window. `set`: the brands whose mentions share of voice divides by. */
export function brandFigures(
  state: FiguresState,
  brand: string,
  set: readonly string[],
  error: ClassifierError,
): BrandFigures {
  const cell = cellOf(state.now, brand);
  const hasBefore = isBeforeKnown(state);
  const earlier = cellOf(state.before, brand);
  const counts = opinionsOf(cell);
  const countsBefore = opinionsOf(earlier);
  const opinions = counts.positive + counts.negative;
  const sumOf = (cells: FiguresState['now']) => set.reduce((sum, one) => sum + mentionsOf(cellOf(cells, one)), 0);
  const total = sumOf(state.now);
  const totalBefore = hasBefore ? sumOf(state.before) : 0;
  const mentions = mentionsOf(cell);
  const isAlone = set.length > 1 && total > 0 && total === mentions && sumOf(state.before) === mentionsOf(earlier);
  const before = hasBefore ? mentionsOf(earlier) : null;
  return {
    brand,
    mentions,
    distinct: distinctOf(cell),
    significant: significantOf(cell),
    unscored: Math.max(0, mentions - opinions - counts.neutral),
    before,
    buzz: directionOf(before === null ? null : probabilityMore(mentions, before)),
    net: netSentiment(counts, error),
    chance: chanceHalf(counts),
    opinions,
    neutralShare: opinions + counts.neutral > 0 ? counts.neutral / (opinions + counts.neutral) : null,
    netBefore: hasBefore ? netSentiment(countsBefore, error) : null,
    sentiment: directionOf(hasBefore ? probabilityHigher(counts, countsBefore) : null),
    share: total > 0 && !isAlone ? mentions / total : null,
    setMentions: total,
    isAlone,
    shareRange: shareInterval(mentions, total),
    shareBefore: totalBefore > 0 && !isAlone ? mentionsOf(earlier) / totalBefore : null,
    voice: directionOf(
      totalBefore > 0 && !isAlone ? probabilityShareHigher(mentions, total, mentionsOf(earlier), totalBefore) : null,
    ),
  };
}

export type VoiceRow = { brand: string; mentions: number; share: number | null; before: number | null };

/** Every brand of the set with its share of the set's mentions: the shares add up to one. The focus first, then by size. */
export function voiceRows(state: FiguresState, set: readonly string[], focus: string): VoiceRow[] {
  const count = (cells: FiguresState['now'], brand: string) => mentionsOf(cellOf(cells, brand));
  const total = set.reduce((sum, brand) => sum + count(state.now, brand), 0);
  const totalBefore = isBeforeKnown(state) ? set.reduce((sum, brand) => sum + count(state.before, brand), 0) : 0;
  return set
    .map((brand) => ({
      brand,
      mentions: count(state.now, brand),
      share: total > 0 ? count(state.now, brand) / total : null,
      before: totalBefore > 0 ? count(state.before, brand) / totalBefore : null,
    }))
    .sort((a, b) => Number(b.brand === focus) - Number(a.brand === focus) || b.mentions - a.mentions);
}
