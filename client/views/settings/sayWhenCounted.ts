import type { SignificanceAnswer } from '../../../shared/protocol.ts';
import { dayMs, minuteMs } from '../../../shared/rollup.ts';
import type { Format } from '../../ui/format.ts';
import type { Say } from '../../ui/useWords.ts';

/** In days: a count of less is a pace. */
export const wholeDay = 0.98;
const wholeWeek = 6.95;
/** As clock times are shown: a length beside them is theirs. */
const wholeMinute = (at: number) => at - (at % minuteMs);

/** "over the last seven days", or which days or hours where those are not the last or fewer are known. */
export function sayWhenCounted(
  { from, to, days }: Pick<SignificanceAnswer, 'from' | 'to' | 'days'>,
  say: Say,
  format: Pick<Format, 'day' | 'time' | 'moment' | 'duration'>,
  now: number,
): string {
  if (days > wholeWeek && now - to < dayMs) return say('significance.week');
  const length = format.duration(wholeMinute(to) - wholeMinute(from));
  const day = format.day(from);
  if (days < wholeDay && day === format.day(to))
    return say('significance.hours', { day, from: format.time(from), to: format.time(to), length });
  const isShort = days < wholeDay ? 'yes' : 'no';
  return say('significance.span', { from: format.moment(from), to: format.moment(to), isShort, length });
}
