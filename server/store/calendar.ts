import { type Step, steps } from '../../shared/protocol.ts';
import { dayMs } from '../../shared/rollup.ts';

/** A stretch of time in which a zone keeps one distance from UTC (`offsetMs`, east positive). `to` is exclusive. */
export type OffsetSpan = { from: number; to: number; offsetMs: number };

const firstMoment = 0;
const lastMoment = Date.UTC(2100, 0, 1);
const probeMs = 7 * dayMs;
const spansByZone = new Map<string, OffsetSpan[]>();

function offsetReader(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  return (at) => {
    const found = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(format.format(at));
    if (!found) return 0;
    const seconds = Number(found[2]) * 3600 + Number(found[3]) * 60 + Number(found[4] ?? 0);
    return (found[1] === '-' ? -seconds : seconds) * 1000;
  };
}

/** All spans of a zone from 1970 to 2100, found once by weekly probes and bisection; UTC is one span. */
export function offsetSpans(zone: string): readonly OffsetSpan[] {
  const known = spansByZone.get(zone);
  if (known) return known;
  const offsetAt = offsetReader(zone);
  const spans: OffsetSpan[] = [];
  let from = Number.MIN_SAFE_INTEGER;
  let offsetMs = offsetAt(firstMoment);
  for (let probe = firstMoment + probeMs; probe < lastMoment; probe += probeMs) {
    const next = offsetAt(probe);
    if (next === offsetMs) continue;
    let before = probe - probeMs;
    let after = probe;
    while (after - before > 1000) {
      const middle = before + Math.floor((after - before) / 2000) * 1000;
      if (offsetAt(middle) === offsetMs) before = middle;
      else after = middle;
    }
    spans.push({ from, to: after, offsetMs });
    from = after;
    offsetMs = next;
  }
  spans.push({ from, to: Number.MAX_SAFE_INTEGER, offsetMs });
  spansByZone.set(zone, spans);
  return spans;
}

/**
 * Buckets of a series. Steps up to six hours are multiples of UTC; days and weeks begin at local midnight (Monday), so
 * a day has 23 or 25 hours when clocks change. A bucket's `index` is the same on both sides of a clock change.
 */
export type Calendar = {
  /** Within each span a bucket's index is floor((at + shiftMs) / stepMs). */
  spans: readonly { from: number; to: number; shiftMs: number }[];
  stepMs: number;
  indexOf(at: number): number;
  startOf(index: number): number;
};

/** Day 0 (1 January 1970) was a Thursday: three days on, weeks begin on Monday. */
const mondayShiftMs = 3 * dayMs;

export function createCalendar(step: Step, zone: string): Calendar {
  const stepMs = steps[step];
  const isLocal = step === '1d' || step === '1w';
  const shift = step === '1w' ? mondayShiftMs : 0;
  const spans = isLocal
    ? offsetSpans(zone).map((span) => ({ from: span.from, to: span.to, shiftMs: span.offsetMs + shift }))
    : [{ from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER, shiftMs: 0 }];

  function spanAt(at: number): number {
    let low = 0;
    let high = spans.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at < spans[middle]!.to) high = middle;
      else low = middle + 1;
    }
    return low;
  }
  return {
    spans,
    stepMs,
    indexOf: (at) => Math.floor((at + spans[spanAt(at)]!.shiftMs) / stepMs),
    startOf(index) {
      // Midnight may not exist (clocks go forward at 00:00): the day then starts with its first moment.
      const near = spanAt(index * stepMs - spans[0]!.shiftMs);
      for (let place = Math.max(0, near - 2); place < spans.length; place += 1) {
        const span = spans[place]!;
        const start = Math.max(span.from, index * stepMs - span.shiftMs);
        if (start < span.to && Math.floor((start + span.shiftMs) / stepMs) === index) return start;
      }
      return index * stepMs;
    },
  };
}
