import type { LaunchComparison } from '../../shared/launchComparison.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';

/** Parts of a clock, largest first: two of them are read from five metres. */
export type ClockPart = { value: number; unit: 'd' | 'h' | 'min' };

export function clockParts(ms: number): ClockPart[] {
  const minutes = Math.floor(Math.abs(ms) / minuteMs);
  const days = Math.floor(minutes / (dayMs / minuteMs));
  const hours = Math.floor(minutes / (hourMs / minuteMs)) % 24;
  if (days > 0)
    return [
      { value: days, unit: 'd' },
      { value: hours, unit: 'h' },
    ];
  if (hours > 0)
    return [
      { value: hours, unit: 'h' },
      { value: minutes % 60, unit: 'min' },
    ];
  return [{ value: minutes, unit: 'min' }];
}

/** How the launch stands beside past ones, in one figure; null where nothing may be compared in words. */
export type StandingFigure =
  | { kind: 'times'; times: number; launches: number }
  | { kind: 'rank'; place: number; of: number }
  | null;

export function standingFigure({ standing }: Pick<LaunchComparison, 'standing'>): StandingFigure {
  if (!standing) return null;
  const { times, launches, rank } = standing;
  if (times !== undefined) return { kind: 'times', times, launches };
  return rank ? { kind: 'rank', ...rank } : null;
}

export type ClockEvent = { at: number; name: string; isDone: boolean };

/** What happened and what is planned, in the order of time; the next one is what everybody waits for. */
export function clockEvents(
  events: readonly { at: number; name: string }[],
  now: number,
): { all: ClockEvent[]; next: ClockEvent | null } {
  const all = [...events].sort((a, b) => a.at - b.at).map(({ at, name }) => ({ at, name, isDone: at <= now }));
  return { all, next: all.find(({ isDone }) => !isDone) ?? null };
}
