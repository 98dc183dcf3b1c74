import type { Liveness } from '../live/liveStore.ts';
import type { Format } from './format.ts';
import type { Say } from './useWords.ts';

/** Since when figures no longer move; of those kept from an earlier visit also the day and the age. Empty while nothing is lost. */
export function sayLost(
  { lostSince, isKept, ageMs }: Pick<Liveness, 'lostSince' | 'isKept' | 'ageMs'>,
  say: Say,
  format: Format,
): string {
  if (lostSince === null) return '';
  return isKept
    ? say('state.kept', { moment: format.moment(lostSince), age: format.age(ageMs) })
    : say('state.stale', { time: format.seconds(lostSince) });
}
