import type { Cell } from '../../shared/protocol.ts';
import { bucketOf, minuteMs, quarterMs } from '../../shared/rollup.ts';
import { createPileDetectors, type MinuteOfOpinions, type Pile } from '../detect/createPileDetector.ts';
import { neededStrangeness } from '../detect/threshold.ts';
import type { LiveWindow } from '../live/window.ts';
import { complaintsIn } from './measure.ts';
import { type Standing, type Standings, type Told, toldAt } from './standing.ts';
import type { Watched } from './watched.ts';

const spanMs = 10 * minuteMs;
/** So far ahead of our clock a post may be dated (see `parsePost`). */
const aheadMs = 5 * minuteMs;
/** Of every three complaints one is not understood as one: of forty that people write in ten minutes this many are sure to be. */
const least = 15;
const silence: MinuteOfOpinions = { complaints: 0, opinions: 0 };

/** Complaints, and with them all that is positive. */
export function opinionsIn(cell: Cell): MinuteOfOpinions {
  const positive = Math.max(0, cell[2]);
  const complaints = complaintsIn(cell);
  return { complaints, opinions: positive + complaints };
}

/** The minutes of a series within [from, to) that held opinions, in order. */
export type ReadMinutes = (from: number, to: number) => Iterable<readonly [at: number, minute: MinuteOfOpinions]>;

export const canPile = ({ subject }: Pick<Watched, 'subject'>): boolean =>
  subject.kind === 'complaints' && subject.channel === undefined;

/** Of fewer complaints within ten minutes nothing is told by a rule. */
export const leastOf = ({ least: asked }: Pick<Watched['rule'], 'least'>): number => Math.max(least, asked);

/** How far back and ahead of a moment minutes are looked at anew. */
export const lookedBackMs = 2 * spanMs;

export type PilingParts = {
  /** How many series are watched together. */
  among: number;
  sensitivities: readonly number[];
  read: ReadMinutes;
  /** What the series' detector expects in a quarter-hour, once it has learned. */
  expectedOf: (key: string, at: number) => number | undefined;
};

/** One series' complaints, minute by minute, for several sensitivities at once. */
export function createPiling(watched: Watched, { among, sensitivities, read, expectedOf }: PilingParts) {
  const needed = sensitivities.map((sensitivity) => neededStrangeness({ among, sensitivity }));
  const detector = createPileDetectors(needed, { least: leastOf(watched.rule) });
  let pushedTo = Number.NEGATIVE_INFINITY;

  const usualIn = (at: number) => {
    const expected = expectedOf(watched.key, bucketOf(at, quarterMs));
    return expected === undefined ? undefined : (expected * spanMs) / quarterMs;
  };

  /** Hears the minutes that are over for ten: what comes later than that is history. */
  function hear(from: number, now: number): void {
    const to = bucketOf(now - spanMs, minuteMs);
    for (const [at, minute] of read(Math.max(pushedTo, from), to)) detector.push(at, minute, usualIn(at));
    pushedTo = Math.max(pushedTo, to);
  }

  function standingOf(pile: Pile, end: number): Standing {
    const { severity, value, expected, onceInDays, known } = pile;
    const figure = { at: Math.min(pile.strongestAt, end), spanMs: pile.spanMs, value, expected };
    // By a clock that is ahead it may have been said after now; it is told now all the same.
    const [at, until] = [Math.min(pile.at, end), Math.min(pile.until, bucketOf(end, minuteMs) + minuteMs)];
    return { at, until, severity, isKnown: known, figure, ...(known ? { onceInDays } : {}) };
  }

  return {
    /** Its past since `from`, which is on a minute, as far as it is history at `now`. */
    learn: hear,
    /** What piles up now. */
    look(now: number): Told<Standings> | undefined {
      if (pushedTo === Number.NEGATIVE_INFINITY) return undefined;
      hear(pushedTo, now);
      // A post may take some minutes from mouth to store, and a sender's clock may be ahead of ours.
      const minutes: MinuteOfOpinions[] = [];
      for (let at = pushedTo; at < now + aheadMs; at += minuteMs) minutes.push(silence);
      for (const [at, minute] of read(pushedTo, now + aheadMs)) minutes[(at - pushedTo) / minuteMs] = minute;
      const piles = detector.peek(pushedTo, minutes, usualIn(now));
      return piles && { watched, standing: piles.map((pile) => pile && standingOf(pile, now)) };
    },
  };
}

export type Piling = ReturnType<typeof createPiling>;

/** Complaints that pile up, of all series: what is told of before three days are known, and within a second. */
export function createPiles(
  watched: readonly Watched[],
  {
    window,
    among,
    expectedOf,
  }: {
    window: Pick<LiveWindow, 'minutes'>;
    among: number;
    expectedOf: (key: string, at: number) => number | undefined;
  },
) {
  function* minutesOf({ cell }: Watched, from: number, to: number) {
    for (let at = from; at < to; at += minuteMs) {
      const minute = opinionsIn(window.minutes(at, at + minuteMs, cell));
      if (minute.opinions > 0) yield [at, minute] as const;
    }
  }
  const piling = watched.filter(canPile).map((one) => {
    const read: ReadMinutes = (from, to) => minutesOf(one, from, to);
    return createPiling(one, { among, sensitivities: [one.rule.sensitivity], read, expectedOf });
  });
  return {
    /** One series' past since `from`, which is on a minute. */
    learn: (place: number, from: number, now: number): void => piling[place]!.learn(from, now),
    size: piling.length,
    /** What piles up now. */
    look: (now: number): Told[] =>
      toldAt(
        0,
        piling.flatMap((one) => one.look(now) ?? []),
      ),
  };
}

export type Piles = ReturnType<typeof createPiles>;
