import { bucketOf, hourMs, minuteMs } from '../../shared/rollup.ts';
import { countStrangeness } from './countStrangeness.ts';
import {
  bunchingOf,
  complaintsAMinute,
  nothingBefore,
  type OpinionsBefore,
  usualShareOf,
  withMinutes,
} from './opinionsBefore.ts';
import { shareStrangeness } from './shareSpread.ts';
import { neededStrangeness, onceInDaysOf, severityOf, type Watching } from './threshold.ts';

/** Complaints that pile up within one to ten minutes: many more than before, and a larger share of all opinions. */
export type Pile = {
  /** The minute in which it was told, and the end of the last one that still piled up, epoch ms. */
  at: number;
  until: number;
  /** 1 to 10: how sure, and how many times what was before. */
  severity: number;
  /** Complaints in the `spanMs` up to its strongest moment (`strongestAt`, the end of that minute); what was to be expected, as far as anything was heard. */
  strongestAt: number;
  value: number;
  expected: number;
  spanMs: number;
  /** Complaints (the same as `value`) of so many opinions. */
  part: number;
  whole: number;
  /** About once in so many days, or less often, would chance alone pile up as high. */
  onceInDays: number;
  /** Whether `expected` is what a learned series expects; else what is usual is not known yet. */
  known: boolean;
};

/** Distinct significant opinions (no near-copies) of one minute; those of `complaints` are among `opinions`. */
export type MinuteOfOpinions = { complaints: number; opinions: number };

export type PileDetector<Answer = Pile> = {
  /**
   * Whole minutes in order; those left out held nothing. `usual`: complaints that a learned series expects in ten minutes, where
   * three days or more were seen. Returns the pile that this minute belongs to: the same object while it goes on.
   */
  push(at: number, minute: MinuteOfOpinions, usual?: number): Answer | undefined;
  /**
   * What pushes of these minutes, one after another from `at` on, would answer at last. Changes nothing: of the minute that is
   * running, and of those for which posts still come in.
   */
  peek(at: number, minutes: readonly MinuteOfOpinions[], usual?: number): Answer | undefined;
};

/** The pile that each of several listeners is told of, in their order. */
export type Piles = readonly (Pile | undefined)[];

type Least = {
  /** Fewer complaints in ten minutes are never told; 20 by default. */
  least?: number;
};
export type PileOptions = Watching & Least;

/**
 * Forty complaints within a minute stand out of a busy brand's minute, not of its ten; complaints that trickle in need all ten.
 * Longest first: the longest that piles up is told, since it says most.
 */
const spans = [10, 5, 2, 1] as const;
const [longest] = spans;
/** In so short a time so many may come of any brand: of silence alone nobody can tell how rare a complaint is. */
const leastExpected = 1.5;
/** So many times what was before, at least. */
const leastTimes = 2.5;
const usualLeast = 20;
/** Standard deviations above the usual share of complaints. */
const mostly = 3;
/** How much the share varies beside chance: like `rho` of `createShareSpread` before anything is learned. */
const shareVaries = 0.01;
/** Over when nothing piled up for so long. */
const calmMs = hourMs / 2;

/** Each minute of a day, in each of the spans, as a logarithm. */
const looksADay = Math.log(24 * 60 * spans.length);

/** The last ten minutes, oldest first, and what is remembered of those before. */
type Heard = { at: number; minutes: readonly MinuteOfOpinions[]; before: OpinionsBefore };

const silence: MinuteOfOpinions = { complaints: 0, opinions: 0 };

/** With a minute more; those between held nothing. */
function hear(heard: Heard | undefined, at: number, minute: MinuteOfOpinions): Heard {
  if (!heard) return { at, minutes: [minute], before: nothingBefore };
  const passed = Math.round((at - heard.at) / minuteMs);
  const between = Array<MinuteOfOpinions>(Math.min(passed - 1, longest)).fill(silence);
  const all = [...heard.minutes, ...between, minute];
  let { before } = heard;
  for (const one of all.slice(0, -longest)) before = withMinutes(before, one);
  before = withMinutes(before, silence, passed - 1 - between.length);
  return { at, minutes: all.slice(-longest), before };
}

/** How far the complaints are a larger share of opinions than they are usually, in standard deviations. */
function shareStands(part: number, whole: number, usual: number): number {
  const independent = whole / (1 + Math.max(0, whole - 1) * shareVaries);
  return shareStrangeness(part / whole, usual, independent);
}

/** How far the complaints of one span stand out of what was before. */
type SpanSeen = {
  strangeness: number;
  onceInDays: number;
  severity: number;
  part: number;
  whole: number;
  expected: number;
  spanMs: number;
};

/** The spans in which complaints are many more than before and a larger share, longest first. `usual`: see `PileDetector`. */
function spansSeen({ minutes, before }: Heard, usual: number | undefined, least: number): SpanSeen[] {
  const aMinute = usual === undefined ? complaintsAMinute(before, longest) : usual / longest;
  const seen: SpanSeen[] = [];
  for (const span of spans) {
    let part = 0;
    let whole = 0;
    for (let one = Math.max(0, minutes.length - span); one < minutes.length; one += 1) {
      part += minutes[one]!.complaints;
      whole += minutes[one]!.opinions;
    }
    // What is too few in a longer time is too few in a part of it.
    if (part < least) break;
    const expected = aMinute * span;
    const usually = Math.max(leastExpected, expected);
    if (part < leastTimes * usually || shareStands(part, whole, usualShareOf(before)) < mostly) continue;
    const strangeness = countStrangeness(part, usually, bunchingOf(before));
    const severity = severityOf(strangeness, part / usually);
    // As if each look of a day were another chance: they overlap, so that it is at least as seldom.
    const onceInDays = onceInDaysOf(strangeness ** 2 / 2 - looksADay);
    seen.push({ strangeness, onceInDays, severity, part, whole, expected, spanMs: span * minuteMs });
  }
  return seen;
}

/** The pile of the longest span that stands out so far, as severe as the most severe of them. */
function pileOf(at: number, seen: readonly SpanSeen[], needed: number, known: boolean): Pile | undefined {
  let found: Pile | undefined;
  for (const { strangeness, onceInDays, severity, part, whole, expected, spanMs } of seen) {
    if (strangeness < needed) continue;
    const end = at + minuteMs;
    const figures = { value: part, expected, spanMs, part, whole };
    found ??= { at, until: end, severity, strongestAt: end, ...figures, onceInDays, known };
    found.severity = Math.max(found.severity, severity);
  }
  return found;
}

/** The pile after a minute in which `now` piles up; where it grew, its strongest moment is the newest. */
function after(before: Pile | undefined, now: Pile | undefined, at: number): Pile | undefined {
  if (!before) return now;
  const end = at + minuteMs;
  if (!now) return end - before.until >= calmMs ? undefined : before;
  if (now.severity > before.severity || now.part > before.part)
    return { ...now, at: before.at, severity: Math.max(now.severity, before.severity) };
  return { ...before, until: end };
}

function next(last: Heard | undefined, at: number, minute: MinuteOfOpinions): Heard {
  if (last && !(at > last.at)) throw new RangeError('minutes come in the order of time');
  if (at !== bucketOf(at, minuteMs)) throw new RangeError('a minute begins at its first second');
  if (!(minute.complaints <= minute.opinions)) throw new RangeError('complaints are opinions');
  return hear(last, at, minute);
}

/** One ear for several listeners: what was heard is the same for all, and each is told from its own strangeness on (`needed`). */
export function createPileDetectors(
  needed: readonly number[],
  { least = usualLeast }: Least = {},
): PileDetector<Piles> {
  let heard: Heard | undefined;
  let piles: Piles = needed.map(() => undefined);
  let isPiled = false;

  /** The piles of all after one minute more; undefined where there are none, as before it. */
  function pilesAfter(before: Piles | undefined, now: Heard, usual: number | undefined): Piles | undefined {
    const seen = spansSeen(now, usual, least);
    if (!before && seen.length === 0) return undefined;
    const piled = needed.map((from, place) =>
      after(before?.[place], pileOf(now.at, seen, from, usual !== undefined), now.at),
    );
    return piled.some(Boolean) ? piled : undefined;
  }

  return {
    push(at, minute, usual) {
      heard = next(heard, at, minute);
      const told = pilesAfter(isPiled ? piles : undefined, heard, usual);
      isPiled = told !== undefined;
      piles = needed.map((_, place) => {
        const [pile, own] = [piles[place], told?.[place]];
        return own && pile?.at === own.at ? Object.assign(pile, own) : own;
      });
      return isPiled ? piles : undefined;
    },
    peek(at, minutes, usual) {
      let last = heard;
      let told = isPiled ? piles : undefined;
      for (const [place, minute] of minutes.entries()) {
        last = next(last, at + place * minuteMs, minute);
        told = pilesAfter(told, last, usual);
      }
      return told?.map((pile) => pile && { ...pile });
    },
  };
}

/**
 * Finds complaints that pile up before anything is known of a brand: from its first minute on. Of a stream that was just
 * connected nobody can tell whether its complaints are new: they must clearly be more than the third that many brands
 * draw. As soon as something was heard before, their number and their share must be far above that. Where a series is learned
 * already its expectation takes the place of the number before.
 */
export function createPileDetector(options: PileOptions = {}): PileDetector {
  const detector = createPileDetectors([neededStrangeness(options)], options);
  return {
    push: (at, minute, usual) => detector.push(at, minute, usual)?.[0],
    peek: (at, minutes, usual) => detector.peek(at, minutes, usual)?.[0],
  };
}
