import type { SentimentLabel, Stage } from './kinds.ts';
import type { MessageCard } from './protocol.ts';
import type { Errors } from './uncertainty.ts';

/** What a person says of a drawn message: whether it is about what is watched, and whether it is worth reading. */
export const relevances = ['not-about-us', 'in-passing', 'matters'] as const;
export type Relevance = (typeof relevances)[number];

/** One person's judgement; `theme` answers whether the message speaks of the theme that was asked about. */
export type ScoreLabel = { relevance: Relevance; sentiment?: SentimentLabel; theme?: boolean };

/** A drawn message as it is shown: without what the machine thinks of it. */
export type SheetItem = {
  seq: number;
  message: Pick<MessageCard, 'seq' | 'text' | 'title' | 'at' | 'channel' | 'lang'>;
  /** Asked about in this message; absent where no theme is. */
  theme?: string;
  label?: ScoreLabel;
  /** What the machine says of it now, told once it is labelled; absent where the post's label was taken back. */
  machine?: MachineAnswer;
};

/** `isCorrected`: people corrected the message, so what counts is no longer the machine's. */
export type MachineAnswer = Pick<MessageCard, 'stage' | 'opinion'> & {
  brands: string[];
  themes: string[];
  isCorrected: boolean;
};

/**
 * `GET /api/scoreboard/today`. `day` is a UTC day, `2026-03-02`; It was drawn at `drawnAt` from `drawnFrom` posts,
 * received within the day up to `receivedTo`. `weights`: how many of these posts, of each stage, one drawn post stands for; 0: none
 * was drawn.
 */
export type SheetAnswer = {
  day: string;
  drawnAt: number;
  drawnFrom: number;
  receivedTo: number;
  weights: Record<Stage, number>;
  items: SheetItem[];
};

/**
 * A share of 0..1 with its 90 % interval, over posts as they come: each label counts as many posts as it was drawn for.
 * `share`, `low` and `high` are null below `fewestLabels`.
 */
export type MeasuredShare = { labels: number; share: number | null; low: number | null; high: number | null };
export const fewestLabels = 5;

/** A theme whose whole interval lies below this is shown grey: its precision is clearly too low, not by the luck of few labels. */
export const leastPrecision = 0.8;

export type ScoreboardAnswer = {
  /** Sheets and labels of the last `days` days. */
  days: number;
  sheets: number;
  labels: number;
  /** The machine's sentiment agrees with the person's; of mentions that a person calls about us. */
  sentiment: MeasuredShare;
  byBrand: ({ id: string } & MeasuredShare)[];
  byTheme: ({ id: string } & MeasuredShare)[];
  byLanguage: ({ id: string } & MeasuredShare)[];
  /** Of posts that matter, the share that the machine calls significant. */
  recall: MeasuredShare;
  /** Of posts that the machine calls significant, the share that matters. */
  precision: MeasuredShare;
  /** Of posts about us, the share that the first sort keeps. */
  mentionRecall: MeasuredShare;
  /** Of messages that the machine files under a theme, the share that speaks of it. `doubtful`: shown grey. */
  themes: ({ id: string; doubtful: boolean } & MeasuredShare)[];
  /** What the labels leave of net sentiment's error: every interval is made with it. */
  errors: Errors;
};
