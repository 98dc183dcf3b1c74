import type { Channel } from '../../../shared/domain.ts';
import type { DayKind, SpeakRefusal } from '../../../shared/speak.ts';
import type { TextsBeside, Way } from '../../../shared/textsBeside.ts';
import type { ReportLanguage, ReportPole } from './report.ts';
import { reportWordsEn } from './reportWords.en.ts';
import { reportWordsFr } from './reportWords.fr.ts';

/** What a report says, in one language. Numbers, moments and offsets come as words already. */
export type ReportWords = {
  report: string;
  demo: string;
  titleOf: {
    volume: string;
    net: string;
    themes: string;
    messages: string;
    happenings: string;
    speak: string;
    beside: string;
    method: string;
  };
  figure: { mentions: string; net: string; authors: string; distinct: string; opinions: string };
  interval(low: string, high: string): string;
  about(count: string, error: string): string;
  notKnown: string;
  tooFew: string;

  /** `texts`: what its distinct texts say beside it, by one of the three below; empty where nothing. */
  rank(place: number, of: number, at: string, times: string | null, texts: string): string;
  percentile(percentile: number, launches: number, at: string, times: string | null, texts: string): string;
  textsBeside(how: TextsBeside, times: string): string;
  textsRank(place: number, of: number, times: string | null): string;
  textsPercentile(percentile: number, times: string | null): string;
  counted(mentions: number, said: string, texts: string, from: string, to: string): string;
  alone(launches: number): string;
  /** `texts`: which way the distinct texts are clear; null where nothing is said of them. */
  sure(way: Way, probability: string, texts: Way | null): string;
  closest(name: string): string;
  bySize: string;
  noSize: string;
  nothing(why: 'ahead' | 'not-heard' | 'not-counted'): string;

  net(value: string, low: string, high: string, opinions: string, side: 'positive' | 'negative' | 'none'): string;
  netFew(opinions: number): string;
  volume(peak: string, at: string, step: string): string;
  themes(helps: ReportPole | null, hurts: ReportPole | null): string;
  noThemes: string;
  messages(count: number): string;
  noMessages: string;
  messagesLeftOut: string;
  happenings(events: number, decisions: number, alerts: number): string;

  followedSpan(span: 'hour' | 'day', running: string | null): string;
  followedMentions(times: string, low: string, high: string, clear: boolean): string;
  followedNet(change: string, low: string, high: string, clear: boolean): string;
  followedLittle: string;
  followedSentence(head: string, said: string): string;
  caution: string;

  gapLate(name: string | null, from: string): string;
  gapEarly(name: string | null, to: string): string;
  /** `rest`: so many more than are named. */
  gapNone(names: readonly string[], rest: number): string;
  seam(at: string): string;
  unscored(mentions: number, said: string): string;
  error(low: string, high: string): string;
  starts: string;
  bursts: string;

  query: string;
  ruleSet(version: number, corrections: number): string;
  zone(zone: string): string;
  generated(at: string): string;
  countsAre(counts: 'product' | 'brand'): string;
  open: string;
  stretch(from: string, to: string): string;
  source(parts: readonly string[]): string;
  sourceOf: string;
  moreInFile(count: number): string;

  column: {
    theme: string;
    mentions: string;
    texts: string;
    share: string;
    net: string;
    interval: string;
    effect: string;
    when: string;
    what: string;
    followed: string;
    launch: string;
    size: string;
    offset: string;
    median: string;
    low: string;
    high: string;
  };
  effect: { helps: string; hurts: string; neither: string };
  /** In place of an effect, and in full. */
  doubtful(right: string): string;
  doubtfulTheme(theme: string, right: string): string;
  channel: Record<Channel, string>;
  speak: {
    answer(name: string, perHour: string): string;
    noAnswer: string;
    none: string;
    days: Record<Exclude<DayKind, 'all'>, string>;
    held(perHour: string, low: string, high: string): string;
    why(times: string, probability: string, days: number): string;
    refused(why: SpeakRefusal, channels: string, neededDays: number): string;
    /** `brand`: null where the product itself was counted. */
    based(brand: string | null, zone: string, stretch: string): string;
    leftOut: string;
    after(name: string, hours: number, mentions: number, usual: string, higher: number, days: number): string;
    followed: string;
    column: { when: string; usual: string; rests: string };
  };
  opinion: Record<'positive' | 'neutral' | 'negative' | 'unscored', string>;
  kind: Record<'event' | 'decision' | 'alert', string>;
  expected(what: string): string;
  by(who: string): string;
  copies(count: number): string;
  axis: { mentions(step: string): string; net: string; share: string };
  /** "per hour", and "in an hour". */
  step: Record<'5m' | '15m' | '1h' | '6h' | '1d', string>;
  within: Record<'5m' | '15m' | '1h' | '6h' | '1d', string>;
  method: string;
  mostIn(step: string): string;
  mentionsOf(count: number, said: string): string;
};

const words: Record<ReportLanguage, ReportWords> = { en: reportWordsEn, fr: reportWordsFr };

export const reportWordsIn = (language: ReportLanguage): ReportWords => words[language];
