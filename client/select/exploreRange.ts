import type { Step } from '../../shared/protocol.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import type { ExploreState } from './exploreState.ts';

/** `from` inclusive, `to` exclusive. `live`: the range ends now and moves on. */
export type Window = { from: number; to: number; live: boolean };

const spanOf = { '1h': hourMs, '24h': dayMs, '7d': 7 * dayMs, '28d': 28 * dayMs } as const;

/**
 * The window of a range at `now`, on whole minutes: figures and lists then ask for exactly the same posts. `t0` without
 * a launch that has begun, and `all` without posts, fall back to the last 24 hours.
 */
export function windowOf(
  state: Pick<ExploreState, 'range' | 'from' | 'to'>,
  now: number,
  known: { t0?: number; firstAt?: number; lastAt?: number },
): Window {
  const minute = Math.floor(now / minuteMs) * minuteMs + minuteMs;
  if (state.range === 'custom' && state.from !== undefined && state.to !== undefined)
    return { from: state.from, to: state.to, live: false };
  if (state.range === 't0' && known.t0 !== undefined && known.t0 < now)
    return { from: Math.floor(known.t0 / minuteMs) * minuteMs, to: minute, live: true };
  if (state.range === 'all' && known.firstAt !== undefined) {
    const last = known.lastAt ?? now;
    const live = last > now - dayMs;
    const from = Math.floor(known.firstAt / minuteMs) * minuteMs;
    return { from, to: live ? minute : Math.floor(last / minuteMs) * minuteMs + minuteMs, live };
  }
  const span = state.range === '1h' || state.range === '7d' || state.range === '28d' ? spanOf[state.range] : dayMs;
  return { from: minute - span, to: minute, live: true };
}

/** Where what is known ends: a window goes on to the end of its minute, figures to the moment at which they were asked for. */
export const knownUntil = ({ window, at }: { window: Pick<Window, 'to'>; at: number }): number =>
  Math.min(window.to, at);

/** The period of equal length just before. */
export function before(window: Pick<Window, 'from' | 'to'>): { from: number; to: number } {
  return { from: window.from - (window.to - window.from), to: window.from };
}

/** How a chart cuts a window: what the server is asked for, and how many of its buckets one point joins. */
export type Cut = { step: Step; join: number; stepMs: number };

const cuts: Cut[] = [
  { step: '1m', join: 1, stepMs: minuteMs },
  { step: '5m', join: 1, stepMs: 5 * minuteMs },
  { step: '10m', join: 1, stepMs: 10 * minuteMs },
  { step: '15m', join: 1, stepMs: 15 * minuteMs },
  { step: '30m', join: 1, stepMs: 30 * minuteMs },
  { step: '1h', join: 1, stepMs: hourMs },
  { step: '1h', join: 2, stepMs: 2 * hourMs },
  { step: '6h', join: 1, stepMs: 6 * hourMs },
  { step: '1d', join: 1, stepMs: dayMs },
  { step: '1w', join: 1, stepMs: 7 * dayMs },
];

/** The finest cut of which no point joins buckets: who wrote in two of them would be counted twice. */
export function countsCutOf(window: Pick<Window, 'from' | 'to'>, points = 170): Cut {
  const span = window.to - window.from;
  const whole = cuts.filter((cut) => cut.join === 1);
  return whole.find((cut) => span / cut.stepMs <= points) ?? (whole.at(-1) as Cut);
}

/** The finest cut with at most `points` points (recharts draws no more than 120 smoothly). */
export function cutOf(window: Pick<Window, 'from' | 'to'>, points = 120): Cut {
  const span = window.to - window.from;
  return cuts.find((cut) => span / cut.stepMs <= points) ?? (cuts.at(-1) as Cut);
}
