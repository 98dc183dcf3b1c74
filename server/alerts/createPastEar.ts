import { minuteMs, quarterMs } from '../../shared/rollup.ts';
import type { CellOf } from '../live/window.ts';
import { createJudge, type SeriesDetector } from './createJudge.ts';
import { canPile, createPiling } from './createPiles.ts';
import { graceMs } from './createWatch.ts';
import type { PastComplaints } from './pastComplaints.ts';
import type { PastMinutes } from './pastMinutes.ts';
import type { Standings, Told } from './standing.ts';
import type { Watched } from './watched.ts';

/** A quarter-hour that is over. */
export type PastQuarter = {
  at: number;
  day: PastMinutes;
  /** Series (by place) in which complaints may pile up within it, and those of which opinions become history with it. */
  due: ReadonlySet<number>;
  older: ReadonlySet<number>;
};

export type PastEarOptions = {
  watched: readonly Watched[];
  from: number;
  among: number;
  sensitivities: readonly number[];
  createDetector: (of: Watched, among: number, sensitivities: readonly number[]) => SeriesDetector<Standings>;
  isHeard: (at: number) => boolean;
  /** By the place of their series among those that can pile. */
  complaints: readonly PastComplaints[];
};

/** What stands out at a moment, by sensitivity. */
export type PastLook = { now: number; told: Told<Standings>[] };

/**
 * Hears the past once for all sensitivities, as the watch hears it live: complaints and running quarter-hours minute by minute
 * wherever something may stand out for one of them, all else as quarter-hours end.
 */
export function createPastEar({ watched, from, among, sensitivities, complaints, ...options }: PastEarOptions) {
  const startJudge = (judged: readonly Watched[]) =>
    createJudge<Standings>(judged, {
      knownFrom: from,
      createDetector: (of) => options.createDetector(of, among, sensitivities),
      isHeard: options.isHeard,
    });
  /** Piles ask what series of complaints expect at each moment; nobody asks the others, which are heard a day at a time. */
  const judge = startJudge(watched.filter(canPile));
  const others = startJudge(watched.filter((one) => !canPile(one)));
  let othersTold: ReturnType<typeof others.closeMany> = { running: new Map(), ended: new Map() };
  const pilings = watched
    .filter(canPile)
    .map((one, place) =>
      createPiling(one, { among, sensitivities, read: complaints[place]!.read, expectedOf: judge.expectedOf }),
    );
  for (const piling of pilings) piling.learn(from, from);
  /** Places of series of which a pile was seen at the last look. */
  const going = new Set<number>();

  function piles(due: ReadonlySet<number>, now: number): Told<Standings>[] {
    const told: Told<Standings>[] = [];
    for (const place of new Set([...due, ...going])) {
      complaints[place]!.knowTo(bucketOfMinute(now));
      const pile = pilings[place]!.look(now);
      if (pile) told.push(pile);
      if (pile) going.add(place);
      else going.delete(place);
    }
    return told;
  }

  /** The cells of what will stand out once the quarter-hour is whole: a part of it says nothing that the whole would not. */
  function risingIn({ at, day }: PastQuarter): Set<CellOf> {
    const told = judge.peek(at, day.quarter, at + quarterMs);
    const keys = new Set(told.map(({ watched: { key } }) => key));
    return new Set(keys.size === 0 ? [] : watched.flatMap(({ key, cell }) => (keys.has(key) ? [cell] : [])));
  }

  return {
    /** The quarter-hours that come next, before they are asked for one by one. */
    begin(ats: readonly number[], day: PastMinutes): void {
      const readPart = (now: number) => (at: number, of: CellOf) => day.sum(at, bucketOfMinute(now), of);
      othersTold = others.closeMany(ats, day.quarter, looksWithin, readPart);
    },
    /** The looks within a quarter-hour at which something stands out; what is not asked for is not looked at. */
    *running(quarter: PastQuarter): Generator<PastLook> {
      const { at, day, due } = quarter;
      const rising = risingIn(quarter);
      const looks = looksWithin(at);
      const isQuiet = rising.size === 0 && due.size === 0 && going.size === 0;
      if (isQuiet && !looks.some((now) => othersTold.running.has(now))) return;
      for (const now of looks) {
        const part = (from: number, of: CellOf) =>
          rising.has(of) ? day.sum(from, bucketOfMinute(now), of) : undefined;
        const running = rising.size > 0 ? judge.peek(at, part, now) : [];
        const told = [...piles(due, now), ...running, ...(othersTold.running.get(now) ?? [])];
        if (told.length > 0) yield { now, told };
      }
    },
    /** The look at its end, with which it becomes history. */
    end({ at, day, due, older }: PastQuarter): PastLook {
      const end = at + quarterMs;
      for (const place of older) {
        complaints[place]!.knowTo(end - minuteMs);
        pilings[place]!.learn(from, end - minuteMs + graceMs);
      }
      const ended = [...judge.close(at, day.quarter), ...(othersTold.ended.get(at) ?? [])];
      const now = end + graceMs;
      return { now, told: [...piles(due, now), ...ended] };
    },
  };
}

/** Each minute of a quarter-hour but its last, which is the look at its end. */
const looksWithin = (at: number): number[] =>
  Array.from({ length: quarterMs / minuteMs - 1 }, (_, minute) => at + (minute + 1) * minuteMs + graceMs);

const bucketOfMinute = (at: number): number => Math.floor(at / minuteMs) * minuteMs;
