import type { Metrics } from '../../shared/domain.ts';
import { clampedSum } from './clampedSum.ts';
import { cueAt, type Signals, thinning } from './signals.ts';
import type { Cue } from './words/cues.ts';

export const significanceParts = [
  'complaint',
  'question',
  'safety',
  'experience',
  'opinion',
  'theme',
  'engagement',
  'news',
  'advertising',
  'passing',
  'feeling',
  'homonym',
] as const;

/** Which words each part quotes in a trace. */
export const significanceCues: Readonly<Record<string, readonly Cue[]>> = {
  complaint: ['fault', 'trouble', 'blame', 'dislike', 'unable', 'repair'],
  question: ['asks', 'questionWord'],
  safety: ['danger', 'harm', 'body'],
  experience: ['experience', 'self'],
  opinion: ['opinion', 'praise'],
  news: ['news'],
  advertising: ['giveaway'],
};

export type Circumstances = {
  themes: number;
  metrics: Metrics | undefined;
  spam: number;
  /** Probability that the whole text is negative; 0 where its language is not scored. */
  negative: number;
  /** How likely the post is about a namesake of every brand that it names, 0..1; 0 where nothing tells. */
  namesake: number;
};

const feelingWeight = 0.25;
const namesakeWeight = 1;
/** Of the lexicon's values: two good words, none bad. */
const clearPraise = 5;

/**
 * The parts of a mention's significance, by their place in `significanceParts`. Their sum, cut to 0..1, is the score.
 * What a company must answer leads: a complaint in the writer's own name, a question, harm to somebody. Praise joins them
 * where somebody has tried the thing and says what about it is good (a theme).
 */
export function significancePartsOf(signals: Signals, around: Circumstances, into: Float64Array): Float64Array {
  const { cues } = signals;
  const thinned = thinning(signals);
  const self = cues[cueAt.self]! > 0;
  const experience = cues[cueAt.experience]! > 0;
  const complaint = complaintOf(signals, self) * thinned;
  const asks = cues[cueAt.asks]! > 0;
  // A link and no "I": a headline, though it speaks of faults.
  const isHeadline = signals.links > 0 && !self && !signals.asksOutright;
  const links = isHeadline ? (complaint < 0.3 ? 0.2 : 0.1) : 0;
  const shares = around.metrics
    ? (around.metrics.shares ?? 0) + (around.metrics.replies ?? 0) + (around.metrics.likes ?? 0) / 5
    : 0;
  into[0] = complaint;
  into[1] = questionOf(signals, asks) * thinned;
  into[2] = safetyOf(signals) * thinned;
  into[3] = (self ? 0.1 : 0) + (experience ? 0.08 : 0);
  const praises = cues[cueAt.praise]! > 0 || signals.good + signals.bad >= clearPraise;
  into[4] = praises && self && experience ? 0.27 : praises || cues[cueAt.opinion]! > 0 ? 0.05 : 0;
  into[5] = Math.min(0.12, around.themes * 0.06);
  into[6] = shares > 0 ? Math.min(0.15, Math.log10(1 + shares) * 0.05) : 0;
  into[7] = -Math.min(0.5, cues[cueAt.news]! * 0.08 + signals.cashtags * 0.2 + links);
  into[8] = -Math.min(0.6, Math.max(0, around.spam - 0.4) * 0.6 + cues[cueAt.giveaway]! * 0.15);
  into[9] = signals.said < 4 ? -0.2 : 0;
  // A complaint by its words that also reads like one as a whole.
  into[10] = into[0] + into[2] > 0 ? feelingWeight * Math.max(0, around.negative - 0.6) : 0;
  // It takes away what a clear complaint and a question bring together.
  into[11] = around.namesake > 0.5 ? -namesakeWeight * around.namesake : 0;
  return into;
}

/** "Will They Finally Answer? {link}" asks its readers to come, not the brand to answer. */
const headlineTitled = 4;
const headlineAsks = 0.4;

function questionOf(signals: Signals, asks: boolean): number {
  if (!signals.asksOutright) return asks ? 0.12 : 0;
  const isHeadline = signals.links > 0 && signals.titled >= headlineTitled && signals.cues[cueAt.self] === 0;
  return (asks || signals.beginsAsking ? 0.5 : 0.32) * (isHeadline ? headlineAsks : 1);
}

function safetyOf({ cues }: Signals): number {
  const danger = cues[cueAt.danger]!;
  const isBodily = cues[cueAt.harm]! > 0 && cues[cueAt.body]! > 0;
  if (danger > 0) return Math.min(0.6, 0.2 + danger * 0.15 + (isBodily ? 0.15 : 0));
  return isBodily ? 0.48 : 0;
}

/** The strongest sign counts in full, every further one a little: ten curses are not ten complaints. */
function complaintOf(signals: Signals, self: boolean): number {
  const { cues } = signals;
  const fault = cues[cueAt.fault]!;
  const trouble = cues[cueAt.trouble]!;
  const blame = cues[cueAt.blame]!;
  const dislike = cues[cueAt.dislike]!;
  const repair = cues[cueAt.repair]!;
  const unable = self ? cues[cueAt.unable]! : 0;
  const signs = fault + trouble + blame + dislike + repair + unable + signals.frowns;
  if (signs === 0) return 0;
  const strongest =
    fault > 0
      ? 0.5
      : blame > 0
        ? 0.38
        : repair > 0
          ? 0.28
          : trouble > 0
            ? 0.2
            : unable > 0
              ? 0.18
              : signals.frowns > 0
                ? 0.15
                : 0.1;
  const addressed = signals.mentions > 0 && !signals.isRetweet && strongest > 0.15 ? 0.08 : 0;
  return Math.min(0.65, strongest + (signs - 1) * 0.08 + addressed + Math.min(6, -signals.bad) * 0.015);
}

const parts = new Float64Array(significanceParts.length);

/** 0..1. */
export function scoreSignificance(signals: Signals, around: Circumstances): number {
  return clampedSum(significancePartsOf(signals, around, parts));
}
