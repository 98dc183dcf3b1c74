import { minuteMs } from '../../shared/rollup.ts';
import { greyBelow, holdsZero, tooFewBelow } from '../../shared/uncertainty.ts';
import type { WordKey } from '../ui/words/en.ts';
import { type BrandFigures, type Direction, isMostlyMachine } from './brandFigures.ts';
import type { ThemeRow } from './themeRows.ts';

/** `sure` says what is; `quiet` says how sure, and against what. `values` are raw: the screen formats them. */
export type Segment = { tone: 'sure' | 'quiet'; key: WordKey; values: Record<string, HeadlineValue> };
/** A number with the way to write it; a string is a name or a key of an ICU select. */
export type HeadlineValue =
  | string
  | { number: number }
  | { times: number }
  | { signed: number }
  /** Net sentiment with its 90 % interval. */
  | { interval: { net: number; low: number; high: number } }
  /** The interval of points by its ends. */
  | { ends: { low: number; high: number } }
  /** The interval alone. */
  | { spread: { net: number; low: number; high: number } }
  | { percent: number }
  | { duration: number };
export type Sentence = Segment[];

/** What is compared: the last hour, the last day, or everything since T0, each with the same length before. */
export type SpanKind = 'hour' | 'day' | 'since';
/** `soFar`: listening began within the window that is told. */
export type OpinionSpan = SpanKind | 'soFar';

/** Below this a sure change is said in per cent: "1.1 times" is no way to speak. */
const timesFrom = 1.3;

/** A span as it is spoken of: no seconds, which would change all the time. */
export const wholeMinutes = (ms: number): number => Math.max(minuteMs, ms - (ms % minuteMs));

const sure = (key: WordKey, values: Segment['values'] = {}): Segment => ({ tone: 'sure', key, values });
const quiet = (key: WordKey, values: Segment['values'] = {}): Segment => ({ tone: 'quiet', key, values });

/** A moment as it is said; a time of day alone takes no article in French. */
export type Since = { at: string; isDated: boolean };

/**
 * How much people talk, and against what. Claims a change only where it is surer than 90 %. `since`: when listening began, where that
 * lies within the span.
 */
export function buzzSentence(
  figures: BrandFigures,
  brand: string,
  span: SpanKind,
  spanMs: number,
  since?: Since,
): Sentence {
  const { mentions, before, buzz } = figures;
  const against = { span, length: { duration: wholeMinutes(spanMs) } };
  if (mentions === 0) return [sure('headline.silence', { brand, ...against }), sure('headline.stop')];
  if (before === null && since !== undefined)
    return [
      sure('headline.countSince', {
        brand,
        mentions: { number: mentions },
        since: since.at,
        dated: since.isDated ? 'yes' : 'no',
      }),
      sure('headline.stop'),
    ];
  if (before === null)
    return [sure('headline.count', { brand, mentions: { number: mentions }, ...against }), quiet('headline.noBefore')];
  // A source is lost: what is counted is said, no change is.
  if (buzz === 'unknown')
    return [sure('headline.count', { brand, mentions: { number: mentions }, ...against }), sure('headline.stop')];
  const counts = { mentions: { number: mentions }, before: { number: before } };
  if (before === 0)
    return [sure('headline.fresh', { brand, ...counts, ...against }), quiet('headline.afterNone', against)];
  const ratio = mentions / before;
  if (buzz === 'up' && ratio >= timesFrom)
    return [sure('headline.times', { brand, times: { times: ratio }, ...against }), quiet('headline.counts', counts)];
  if (buzz === 'up')
    return [
      sure('headline.more', { brand, percent: { percent: ratio - 1 }, ...against }),
      quiet('headline.counts', counts),
    ];
  if (buzz === 'down')
    return [
      sure('headline.fewer', { brand, percent: { percent: 1 - ratio }, ...against }),
      quiet('headline.counts', counts),
    ];
  return [sure('headline.steady', { brand, ...against }), quiet('headline.steadyCounts', counts)];
}

type Mood = 'positive' | 'negative' | 'even';

function moodOf(figures: BrandFigures): Mood | null {
  const { net } = figures;
  if (!net || net.opinions < greyBelow) return null;
  if (holdsZero(net)) return 'even';
  return net.net > 0 ? 'positive' : 'negative';
}

/** How people feel, with its interval, and whether that moved. Its span is the one that the sentence before it names. */
export function opinionSentence(figures: BrandFigures, span: OpinionSpan): Sentence {
  const { net, netBefore, opinions, sentiment } = figures;
  if (!net)
    return [
      sure('headline.tooFew', { span }),
      quiet('headline.tooFewWhy', { needed: { number: tooFewBelow }, opinions: { number: opinions } }),
    ];
  const mood = moodOf(figures);
  const interval = { interval: { interval: net } };
  if (mood === null)
    return [
      sure('headline.few', { span }),
      quiet('headline.fewWhy', { opinions: { number: net.opinions }, ...interval }),
    ];
  // Which way it went may be sure where its level is not: the hour before has the same error of the scorer.
  if (mood === 'even' && (sentiment === 'up' || sentiment === 'down'))
    return [
      sure('headline.movedOnly', { direction: sentiment, span }),
      netBefore === null
        ? quiet('headline.levelUnsure', interval)
        : quiet('headline.afterNet', {
            net: { signed: net.net },
            before: { signed: netBefore.net },
            spread: { spread: net },
            error: isMostlyMachine(figures) ? 'machine' : 'both',
          }),
    ];
  const opening = sure('headline.opinion', { mood, span });
  const middle = quiet('headline.interval', interval);
  if (sentiment === 'unknown') return [opening, quiet('headline.intervalEnd', interval)];
  if (sentiment === 'same') return [opening, middle, quiet('headline.noClearChange')];
  return [
    opening,
    middle,
    sure('headline.moved', {
      direction: sentiment,
      mood,
      span,
      hasBefore: netBefore === null ? 'no' : 'yes',
      before: { signed: netBefore?.net ?? 0 },
    }),
  ];
}

/**
 * The same claim without its counts, where the figures stand right below; on few mentions with them, so that nobody takes it for much.
 * `isLeast`: posts of the window are missing, so that no more than a least count can be said.
 */
export function buzzClaim(
  figures: BrandFigures,
  brand: string,
  span: SpanKind,
  spanMs: number,
  isLeast = false,
  since?: Since,
): Sentence {
  if (isLeast && figures.mentions > 0) {
    const values = { brand, mentions: { number: figures.mentions }, span, length: { duration: spanMs } };
    return [sure('headline.atLeast', values), sure('headline.stop')];
  }
  const sentence = buzzSentence(figures, brand, span, spanMs, since);
  if (figures.mentions < greyBelow && figures.before !== null) return sentence;
  const [claim] = sentence;
  return claim ? [claim, sure('headline.stop')] : [];
}

/**
 * A theme by its name, with the points that it adds to net sentiment or takes from it; `isGrey`: its own figure is grey on the
 * page, so that a sentence may say no more than "seems".
 */
export type NamedTheme = {
  name: string;
  isGrey: boolean;
  pull: number | null;
  /** A theme that counts for more, but is often filed wrongly. */
  unsure?: string;
};
export type NamedThemes = { helps: NamedTheme | null; hurts: NamedTheme | null };

/** The Brief's second sentence: the feeling, whether it moved, and the theme that explains it. */
export function briefOpinionSentence(
  figures: BrandFigures,
  themes: NamedThemes,
  span: OpinionSpan,
  /** Named where the sentence before it speaks of the product alone: feelings are those of the whole brand. */
  brand = '',
): Sentence {
  const mood = moodOf(figures);
  if (!figures.net || mood === null) return opinionSentence(figures, span);
  const change: Direction = figures.sentiment;
  const because = themes.hurts ? 'hurts' : 'helps';
  const theme = themes.hurts ?? themes.helps;
  const feeling = sure('headline.feeling', { mood, change, span, whose: brand === '' ? 'none' : 'brand', brand });
  if (!theme) return [feeling, sure('headline.stop')];
  const points = `${Math.round(Math.abs(theme.pull ?? 0))}`;
  if (theme.unsure !== undefined)
    return [feeling, sure('headline.besideUnsure', { because, theme: theme.name, points, unsure: theme.unsure })];
  return [
    feeling,
    sure(theme.isGrey ? 'headline.seemsTheme' : 'headline.byTheme', { because, theme: theme.name, points }),
  ];
}

/** One line under the Brief's headline: how sure each of its claims is. */
export function certaintyLine(
  figures: BrandFigures,
  named: ThemeRow | null,
  theme: string,
  /** A theme that would weigh more, with the share of its messages that is filed right. */
  unsure: { name: string; pull: number; right: number } | null = null,
  /** Too few labels say whether messages are filed rightly under the named theme. */
  isUnchecked = false,
): Sentence {
  const line: Sentence = [];
  const mood = moodOf(figures);
  line.push(sure('certainty.buzz', { state: figures.buzz }));
  if (!figures.net)
    line.push(
      sure('certainty.opinionNone', { opinions: { number: figures.opinions }, needed: { number: tooFewBelow } }),
    );
  else if (mood === null)
    line.push(
      sure('certainty.opinionFew', { opinions: { number: figures.net.opinions }, needed: { number: greyBelow } }),
    );
  else
    line.push(
      sure('certainty.opinion', {
        mood,
        chance: { number: Math.max(1, figures.chance) },
        interval: { interval: figures.net },
        state: figures.sentiment,
      }),
    );
  if (named?.pull)
    line.push(
      sure('certainty.theme', {
        theme,
        points: { ends: named.pull },
        state: named.opinions < greyBelow ? 'few' : named.isPullGrey ? 'zero' : 'sure',
        side: named.pull.points > 0 ? 'up' : 'down',
        opinions: { number: named.opinions },
        filing: isUnchecked ? 'unchecked' : 'checked',
      }),
    );
  if (unsure)
    line.push(
      sure('certainty.unsure', {
        theme: unsure.name,
        points: { signed: unsure.pull },
        right: { percent: unsure.right },
      }),
    );
  return line;
}

/** The wall's Themes: who wins people over, who loses them, and whether that moved within the window. */
export function themesSentence(
  poles: { helps: ThemeRow | null; hurts: ThemeRow | null },
  nameOf: (theme: string) => string,
  mover: ThemeRow | null,
  /** What moves the whole by as many points, as they are written: then a pole is not the most alone. */
  alike: { helps: boolean; hurts: boolean } = { helps: false, hurts: false },
): Sentence[] {
  const { helps, hurts } = poles;
  const first: Sentence = [];
  // What is grey beside the sentence is no fact in it.
  const how = (row: ThemeRow) =>
    row.isPullGrey ? 'seems' : (row === helps ? alike.helps : alike.hurts) ? 'shares' : 'does';
  if (helps && hurts)
    first.push(
      sure('headline.bothPoles', {
        helps: nameOf(helps.theme),
        helping: how(helps),
        hurts: nameOf(hurts.theme),
        hurting: how(hurts),
      }),
    );
  else if (helps) first.push(sure('headline.onlyHelps', { helps: nameOf(helps.theme), helping: how(helps) }));
  else if (hurts) first.push(sure('headline.onlyHurts', { hurts: nameOf(hurts.theme), hurting: how(hurts) }));
  else first.push(sure('headline.noPoles'));
  if (!mover || mover.shareBefore === null) return [first];
  if (mover.weight !== 'up' && mover.weight !== 'down') return [first, [quiet('headline.themesSteady')]];
  return [
    first,
    [
      sure('headline.mover', { theme: nameOf(mover.theme), direction: mover.weight }),
      quiet('headline.moverShares', { share: { percent: mover.share }, before: { percent: mover.shareBefore } }),
    ],
  ];
}
