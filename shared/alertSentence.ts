import { alertVoiceEn } from './alertSentence.en.ts';
import { alertVoiceFr } from './alertSentence.fr.ts';
import type { Alert, AlertFigure, AlertKind, AlertSubject } from './alerts.ts';

export type SentenceLanguage = 'en' | 'fr';

/** How brands and themes are called; an id that nobody knows any more is its own name. */
export type AlertNames = { brand(id: string): string; theme(id: string): string };

/** What an alert is about, with names in place of ids. */
export type NamedSubject = Omit<AlertSubject, 'kind'>;

/**
 * How much more than usual. `hardly`: what is usual is next to nothing, so that a multiple would say nothing. `unknown`: too
 * little was heard to say what is usual.
 */
export type Comparison =
  | { as: 'times'; times: string }
  | { as: 'percent'; percent: string }
  | { as: 'usual' }
  | { as: 'hardly' }
  | { as: 'unknown' };

/** What one language needs to say of alerts. Numbers and durations come as words; `isOver` puts it into the past. */
export type AlertVoice = {
  locale: string;
  span(ms: number): string;
  count(
    subject: NamedSubject & { kind: 'volume' | 'complaints' | 'term' },
    said: { count: string; span: string; compared: Comparison; isOver: boolean },
  ): string;
  share(
    subject: NamedSubject & { kind: 'negative-share' | 'net-sentiment' | 'theme-share' },
    said: { share: string; usual: string | null; isOver: boolean },
  ): string;
  copies(subject: NamedSubject, said: { count: string; span: string }): string;
  silence(
    subject: NamedSubject,
    said: { count: string; span: string; usual: string | null; isNothing: boolean },
  ): string;
  /** `usual`: null where it is not known; `notKnown` says so, once for all that is said of an alert. */
  figure(said: { value: string; of: string | null; span: string; usual: string | null }): string;
  range(low: string, high: string): string;
  chance(said: { every: string | null; isOftener: boolean }): string;
  /** `count` days or years as words. */
  days(days: number): string;
  notKnown: string;
};

const voices: Record<SentenceLanguage, AlertVoice> = { en: alertVoiceEn, fr: alertVoiceFr };
const shares: readonly AlertKind[] = ['negative-share', 'net-sentiment', 'theme-share'];
const isShare = (kind: AlertKind): kind is 'negative-share' | 'net-sentiment' | 'theme-share' => shares.includes(kind);

function sayNumber(value: number, voice: AlertVoice): string {
  const digits = Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0;
  return new Intl.NumberFormat(voice.locale, { maximumFractionDigits: digits }).format(value);
}
const sayShare = (value: number, voice: AlertVoice) =>
  new Intl.NumberFormat(voice.locale, { style: 'percent', maximumFractionDigits: 0 }).format(value);

const asWritten = (value: number): number => (value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value));

/** From twice as much on in multiples, below in percent: "1.3 times" is read as "hardly more". */
function compare({ value, expected }: AlertFigure, isKnown: boolean, voice: AlertVoice): Comparison {
  if (!isKnown) return { as: 'unknown' };
  if (expected < 1) return { as: 'hardly' };
  // Of what is usual as it is written beside: whoever divides one by the other finds the same.
  const times = value / asWritten(expected);
  if (times >= 1.95)
    return { as: 'times', times: sayNumber(times < 9.95 ? Number(times.toFixed(1)) : Math.round(times), voice) };
  const percent = Math.round((times - 1) * 100);
  return percent >= 1 ? { as: 'percent', percent: sayShare(percent / 100, voice) } : { as: 'usual' };
}

/** The moment that speaks: an alert that fades is still about its height, not about the way back. */
export function strongest({ first, current, kind }: Pick<Alert, 'first' | 'current' | 'kind'>): AlertFigure {
  const excess = ({ value, expected }: AlertFigure) => (kind === 'silent-source' ? expected - value : value - expected);
  return excess(current) >= excess(first) ? current : first;
}

function headline(alert: Alert, names: AlertNames, voice: AlertVoice): string {
  const { kind, brand, theme, channel, source, term, isKnown } = alert;
  const subject: NamedSubject = {
    ...(brand === undefined ? {} : { brand: names.brand(brand) }),
    ...(theme === undefined || theme === 'none' ? {} : { theme: names.theme(theme) }),
    ...(channel === undefined ? {} : { channel }),
    ...(source === undefined ? {} : { source }),
    ...(term === undefined ? {} : { term }),
  };
  const figure = strongest(alert);
  const isOver = alert.overAt !== undefined;
  const count = sayNumber(figure.value, voice);
  const span = voice.span(figure.spanMs);
  if (isShare(kind)) {
    const usual = isKnown ? sayShare(figure.expected, voice) : null;
    return voice.share({ ...subject, kind }, { share: sayShare(figure.value, voice), usual, isOver });
  }
  if (kind === 'copies') return voice.copies(subject, { count, span });
  if (kind === 'silent-source') {
    // A source that says itself that it is lost has no count to fall short of: "0 posts are usual" would be no news.
    const expected = figure.expected < 10 ? figure.expected : Math.round(figure.expected);
    const usual = expected < 0.05 ? null : sayNumber(expected, voice);
    return voice.silence(subject, { count, span, usual, isNothing: figure.value === 0 });
  }
  return voice.count({ ...subject, kind }, { count, span, compared: compare(figure, isKnown, voice), isOver });
}

/** What was counted, of how many, in what time, and what is usual: "47 in 1 hour (usual: 2 to 8)". */
export function sayFigure(
  { kind, isKnown }: Pick<Alert, 'kind' | 'isKnown'>,
  { value, expected, low, high, part, whole, spanMs }: AlertFigure,
  language: SentenceLanguage,
): string {
  const voice = voices[language];
  const say = (number: number) => (isShare(kind) ? sayShare(number, voice) : sayNumber(number, voice));
  const usual = low === undefined || high === undefined ? say(expected) : voice.range(say(low), say(high));
  return voice.figure({
    value: say(value),
    of:
      part === undefined || whole === undefined
        ? null
        : `${sayNumber(part, voice)}/${sayNumber(Math.round(whole), voice)}`,
    span: voice.span(spanMs),
    usual: isKnown ? usual : null,
  });
}

/**
 * What stands out, as a person would say it, and how sure it is. The headline speaks of the stronger of the first and the
 * current figure. It has no full stop; `sure` is a whole sentence.
 */
export function sayAlert(
  alert: Alert,
  names: AlertNames,
  language: SentenceLanguage,
): { headline: string; sure: string } {
  const voice = voices[language];
  const said = headline(alert, names, voice);
  const { isKnown, onceInDays } = alert;
  if (!isKnown || onceInDays === undefined) return { headline: said, sure: isKnown ? '' : voice.notKnown };
  const most = 3_650;
  const every = onceInDays < 1 ? null : voice.days(Math.min(onceInDays, most));
  return { headline: said, sure: voice.chance({ every, isOftener: onceInDays <= most }) };
}
