import type { Autopsy } from '../../../shared/alerts.ts';
import type { Format } from '../../ui/format.ts';
import type { Say } from '../../ui/useWords.ts';

/** "12 Nov 2026, 15:00 to 16:00"; where it is over on another day, both moments. */
export function sayBetween({ from, to }: Pick<Autopsy, 'from' | 'to'>, say: Say, format: Format): string {
  return format.day(from) === format.day(to)
    ? say('autopsy.between', { day: format.day(from), from: format.time(from), to: format.time(to) })
    : say('autopsy.betweenDays', { from: format.moment(from), to: format.moment(to) });
}
