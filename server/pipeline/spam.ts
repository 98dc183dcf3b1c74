import { clampedSum } from './clampedSum.ts';
import { type Signals, timesOf } from './signals.ts';
import type { Cue } from './words/cues.ts';

/** Above it a mention is set aside as spam. */
export const spamThreshold = 0.5;

export const spamParts = [
  'base',
  'self-promotion',
  'invitation',
  'links',
  'money',
  'offer',
  'giveaway',
  'hashtags',
  'shouting',
  'own-words',
] as const;

/** Which words each part quotes in a trace. */
export const spamCues: Readonly<Record<string, readonly Cue[]>> = {
  'self-promotion': ['selfPromotion'],
  invitation: ['invitation'],
  money: ['money'],
  offer: ['offer'],
  giveaway: ['giveaway'],
};

/** The parts of a post's spam score, by their place in `spamParts`. Their sum, cut to 0..1, is the score. */
export function spamPartsOf(signals: Signals, into: Float64Array): Float64Array {
  const invitations = timesOf(signals, 'invitation');
  const promotions = timesOf(signals, 'selfPromotion');
  const links = Math.min(2, signals.links);
  into[0] = 0;
  into[1] = Math.min(0.6, promotions * 0.3);
  into[2] = Math.min(0.4, invitations * 0.2 + (invitations > 0 && links > 0 ? 0.15 : 0));
  into[3] = links * 0.15;
  into[4] = Math.min(0.5, timesOf(signals, 'money') * 0.15);
  into[5] = Math.min(0.45, timesOf(signals, 'offer') * 0.12);
  into[6] = Math.min(0.5, timesOf(signals, 'giveaway') * 0.2);
  into[7] = signals.hashtags > 4 ? Math.min(0.4, (signals.hashtags - 4) * 0.08) : 0;
  into[8] = signals.shouted > 4 ? 0.1 : 0;
  into[9] = 0;
  return into;
}

const parts = new Float64Array(spamParts.length);

/** 0..1. */
export function scoreSpam(signals: Signals): number {
  return clampedSum(spamPartsOf(signals, parts));
}
