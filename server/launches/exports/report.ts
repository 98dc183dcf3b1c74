import type { Followed } from '../../../shared/decisions.ts';
import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import type { MessageCard, Seam } from '../../../shared/protocol.ts';
import type { SpeakWindow } from '../../../shared/speak.ts';
import type { ClassifierError, NetPoints, NetSentiment } from '../../../shared/uncertainty.ts';

export const reportLanguages = ['en', 'fr'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];

export type Counts = {
  mentions: number;
  distinct: number;
  significant: number;
  positive: number;
  neutral: number;
  negative: number;
};
export type Authors = { authors: number; authorsError: number };

/** One hour [at, at + 1 h), counted from T0. */
export type ReportHour = Counts & { at: number; offsetMs: number; net: NetSentiment | null } & Partial<Authors>;

/** `share` (0..1) and its 90 % half width of the launch's mentions, of which one may have several themes. */
/** The theme that helps or hurts most; `seems`: its points may be nothing. */
export type ReportPole = { name: string; seems: boolean };
export type ReportTheme = {
  id: string;
  name: string;
  mentions: number;
  share: number;
  shareHalf: number;
  net: NetSentiment | null;
  /** Few opinions, zero within the interval, or often wrong: no colour and no claim. */
  grey: boolean;
  /** Of messages filed here the share (0..1) that people found to speak of it, where that is clearly too low; else null. */
  precision: number | null;
  /** Praised surely more, or less, than what is said beside it; `doubtful`: too often wrong to say so. */
  lean: 'helps' | 'hurts' | 'neither' | 'doubtful';
  /** Points of the whole's net sentiment that would be missing without it; null where that cannot be told. */
  pull: NetPoints | null;
};

/** Something that happened. `sentences`: what was counted after it, never as its effect. */
export type ReportHappening = {
  kind: 'event' | 'decision' | 'alert';
  at: number;
  offsetMs: number;
  /** A, B, ... of a decision, as on the screen. */
  letter?: string;
  name: string;
  who?: string;
  expected?: string;
  hour?: Followed;
  day?: Followed;
  sentences: string[];
};

/** A suggested window in words: what it is called, what it usually holds, and what that rests on. */
export type ReportSpeakWindow = SpeakWindow & { name: string; held: string; why: string };
/** When and where people usually speak. `windows` is empty where nothing is suggested: then `notes` say why. */
export type ReportSpeak = { headline: string; windows: ReportSpeakWindow[]; notes: string[]; followed: string[] };

/** A message, masked as the screen masks it. */
export type ReportMessage = Pick<MessageCard, 'at' | 'channel' | 'lang' | 'opinion' | 'copies'> & {
  text: string;
  themes: string[];
};

/** One launch told once: all three files are written from this and from nothing else. */
export type LaunchReport = {
  language: ReportLanguage;
  /** Not the user's own: nothing in it is real. */
  isDemo: boolean;
  launch: { id: string; name: string; at: number; zone: string; counts: 'product' | 'brand' };
  brand: { name: string; color: number };
  query: string;
  ruleSet: number;
  corrections: number;
  seam: Seam | null;
  generatedAt: number;
  /** Opens the same view. */
  link: string;
  /** What the figures count, epoch ms: [from, to). */
  from: number;
  to: number;
  figures: Counts & { net: NetSentiment | null; authors: Authors | null; unscored: number };
  comparison: LaunchComparison;
  hours: ReportHour[];
  /** Of net sentiment: with it the intervals were made. */
  error: ClassifierError;
  /** Most mentioned first. */
  themes: ReportTheme[];
  happenings: ReportHappening[];
  speak: ReportSpeak;
  messages: ReportMessage[];
  sentences: {
    headline: string;
    /** What the headline rests on. */
    counted: string;
    net: string;
    volume: string;
    themes: string;
    messages: string;
    happenings: string;
    /** What is not known, or not sure. */
    uncertain: string[];
    /** Query, rule set, zone and counts in one line. */
    source: string;
  };
};
