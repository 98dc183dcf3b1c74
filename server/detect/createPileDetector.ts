import { bucketOf, dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { countStrangeness } from './countStrangeness.ts';
import { shareStrangeness } from './shareSpread.ts';
import { neededStrangeness, severityOf, type Watching } from './threshold.ts';

/** Complaints that pile up: more than half of all opinions of the last ten minutes, and many more than before. */
export type Pile = {
  /** The minute in which it was told, and the end of the last one that still piled up, epoch ms. */
  at: number;
  until: number;
  /** 1 to 10: how sure, and how many times what was before. */
  severity: number;
  /** Complaints in the `spanMs` up to its strongest moment; what was to be expected, as far as anything was heard. */
  value: number;
  expected: number;
  spanMs: number;
  /** Complaints (the same as `value`) of so many opinions. */
  part: number;
  whole: number;
  /** Whether `expected` is what a learned series expects; else what is usual is not known yet. */
  known: boolean;
};

/** Distinct significant opinions (no near-copies) of one minute; those of `complaints` are among `opinions`. */
export type MinuteOfOpinions = { complaints: number; opinions: number };

export type PileDetector = {
  /**
   * Whole minutes in order; those left out held nothing. `usual`: complaints that a learned series expects in ten minutes, where
   * three days or more were seen. Returns the pile that this minute belongs to: the same object while it goes on.
   */
  push(at: number, minute: MinuteOfOpinions, usual?: number): Pile | undefined;
  /** What `push` would answer of the minute that is running, by what it holds so far. Changes nothing. */
  peek(at: number, minute: MinuteOfOpinions, usual?: number): Pile | undefined;
};

export type PileOptions = Watching & {
  /** Fewer complaints in ten minutes are never told; 20 by default. */
  least?: number;
};

const spanMinutes = 10;
const spanMs = spanMinutes * minuteMs;
/** Of what was heard before half is forgotten after a day. */
const keep = 0.5 ** (minuteMs / dayMs);
/** Complaints come in bunches: their variance beyond chance, as a share of the mean squared. */
const alpha = 0.5;
/** In ten minutes so many may come of any brand: of silence alone nobody can tell how rare a complaint is. */
const leastExpected = 2;
/** So many times what was before, at least. */
const leastTimes = 3;
const usualLeast = 20;
/** Standard deviations above half of all opinions. */
const mostly = 3;
/** Over when nothing piled up for so long. */
const calmMs = hourMs / 2;

/** The last ten minutes, oldest first, and what is remembered of those before. */
type Heard = { at: number; minutes: readonly MinuteOfOpinions[]; before: { complaints: number; minutes: number } };

const silence: MinuteOfOpinions = { complaints: 0, opinions: 0 };

/** With a minute more; those between held nothing. */
function hear(heard: Heard | undefined, at: number, minute: MinuteOfOpinions): Heard {
  if (!heard) return { at, minutes: [minute], before: { complaints: 0, minutes: 0 } };
  const passed = Math.round((at - heard.at) / minuteMs);
  const between = Array<MinuteOfOpinions>(Math.min(passed - 1, spanMinutes)).fill(silence);
  const all = [...heard.minutes, ...between, minute];
  const leaving = all.slice(0, -spanMinutes);
  let { complaints, minutes } = heard.before;
  for (const one of leaving) {
    complaints = complaints * keep + one.complaints;
    minutes = minutes * keep + 1;
  }
  const silent = keep ** (passed - 1 - between.length);
  return {
    at,
    minutes: all.slice(-spanMinutes),
    before: { complaints: complaints * silent, minutes: minutes * silent + (1 - silent) / (1 - keep) },
  };
}

/**
 * Finds complaints that pile up before anything is known of a brand: from its first minute on. Of a stream that was just
 * connected nobody can tell whether its complaints are new: they must clearly be more than half of all opinions. As soon as
 * something was heard before they must be far more than that too. Where a series is learned already its expectation takes the
 * place of what was heard before.
 */
export function createPileDetector(options: PileOptions = {}): PileDetector {
  const least = options.least ?? usualLeast;
  const needed = neededStrangeness(options);
  let heard: Heard | undefined;
  let pile: Pile | undefined;

  function judge({ at, minutes, before }: Heard, usual: number | undefined): Pile | undefined {
    let part = 0;
    let whole = 0;
    for (const { complaints, opinions } of minutes) {
      part += complaints;
      whole += opinions;
    }
    // While less than ten minutes were heard before, as if all before them had been silent.
    const expected = usual ?? (before.complaints / Math.max(spanMinutes, before.minutes)) * spanMinutes;
    const usually = Math.max(leastExpected, expected);
    if (part < least || part < leastTimes * usually) return undefined;
    const strangeness = countStrangeness(part, usually, alpha);
    if (strangeness < needed || shareStrangeness(part / whole, 0.5, whole) < mostly) return undefined;
    const severity = severityOf(strangeness, part / usually);
    const known = usual !== undefined;
    return { at, until: at + minuteMs, severity, value: part, expected, spanMs, part, whole, known };
  }

  /** The pile as it is with what was heard now; where it grew, its strongest moment is the newest. */
  function after(next: Heard, usual: number | undefined): Pile | undefined {
    const now = judge(next, usual);
    if (!pile) return now;
    const end = next.at + minuteMs;
    if (!now) return end - pile.until >= calmMs ? undefined : pile;
    if (now.severity > pile.severity || now.part > pile.part)
      return { ...now, at: pile.at, severity: Math.max(now.severity, pile.severity) };
    return { ...pile, until: end };
  }

  function next(at: number, minute: MinuteOfOpinions): Heard {
    if (heard && !(at > heard.at)) throw new RangeError('minutes come in the order of time');
    if (at !== bucketOf(at, minuteMs)) throw new RangeError('a minute begins at its first second');
    if (!(minute.complaints <= minute.opinions)) throw new RangeError('complaints are opinions');
    return hear(heard, at, minute);
  }

  return {
    push(at, minute, usual) {
      heard = next(at, minute);
      const told = after(heard, usual);
      if (told && pile?.at === told.at) Object.assign(pile, told);
      else pile = told;
      return pile;
    },
    peek(at, minute, usual) {
      const told = after(next(at, minute), usual);
      return told && { ...told };
    },
  };
}
