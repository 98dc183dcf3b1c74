import type { Language } from '../ui/language.ts';

/** Short names of months as they are written, and all by which they are read: without accents, dots and case. */
const months: Record<Language, readonly string[]> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
};
const named: readonly (readonly string[])[] = [
  ['jan', 'january', 'janv', 'janvier'],
  ['feb', 'february', 'fev', 'fevr', 'fevrier'],
  ['mar', 'march', 'mars'],
  ['apr', 'april', 'avr', 'avril'],
  ['may', 'mai'],
  ['jun', 'june', 'juin'],
  ['jul', 'july', 'juil', 'juillet'],
  ['aug', 'august', 'aout'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'decembre'],
];
const time = String.raw`(?:[ ,T]\s*(\d{1,2})(?::|h)(\d{2}))?`;
const forms = {
  iso: new RegExp(`^(\\d{4})-(\\d{2})-(\\d{2})${time}$`, 'i'),
  digits: new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${time}$`, 'i'),
  words: new RegExp(`^(\\d{1,2}) ([a-z]+)\\.? (\\d{4})${time}$`, 'i'),
};
const two = (value: number) => String(value).padStart(2, '0');

/** A day that is in the calendar and a time that is on a clock, as `2026-11-12T10:00`; else undefined. */
function localOf(year: number, month: number, day: number, hour: number, minute: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isDay || year < 1970 || hour > 23 || minute > 59) return undefined;
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/**
 * Reads a moment on a clock as people write it: `12 Nov 2026 10:00`, `12 novembre 2026, 10h00`, `12/11/2026 10:00` (the day comes
 * first, in every language), `2026-11-12T10:00`. A day alone begins at 00:00. Anything else is undefined: nothing is guessed.
 */
export function readLocal(written: string): string | undefined {
  const text = written.trim().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ');
  const clock = (hour: string | undefined, minute: string | undefined) =>
    [Number(hour ?? 0), Number(minute ?? 0)] as const;
  const iso = forms.iso.exec(text);
  if (iso) return localOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), ...clock(iso[4], iso[5]));
  const digits = forms.digits.exec(text);
  if (digits) return localOf(Number(digits[3]), Number(digits[2]), Number(digits[1]), ...clock(digits[4], digits[5]));
  const words = forms.words.exec(text);
  if (!words) return undefined;
  const month = named.findIndex((names) => names.includes(words[2]!.toLowerCase())) + 1;
  return month === 0 ? undefined : localOf(Number(words[3]), month, Number(words[1]), ...clock(words[4], words[5]));
}

/** `2026-11-12T10:00` as it is written in a field: `12 Nov 2026 10:00`. '' stays ''. */
export function writeLocal(local: string, language: Language): string {
  const [, year, month, day, clock = '00:00'] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/.exec(local) ?? [];
  if (year === undefined) return '';
  return `${Number(day)} ${months[language][Number(month) - 1]} ${year} ${clock}`;
}
