import { type DayKind, leastSpeakDays, type SpeakRefusal, type UsualRate } from '../../shared/speak.ts';
import { normalCdf } from '../../shared/uncertainty.ts';
import { medianOf } from '../launches/pastLaunches.ts';
import type { Random } from '../random.ts';
import { hoursDiffer } from './hoursDiffer.ts';
import { dayHours, type LocalDay } from './localDays.ts';
import { steadyHours } from './steadyHours.ts';
import { type Belief, meanOfBelief, quantileOfBelief, usualRates } from './usualRates.ts';
import { weekendsDiffer } from './weekendsDiffer.ts';

export type UsualWindow = UsualRate & {
  hour: number;
  hours: number;
  probability: number;
  times: number;
  usualDays: number;
};
export type UsualProfile = { days: DayKind; usualDays: number; rates: (UsualRate | null)[]; windows: UsualWindow[] };
export type UsualHours = { refused: SpeakRefusal } | { profiles: UsualProfile[] };

const windowHours = 2;
const mostWindows = 3;
const leastMentions = 100;
const sure = 0.9;
/** That the best one stands out was tested; the others are chosen out of twelve. */
const sureOfOthers = 1 - (1 - sure) / 12;
const splitLevel = 0.05;
const z80 = 1.2815515655446004;

const mentionsOf = (days: readonly LocalDay[]) =>
  days.reduce((sum, { hours }) => sum + hours.reduce<number>((of, count) => of + (count ?? 0), 0), 0);

function rateOf(belief: Belief, levelVariance: number, hours: number): UsualRate {
  return {
    perHour: meanOfBelief(belief) / hours,
    low: quantileOfBelief(belief, levelVariance, -z80) / hours,
    high: quantileOfBelief(belief, levelVariance, z80) / hours,
  };
}

function profileOf(days: readonly LocalDay[], kind: DayKind): UsualProfile {
  const pairs = days.map(({ hours }) =>
    hours.map((one, hour) => {
      const next = hours[(hour + 1) % dayHours] ?? null;
      return one === null || next === null ? null : one + next;
    }),
  );
  const { beliefs, levelVariance } = usualRates(pairs);
  const told = beliefs.flatMap((belief, hour) => (belief ? { hour, belief } : []));
  const median = medianOf(told.map(({ belief }) => meanOfBelief(belief)));
  // What a median of so many is not sure of, beside one of them (Laplace).
  const ofMedian = Math.PI / 2 / told.reduce((sum, { belief }) => sum + belief.shape, 0);
  const windows: UsualWindow[] = [];
  for (const { hour, belief } of told.sort((a, b) => meanOfBelief(b.belief) - meanOfBelief(a.belief))) {
    if (windows.length === mostWindows) break;
    const away = (other: number) =>
      Math.min((hour - other + dayHours) % dayHours, (other - hour + dayHours) % dayHours);
    if (windows.some((window) => away(window.hour) < windowHours)) continue;
    const times = meanOfBelief(belief) / median;
    const probability = normalCdf(Math.log(times) / Math.sqrt(1 / belief.shape + ofMedian));
    if (probability <= (windows.length === 0 ? sure : sureOfOthers)) break;
    windows.push({
      ...rateOf(belief, levelVariance, windowHours),
      hour,
      hours: windowHours,
      probability,
      times,
      usualDays: belief.days,
    });
  }
  const ofHours = usualRates(days.map(({ hours }) => hours));
  return {
    days: kind,
    usualDays: days.length,
    rates: ofHours.beliefs.map((belief) => belief && rateOf(belief, ofHours.levelVariance, 1)),
    windows,
  };
}

/** A kind of day that has too few of them is not told on its own. */
function isSplit(days: readonly LocalDay[], chance: Random): boolean {
  const weekends = days.filter(({ isWeekend }) => isWeekend).length;
  if (weekends < leastSpeakDays || days.length - weekends < leastSpeakDays) return false;
  return weekendsDiffer(days, chance) <= splitLevel;
}

/**
 * What the hours of a channel's usual days hold, and its best two-hour windows; or why nothing is said. `level`: how often, at most, a
 * best window may be named where there is none (0..1); weekdays and weekends share it where they are told apart.
 */
export function usualHours(days: readonly LocalDay[], level: number, chance: Random): UsualHours {
  if (days.length < leastSpeakDays) return { refused: 'few-days' };
  if (mentionsOf(days) < leastMentions) return { refused: 'few-mentions' };
  if (hoursDiffer(steadyHours(days), chance) > level) return { refused: 'no-difference' };
  const groups = isSplit(days, chance)
    ? ([
        ['weekdays', days.filter(({ isWeekend }) => !isWeekend)],
        ['weekend', days.filter(({ isWeekend }) => isWeekend)],
      ] as const)
    : ([['all', days]] as const);
  const profiles: UsualProfile[] = [];
  for (const [kind, ofKind] of groups) {
    if (groups.length > 1 && hoursDiffer(steadyHours(ofKind), chance) > level / groups.length) continue;
    const profile = profileOf(ofKind, kind);
    if (profile.windows.length > 0) profiles.push(profile);
  }
  return profiles.length > 0 ? { profiles } : { refused: 'no-difference' };
}
