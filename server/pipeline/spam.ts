import { clampedSum } from './clampedSum.ts';
import { cueAt, type Signals, thinning } from './signals.ts';
import type { Cue } from './words/cues.ts';

/** Above it a mention is set aside as spam. */
export const spamThreshold = 0.5;

export const spamParts = [
  'self-promotion',
  'invitation',
  'links',
  'money',
  'offer',
  'giveaway',
  'hashtags',
  'shouting',
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
  const { cues } = signals;
  const thinned = thinning(signals);
  const promotions = cues[cueAt.selfPromotion]!;
  const invitations = cues[cueAt.invitation]!;
  const money = cues[cueAt.money]!;
  const offers = cues[cueAt.offer]!;
  const giveaways = cues[cueAt.giveaway]!;
  into[0] = promotions > 0 ? Math.min(0.8, 0.5 + (promotions - 1) * 0.1) * thinned : 0;
  into[1] = invitations > 0 ? Math.min(0.45, 0.3 + (invitations - 1) * 0.1) * thinned : 0;
  // A link beside a call to follow it; or hardly anything but a link.
  into[2] =
    signals.links === 0 ? 0 : signals.said <= 3 ? 0.5 : promotions + invitations + money + offers > 0 ? 0.2 : 0.1;
  into[3] = money > 0 ? Math.min(0.6, 0.3 + (money - 1) * 0.15) : 0;
  into[4] = Math.min(0.4, offers * 0.12);
  into[5] = Math.min(0.5, giveaways * 0.2);
  into[6] = signals.hashtags > 5 ? Math.min(0.4, (signals.hashtags - 5) * 0.08) : 0;
  into[7] = signals.shouted > 4 ? 0.1 : 0;
  return into;
}

const parts = new Float64Array(spamParts.length);

/** 0..1. */
export function scoreSpam(signals: Signals): number {
  return clampedSum(spamPartsOf(signals, parts));
}
