const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;
const dayMs = 86_400_000;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function daysSinceEpoch(year: number, month: number, day: number): number {
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 477;
  const leapToday = month > 2 && isLeap(year) ? 1 : 0;
  return (year - 1970) * 365 + leapDays + daysBefore[month - 1]! + leapToday + day - 1;
}

/**
 * ISO 8601 with an offset (`Z`, `+02:00`, `+0200`, `+02`) to epoch ms; NaN when it is anything else. Written out because
 * `Date.parse` reads a time without offset as local, takes 30 February for 1 March, and costs five times as much.
 */
export function parseMoment(iso: string): number {
  let index = 0;
  const number = (digits: number): number => {
    let value = 0;
    for (const end = index + digits; index < end; index++) {
      const digit = iso.charCodeAt(index) - 48;
      if (!(digit >= 0 && digit <= 9)) return Number.NaN;
      value = value * 10 + digit;
    }
    return value;
  };
  const takes = (char: string): boolean => {
    if (iso[index] !== char) return false;
    index += 1;
    return true;
  };

  const year = number(4);
  if (!takes('-')) return Number.NaN;
  const month = number(2);
  if (!takes('-')) return Number.NaN;
  const day = number(2);
  if (!(takes('T') || takes('t') || takes(' '))) return Number.NaN;
  const hour = number(2);
  if (!takes(':')) return Number.NaN;
  const minute = number(2);
  let second = 0;
  let fraction = 0;
  if (takes(':')) {
    second = number(2);
    if (takes('.') || takes(',')) {
      const start = index;
      for (let weight = 100; iso.charCodeAt(index) >= 48 && iso.charCodeAt(index) <= 57; index++, weight /= 10)
        if (weight >= 1) fraction += (iso.charCodeAt(index) - 48) * weight;
      if (index === start) return Number.NaN;
    }
  }
  let offsetMinutes = 0;
  if (!(takes('Z') || takes('z'))) {
    const west = takes('-');
    if (!west && !takes('+')) return Number.NaN;
    const offsetHour = number(2);
    let offsetMinute = 0;
    if (index < iso.length) {
      takes(':');
      offsetMinute = number(2);
    }
    if (!(offsetHour <= 23 && offsetMinute <= 59)) return Number.NaN;
    offsetMinutes = (west ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  }
  // A leap second (:60) is the next second: clocks that write it are right. Comparisons are false for NaN.
  const isReal =
    index === iso.length && month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 60;
  if (!isReal || !(day <= daysIn(year, month))) return Number.NaN;
  const minutes = hour * 60 + minute - offsetMinutes;
  return daysSinceEpoch(year, month, day) * dayMs + minutes * 60_000 + second * 1000 + fraction;
}
