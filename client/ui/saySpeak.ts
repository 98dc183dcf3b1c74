import type { Channel } from '../../shared/domain.ts';
import { isolated } from '../../shared/isolated.ts';
import { nameIn } from '../../shared/nameIn.ts';
import type { DayKind, EventFollowed, SpeakWindow } from '../../shared/speak.ts';
import type { Format } from './format.ts';
import type { Language } from './language.ts';
import type { Say } from './useWords.ts';

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** "12:00–14:00"; midnight at the end of a day is 24:00. */
export function sayHours(hour: number, hours: number): string {
  const to = hour + hours;
  return `${clock(hour)}–${clock(to > 24 ? to - 24 : to)}`;
}

/** "Social", "Social, weekdays". */
export const sayPlace = (channel: Channel, days: DayKind, say: Say): string =>
  days === 'all' ? say(`channel.${channel}`) : `${say(`channel.${channel}`)}, ${say(`speak.days.${days}`)}`;

export function sayWindow(window: SpeakWindow, say: Say, format: Format): { name: string; held: string; why: string } {
  const { perHour, low, high, times, usualDays } = window;
  return {
    name: `${sayPlace(window.channel, window.days, say)}, ${sayHours(window.hour, window.hours)}`,
    held: say('speak.held', { perHour: format.times(perHour), low: format.times(low), high: format.times(high) }),
    why: say('speak.why', {
      times: format.times(times),
      days: format.number(usualDays),
    }),
  };
}

export function sayFollowed(event: EventFollowed, language: Language, say: Say, format: Format) {
  const { hours, mentions, usual, higher, usualDays } = event;
  return say('speak.after', {
    name: isolated(nameIn(event, language)),
    hours: format.number(hours),
    mentions,
    usual: format.number(usual),
    higher,
    days: format.number(usualDays),
  });
}
