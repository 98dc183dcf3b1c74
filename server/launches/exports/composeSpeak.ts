import type { Channel } from '../../../shared/domain.ts';
import { leastSpeakDays, type SpeakAnswer, type SpeakRefusal, type SpeakWindow } from '../../../shared/speak.ts';
import type { ReportFormat } from './createReportFormat.ts';
import { readableText } from './readableText.ts';
import type { ReportSpeak, ReportSpeakWindow } from './report.ts';
import type { ReportWords } from './reportWords.ts';

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
/** "12:00–14:00"; midnight at the end of a day is 24:00, as on the screen. */
function hoursOf(hour: number, hours: number): string {
  const to = hour + hours;
  return `${clock(hour)}–${clock(to > 24 ? to - 24 : to)}`;
}

function windowOf(window: SpeakWindow, words: ReportWords, format: ReportFormat): ReportSpeakWindow {
  const { channel, days, hour, hours, perHour, low, high, times, probability, usualDays } = window;
  const place = days === 'all' ? words.channel[channel] : `${words.channel[channel]}, ${words.speak.days[days]}`;
  // Nothing that was counted by chance is 100 % sure.
  const sure = `${probability > 0.99 ? '> ' : ''}${format.percent(Math.min(0.99, probability))}`;
  return {
    ...window,
    name: `${place}, ${hoursOf(hour, hours)}`,
    held: words.speak.held(format.times(perHour), format.times(low), format.times(high)),
    why: words.speak.why(format.times(times), sure, usualDays),
  };
}

/** Channels of which nothing is said, by the reason; none stands beside a figure of its own. */
function refusalsOf(channels: SpeakAnswer['channels'], words: ReportWords): string[] {
  const by = new Map<SpeakRefusal, Channel[]>();
  for (const one of channels) if ('refused' in one) by.set(one.refused, [...(by.get(one.refused) ?? []), one.channel]);
  return [...by].map(([why, of]) =>
    words.speak.refused(why, of.map((channel) => words.channel[channel]).join(', '), leastSpeakDays),
  );
}

/** When and where people usually speak, as the screen says it: windows with what they rest on, or why none is named. Pure. */
export function composeSpeak(
  answer: SpeakAnswer,
  brand: string,
  words: ReportWords,
  format: ReportFormat,
): ReportSpeak {
  const { best, channels, counts, followed, timeZone } = answer;
  const windows = best.map((window) => windowOf(window, words, format));
  const [first] = windows;
  const stretch = words.stretch(format.moment(answer.from), format.moment(answer.to));
  return {
    headline: first ? words.speak.answer(first.name, format.times(first.perHour)) : words.speak.noAnswer,
    windows,
    notes: [
      ...(channels.length === 0 ? [words.speak.none] : []),
      ...refusalsOf(channels, words),
      ...(channels.length === 0
        ? []
        : [`${words.speak.based(counts === 'product' ? null : brand, timeZone, stretch)} ${words.speak.leftOut}`]),
    ],
    followed: followed.map(({ name, hours, mentions, usual, higher, usualDays }) =>
      words.speak.after(readableText(name), hours, mentions, format.times(usual), higher, usualDays),
    ),
  };
}
