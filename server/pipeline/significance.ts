import type { Metrics } from '../../shared/domain.ts';
import { clampedSum } from './clampedSum.ts';
import { type Signals, timesOf } from './signals.ts';
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
] as const;

/** Which words each part quotes in a trace. */
export const significanceCues: Readonly<Record<string, readonly Cue[]>> = {
  complaint: ['trouble', 'blame', 'unable', 'repair'],
  question: ['asks', 'questionWord'],
  safety: ['danger', 'hazard'],
  experience: ['experience', 'self'],
  opinion: ['opinion', 'praise'],
  news: ['news'],
  advertising: ['giveaway', 'invitation'],
};

export type Circumstances = { themes: number; metrics: Metrics | undefined; spam: number };

const cap = Math.min;

/**
 * The parts of a mention's significance, by their place in `significanceParts`. Their sum, cut to 0..1, is the score.
 * What a company must answer leads: a complaint in the writer's own name, a question, harm to somebody.
 */
export function significancePartsOf(signals: Signals, around: Circumstances, into: Float64Array): Float64Array {
  const self = timesOf(signals, 'self') > 0;
  const trouble = timesOf(signals, 'trouble');
  const blame = timesOf(signals, 'blame');
  const unable = timesOf(signals, 'unable');
  const repair = timesOf(signals, 'repair');
  const danger = timesOf(signals, 'danger');
  const experience = timesOf(signals, 'experience');
  const dislike = cap(-signals.bad, 6) * 0.04;
  const complains = trouble + blame > 0 || (unable > 0 && self);
  into[0] = complains
    ? cap(trouble * 0.22 + blame * 0.2 + repair * 0.08 + (unable > 0 ? 0.1 : 0) + dislike, 0.55)
    : dislike / 2;
  into[1] = signals.asksOutright
    ? 0.3 + (timesOf(signals, 'asks') > 0 ? 0.25 : 0)
    : timesOf(signals, 'asks') > 0
      ? 0.2
      : 0;
  into[2] = danger > 0 ? cap(0.25 + danger * 0.15, 0.6) : 0;
  into[3] = (self ? 0.12 : 0) + (experience > 0 ? 0.1 : 0);
  into[4] = timesOf(signals, 'opinion') > 0 || timesOf(signals, 'praise') > 0 ? 0.08 : 0;
  into[5] = cap(around.themes * 0.06, 0.12);
  const metrics = around.metrics;
  const shared = metrics ? (metrics.shares ?? 0) + (metrics.replies ?? 0) + (metrics.likes ?? 0) / 5 : 0;
  into[6] = shared > 0 ? cap(Math.log10(1 + shared) * 0.05, 0.15) : 0;
  into[7] = -cap(timesOf(signals, 'news') * 0.1 + signals.cashtags * 0.2 + (signals.links > 0 && !self ? 0.2 : 0), 0.5);
  into[8] = -cap(around.spam * 0.5 + timesOf(signals, 'giveaway') * 0.2 + timesOf(signals, 'invitation') * 0.08, 0.6);
  into[9] = signals.said < 4 ? -0.2 : signals.isRetweet ? -0.1 : 0;
  return into;
}

const parts = new Float64Array(significanceParts.length);

/** 0..1. */
export function scoreSignificance(signals: Signals, around: Circumstances): number {
  return clampedSum(significancePartsOf(signals, around, parts));
}
