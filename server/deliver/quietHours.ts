const dayMinutes = 1_440;
const minuteMs = 60_000;

/** `from` and `to` as "22:00", on the clocks of `timeZone`. The same twice: never quiet. */
export type QuietHours = { from: string; to: string; butFrom: number; timeZone: string };

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Making one is dear, and there is one zone as a rule. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function localMinutes(at: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return minutesOf(clock.format(at));
}

/** When the quiet hours that hold at `at` end; undefined: none hold. On a day when clocks change it is the wall's time. */
export function quietUntil(at: number, { from, to, timeZone }: QuietHours): number | undefined {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const minute = localMinutes(at, timeZone);
  const isQuiet = start < end ? minute >= start && minute < end : start > end && (minute >= start || minute < end);
  if (!isQuiet) return undefined;
  const whole = Math.floor(at / minuteMs) * minuteMs;
  const until = whole + ((end - minute + dayMinutes) % dayMinutes) * minuteMs;
  // Clocks that changed in between say another time there; the way round the day that is shorter leads back.
  const off = ((localMinutes(until, timeZone) - end + dayMinutes * 1.5) % dayMinutes) - dayMinutes / 2;
  return Math.max(whole + minuteMs, until - off * minuteMs);
}
