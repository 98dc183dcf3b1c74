import { clampedSum } from './clampedSum.ts';
import { cueAt, type Signals, thinning } from './signals.ts';
import type { Cue } from './words/cues.ts';

/** Above it a mention is set aside as spam. */
export const spamThreshold = 0.5;

export const spamParts = [
  'wording',
  'self-promotion',
  'invitation',
  'links',
  'money',
  'offer',
  'giveaway',
  'hashtags',
  'shouting',
  'own-trouble',
] as const;

/** Which words each part quotes in a trace. */
export const spamCues: Readonly<Record<string, readonly Cue[]>> = {
  'self-promotion': ['selfPromotion'],
  invitation: ['invitation'],
  money: ['money'],
  offer: ['offer'],
  giveaway: ['giveaway'],
};

/**
 * The learned wording knows how people promote themselves under videos: alone it sets nothing aside, with any other sign it
 * does. Under videos they were not fitted on the two reach an F1 of 92; of tweets about brands they call 2 to 5 of 100 spam.
 */
const wordingShare = 0.45;
/** Who asks something outright wants an answer, not followers. */
const wordingOfQuestion = 0.5;
const ownTrouble = -0.15;
/** Below it a wording says nothing. */
const leastWording = 0.05;

/**
 * The parts of a post's spam score, by their place in `spamParts`. Their sum, cut to 0..1, is the score. `promotion`: how
 * likely its words are those of somebody who promotes himself, 0..1.
 */
export function spamPartsOf(signals: Signals, promotion: number, into: Float64Array): Float64Array {
  const { cues } = signals;
  const thinned = thinning(signals);
  const promotions = cues[cueAt.selfPromotion]!;
  const invitations = cues[cueAt.invitation]!;
  const money = cues[cueAt.money]!;
  const offers = cues[cueAt.offer]!;
  const giveaways = cues[cueAt.giveaway]!;
  into[1] = promotions > 0 ? Math.min(0.8, 0.5 + (promotions - 1) * 0.1) * thinned : 0;
  into[2] = invitations > 0 ? Math.min(0.45, 0.3 + (invitations - 1) * 0.1) * thinned : 0;
  // A link beside a call to follow it; or hardly anything but a link.
  into[3] =
    signals.links === 0 ? 0 : signals.said <= 3 ? 0.5 : promotions + invitations + money + offers > 0 ? 0.2 : 0.1;
  into[4] = money > 0 ? Math.min(0.6, 0.3 + (money - 1) * 0.15) : 0;
  into[5] = Math.min(0.4, offers * 0.12);
  into[6] = Math.min(0.5, giveaways * 0.2);
  into[7] = signals.hashtags > 5 ? Math.min(0.4, (signals.hashtags - 5) * 0.08) : 0;
  into[8] = signals.shouted > 4 ? 0.1 : 0;
  const troubles =
    cues[cueAt.fault]! + cues[cueAt.trouble]! + cues[cueAt.unable]! + cues[cueAt.harm]! + cues[cueAt.danger]!;
  // Who warns or complains in his own name also says "share this" and "download".
  into[9] = cues[cueAt.self]! > 0 && troubles > 0 && promotions + money + giveaways === 0 ? ownTrouble : 0;
  const wording = promotion * wordingShare * (signals.asksOutright ? wordingOfQuestion : 1);
  into[0] = promotion < leastWording ? 0 : wording;
  return into;
}

const parts = new Float64Array(spamParts.length);

/** 0..1. */
export function scoreSpam(signals: Signals, promotion: number): number {
  return clampedSum(spamPartsOf(signals, promotion, parts));
}
