import type { Format } from './format.ts';

/** In the zone that the page is told in. */
export const isSameDay = (one: number, other: number, format: Pick<Format, 'date'>): boolean =>
  format.date(one) === format.date(other);
