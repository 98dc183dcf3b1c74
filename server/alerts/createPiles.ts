import type { Cell } from '../../shared/protocol.ts';
import { bucketOf, minuteMs, quarterMs } from '../../shared/rollup.ts';
import {
  createPileDetector,
  type MinuteOfOpinions,
  type Pile,
  type PileDetector,
} from '../detect/createPileDetector.ts';
import type { LiveWindow } from '../live/window.ts';
import { complaintsIn } from './measure.ts';
import type { Told } from './standing.ts';
import type { Watched } from './watched.ts';

const spanMs = 10 * minuteMs;
/** So far ahead of our clock a post may be dated (see `parsePost`). */
const aheadMs = 5 * minuteMs;
/** Of every three complaints one is not understood as one: of forty that people write in ten minutes this many are sure to be. */
const least = 15;

type Piling = { watched: Watched; detector: PileDetector; pushedTo: number };

/** Complaints, and with them all that is positive. */
function opinionsIn(cell: Cell): MinuteOfOpinions {
  const positive = Math.max(0, cell[2]);
  const complaints = complaintsIn(cell);
  return { complaints, opinions: positive + complaints };
}

function toldOf({ watched }: Piling, pile: Pile, end: number): Told {
  const { severity, value, expected, known } = pile;
  const figure = { at: end, spanMs: pile.spanMs, value, expected };
  // By a clock that is ahead it may have been said after now; it is told now all the same.
  const [at, until] = [Math.min(pile.at, end), Math.min(pile.until, bucketOf(end, minuteMs) + minuteMs)];
  return { watched, standing: { at, until, severity, isKnown: known, figure } };
}

/**
 * Complaints that pile up, minute by minute: what is told of before three days are known, and within a second. `expectedOf`: what
 * a series' detector expects in a quarter-hour, once it has learned.
 */
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
  const piling: Piling[] = watched
    .filter(({ subject }) => subject.kind === 'complaints' && subject.channel === undefined)
    .map((one) => ({
      watched: one,
      detector: createPileDetector({
        among,
        sensitivity: one.rule.sensitivity,
        least: Math.max(least, one.rule.least),
      }),
      pushedTo: Number.NEGATIVE_INFINITY,
    }));

  const usualIn = (key: string, at: number) => {
    const expected = expectedOf(key, bucketOf(at, quarterMs));
    return expected === undefined ? undefined : (expected * spanMs) / quarterMs;
  };

  /** Hears the minutes that are over for ten: what comes later than that is history. */
  function hear(one: Piling, from: number, now: number): void {
    const to = bucketOf(now - spanMs, minuteMs);
    for (let at = Math.max(one.pushedTo, from); at < to; at += minuteMs) {
      const minute = opinionsIn(window.minutes(at, at + minuteMs, one.watched.cell));
      if (minute.opinions > 0) one.detector.push(at, minute, usualIn(one.watched.key, at));
    }
    one.pushedTo = Math.max(one.pushedTo, to);
  }

  return {
    /** One series' past since `from`, which is on a minute. */
    learn: (place: number, from: number, now: number): void => hear(piling[place]!, from, now),
    size: piling.length,
    /** What piles up now. */
    look(now: number): Told[] {
      const told: Told[] = [];
      for (const one of piling) {
        if (one.pushedTo === Number.NEGATIVE_INFINITY) continue;
        hear(one, one.pushedTo, now);
        // A post may take some minutes from mouth to store, and a sender's clock may be ahead of ours.
        const minutes: MinuteOfOpinions[] = [];
        for (let at = one.pushedTo; at < now + aheadMs; at += minuteMs)
          minutes.push(opinionsIn(window.minutes(at, at + minuteMs, one.watched.cell)));
        const pile = one.detector.peek(one.pushedTo, minutes, usualIn(one.watched.key, now));
        if (pile) told.push(toldOf(one, pile, now));
      }
      return told;
    },
  };
}

export type Piles = ReturnType<typeof createPiles>;
