import type { SentimentLabel } from './kinds.ts';
import type { MessageCard } from './protocol.ts';

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
};

/** `GET /api/scoreboard/today`. `day` is a UTC day, `2026-03-02`; `drawnFrom` posts were received within a day of `drawnAt`. */
export type SheetAnswer = { day: string; drawnAt: number; drawnFrom: number; items: SheetItem[] };

/**
 * A share of 0..1 with its 90 % interval, over posts as they come: each label counts as many posts as it was drawn for.
 * `share`, `low` and `high` are null below `fewestLabels`.
 */
export type MeasuredShare = { labels: number; share: number | null; low: number | null; high: number | null };
export const fewestLabels = 5;

/** From so many answers on a theme is judged; below `leastPrecision` it is shown grey. */
export const fewestThemeLabels = 10;
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
};
