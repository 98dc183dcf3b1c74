import { dayMs, hourMs, minuteMs } from '../../../shared/rollup.ts';
import type { NetSentiment } from '../../../shared/uncertainty.ts';
import type { ReportLanguage } from './report.ts';

/** As on the screens: the day before the month and 24 hours in English too. */
const localeOf: Record<ReportLanguage, string> = { en: 'en-GB', fr: 'fr-FR' };
const nbsp = '\u00a0';
const narrow = '\u202f';

export type ReportFormat = {
  number(value: number): string;
  /** One decimal below ten, none above. */
  times(value: number): string;
  /** With a real minus and always a sign, but for zero. */
  signed(value: number): string;
  percent(share: number): string;
  /** "12 November 2026, 16:12" in the report's zone. */
  moment(at: number): string;
  /** "12 Nov, 16:12" */
  short(at: number): string;
  /** The two largest units: "6 h 12 min", "3 d 4 h". */
  duration(ms: number): string;
  /** "T0", "T+6 h", "T−12 d" */
  offset(ms: number): string;
  /** "+12 (−3 to +27)" */
  net(net: NetSentiment): string;
};

export function createReportFormat(language: ReportLanguage, zone: string): ReportFormat {
  const locale = localeOf[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
  const time = new Intl.DateTimeFormat(locale, clock);
  const longDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone });
  const day = language === 'fr' ? 'j' : 'd';
  const sized = (value: number, unit: string) => `${value}${nbsp}${unit}`;
  const pair = (large: number, largeUnit: string, small: number, smallUnit: string) =>
    small === 0 ? sized(large, largeUnit) : `${sized(large, largeUnit)} ${sized(small, smallUnit)}`;
  const signed = (value: number) => {
    const rounded = Math.round(value);
    return rounded === 0 ? '0' : `${rounded > 0 ? '+' : '−'}${whole.format(Math.abs(rounded))}`;
  };
  const duration = (ms: number) => {
    const minutes = Math.floor(ms / minuteMs);
    if (ms < hourMs) return sized(minutes, 'min');
    if (ms < dayMs) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
    const hours = Math.floor(ms / hourMs);
    return pair(Math.floor(hours / 24), day, hours % 24, 'h');
  };
  const percent = (share: number) => {
    const value = share * 100;
    const digits = value > 0 && value < 9.95 ? tenth.format(value) : whole.format(value);
    return `${digits}${language === 'fr' ? narrow : nbsp}%`;
  };
  return {
    number: (value) => whole.format(value),
    times: (value) => (value < 9.95 ? tenth.format(value) : whole.format(value)),
    signed,
    percent,
    moment: (at) => `${longDay.format(at)}, ${time.format(at)}`,
    short: (at) => `${shortDay.format(at)}, ${time.format(at)}`,
    duration,
    offset: (ms) => (Math.abs(ms) < minuteMs ? 'T0' : `T${ms < 0 ? '−' : '+'}${duration(Math.abs(ms))}`),
    net: ({ net, low, high }) => `${signed(net)} (${signed(low)} ${language === 'fr' ? 'à' : 'to'} ${signed(high)})`,
  };
}
