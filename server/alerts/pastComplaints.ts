import { minuteMs } from '../../shared/rollup.ts';
import type { MinuteOfOpinions } from '../detect/createPileDetector.ts';
import { lookedBackMs, opinionsIn, type ReadMinutes } from './createPiles.ts';
import { firstFrom, type PastMinutes } from './pastMinutes.ts';
import type { Watched } from './watched.ts';

/** The opinions of one series on their way through a back-test: of the past no more is kept than detectors still ask for. */
export function createPastComplaints({ cell }: Pick<Watched, 'cell'>, least: number) {
  let at: number[] = [];
  let minutes: MinuteOfOpinions[] = [];
  /** Complaints in the last minutes before a place, and until when so many are looked at. */
  let dueUntil: number[] = [];
  let knownTo = Number.NEGATIVE_INFINITY;

  /** Where fewer than `least` complaints stand in twice ten minutes, no ten of them hold a pile. */
  function dueAfter(place: number): number {
    let complaints = 0;
    for (let one = place; one >= 0 && at[one]! > at[place]! - lookedBackMs; one -= 1)
      complaints += minutes[one]!.complaints;
    return complaints >= least ? at[place]! + lookedBackMs : Number.NEGATIVE_INFINITY;
  }

  const read: ReadMinutes = function* (from, to) {
    const end = Math.min(to, knownTo);
    for (let place = firstFrom(at, from); place < at.length && at[place]! < end; place += 1)
      yield [at[place]!, minutes[place]!];
  };

  return {
    read,
    add(day: Pick<PastMinutes, 'minutes'>): void {
      for (const [minute, counted] of day.minutes(cell)) {
        const opinions = opinionsIn(counted);
        if (opinions.opinions === 0) continue;
        at.push(minute);
        minutes.push(opinions);
        dueUntil.push(dueAfter(at.length - 1));
      }
    },
    /** Nothing said at or after this moment is read: it was not known then. */
    knowTo(moment: number): void {
      knownTo = moment;
    },
    /** Whether a pile is possible at any moment within [from, to). */
    isDue(from: number, to: number): boolean {
      for (let place = firstFrom(at, from - lookedBackMs); place < at.length && at[place]! < to; place += 1)
        if (dueUntil[place]! >= from) return true;
      return false;
    },
    /** Whether any opinion was said within [from, to). */
    isHeard(from: number, to: number): boolean {
      const next = at[firstFrom(at, from)];
      return next !== undefined && next < to;
    },
    /** Lets go what was said before. */
    forget(before: number): void {
      const gone = firstFrom(at, before - lookedBackMs - minuteMs);
      at = at.slice(gone);
      minutes = minutes.slice(gone);
      dueUntil = dueUntil.slice(gone);
    },
  };
}

export type PastComplaints = ReturnType<typeof createPastComplaints>;
