import { halfOf, isEven } from '../select/isEven.ts';
import type { Language } from './language.ts';

/** Dates the European way in English too: the day before the month, 24 hours. */
const localeOf: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' };
const nbsp = '\u00a0';
const narrow = '\u202f';

export type Format = {
  number(value: number): string;
  /** One decimal below ten, none above: "2.3", "14". */
  times(value: number): string;
  /** Always one decimal: figures that are added up by eye. */
  tenths(value: number): string;
  /** With a real minus and always a sign, but for zero. */
  signed(value: number): string;
  /** Scores and their parts: "0.42". */
  score(value: number): string;
  /** "+0.42", "−0.08" */
  signedScore(value: number): string;
  /** A 90 % interval of net sentiment, behind its figure: "±59", or "−92…−12" where the figure is not in its middle. */
  netSpread(figure: { net: number; low: number; high: number }): string;
  /** Always by its ends, "−92…−12": beside a drawing of them. */
  netEnds(figure: { low: number; high: number }): string;
  /** The same of a share 0..1: "±1.1", or "1…66". */
  shareSpread(share: number, interval: { low: number; high: number }): string;
  /** From a share 0..1; one decimal below ten per cent. */
  percent(share: number): string;
  /** The digits of a percentage, for figures whose sign stands apart. */
  percentDigits(share: number): string;
  /** 16:12 */
  time(at: number): string;
  /** 16:12:07 */
  seconds(at: number): string;
  /** Thursday 12 November 2026 */
  date(at: number): string;
  /** 12 Nov 2026 */
  day(at: number): string;
  /** 12 Nov, 16:12; with its year where that is not this one */
  moment(at: number): string;
  /** The two largest units: "2 min 14 s", "6 h 12 min", "3 d 4 h". */
  duration(ms: number): string;
  /** One unit, for ages and latencies: "0.4 s", "2 s", "3 min". */
  age(ms: number): string;
  /** Paris; the last part of the zone's name. */
  city: string;
  /** CET */
  zoneShort(at: number): string;
  zone: string;
  /** The name of a language in the reader's: "French", "anglais"; "unknown language" for '' (a post nobody could tell). */
  language(code: string): string;
};

/** Anything else makes Intl throw. */
const isLanguageCode = /^[a-z]{2,3}$/;

export function createFormat(language: Language, zone: string, now: () => number = Date.now): Format {
  const locale = localeOf[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const clockSeconds = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  const longDay = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone });
  const shortDayOfYear = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: zone,
  });
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: zone });
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const unknownLanguage = language === 'fr' ? 'langue inconnue' : 'unknown language';
  const units = language === 'fr' ? { d: 'j', h: 'h', min: 'min', s: 's' } : { d: 'd', h: 'h', min: 'min', s: 's' };
  const sized = (value: number | string, unit: string) => `${value}${nbsp}${unit}`;

  const duration = (ms: number): string => {
    const s = Math.max(0, Math.floor(ms / 1_000));
    if (s < 60) return sized(s, units.s);
    const min = Math.floor(s / 60);
    if (min < 60) return s % 60 === 0 ? sized(min, units.min) : `${sized(min, units.min)} ${sized(s % 60, units.s)}`;
    const h = Math.floor(min / 60);
    if (h < 24) return min % 60 === 0 ? sized(h, units.h) : `${sized(h, units.h)} ${sized(min % 60, units.min)}`;
    const d = Math.floor(h / 24);
    return h % 24 === 0 ? sized(d, units.d) : `${sized(d, units.d)} ${sized(h % 24, units.h)}`;
  };
  const percentDigits = (share: number): string => {
    const value = share * 100;
    return value > 0 && value < 9.95 && Math.abs(value - Math.round(value)) >= 0.05
      ? one.format(value)
      : whole.format(value);
  };

  const netEnds = ({ low, high }: { low: number; high: number }) => `${signed(low)}…${signed(high)}`;
  const signed = (value: number): string => {
    const rounded = Math.round(value);
    if (rounded === 0) return '0';
    return `${rounded > 0 ? '+' : '−'}${whole.format(Math.abs(rounded))}`;
  };

  return {
    number: (value) => whole.format(value),
    times: (value) => (value < 9.95 ? one.format(value) : whole.format(value)),
    tenths: (value) => one.format(value),
    signed,
    netEnds,
    netSpread: (figure) =>
      isEven(figure.net, figure, -100, 100) ? `±${whole.format(halfOf(figure))}` : netEnds(figure),
    shareSpread: (share, { low, high }) =>
      isEven(share, { low, high }, 0, 1)
        ? `±${percentDigits((high - low) / 2)}`
        : `${percentDigits(low)}…${percentDigits(high)}`,
    score: (value) => two.format(value),
    signedScore: (value) => `${value < 0 ? '−' : '+'}${two.format(Math.abs(value))}`,
    percentDigits,
    percent: (share) => `${percentDigits(share)}${language === 'fr' ? narrow : nbsp}%`,
    time: (at) => clock.format(at),
    seconds: (at) => clockSeconds.format(at),
    date: (at) => longDay.format(at).replace(',', ''),
    day: (at) => shortDayOfYear.format(at),
    moment(at) {
      const day = year.format(at) === year.format(now()) ? shortDay : shortDayOfYear;
      return `${day.format(at)}, ${clock.format(at)}`;
    },
    duration,
    age(ms) {
      if (ms < 0) return sized(0, units.s);
      if (ms < 9_950)
        return sized(ms < 1_950 && ms % 1_000 !== 0 ? one.format(ms / 1_000) : Math.floor(ms / 1_000), units.s);
      if (ms < 60_000) return sized(Math.floor(ms / 1_000), units.s);
      return duration(ms).split(' ')[0]!;
    },
    city: zone === 'UTC' ? 'UTC' : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '),
    zoneShort(at) {
      const parts = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short', timeZone: zone }).formatToParts(at);
      return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
    },
    zone,
    language: (code) => (isLanguageCode.test(code) ? (names.of(code) ?? code) : unknownLanguage),
  };
}
