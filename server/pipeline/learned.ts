import type { Learned } from '../../shared/domain.ts';
import { type Doc, hashOf, tokenFlags, tokenKinds } from './normalize.ts';
import { mostTokens } from './sentiment/features.ts';

/** Log odds, against neutral, that are added to what a sentiment model says of one text. */
export type Shift = { negative: number; positive: number };

/** `Learned` of a workspace, by the words' hashes. */
export type LearnedShifts = { bias: Shift; byHash: ReadonlyMap<number, Shift> };

export function compileLearned(learned: Learned | undefined): LearnedShifts | null {
  if (!learned) return null;
  return { bias: learned.bias, byHash: new Map(learned.words.map(({ word, ...shift }) => [hashOf(word), shift])) };
}

/** Together no more than this: a text must be able to say otherwise. */
const mostShift = 3;
const cut = (value: number) => Math.max(-mostShift, Math.min(mostShift, value));

/** True for tokens that can teach and be taught: what somebody said, not whom they named or what they linked to. */
export function isSaid(doc: Doc, token: number, masked: Uint8Array | null): boolean {
  const kind = doc.kinds[token]!;
  if (kind === tokenKinds.url || kind === tokenKinds.number) return false;
  return (doc.flags[token]! & tokenFlags.mention) === 0 && masked?.[token] !== 1;
}

/** What corrections taught of this text, and `more`; `masked` tokens say nothing. Null where there is nothing to add. */
export function shiftOf(
  doc: Doc,
  masked: Uint8Array | null,
  learned: LearnedShifts | null,
  more: Shift | null = null,
): Shift | null {
  if (learned === null) return more;
  let { negative, positive } = learned.bias;
  const tokens = Math.min(doc.count, mostTokens);
  for (let token = 0; token < tokens; token++) {
    const own = learned.byHash.get(doc.hash[token]!);
    if (own === undefined || !isSaid(doc, token, masked)) continue;
    negative += own.negative;
    positive += own.positive;
  }
  return { negative: cut(negative) + (more?.negative ?? 0), positive: cut(positive) + (more?.positive ?? 0) };
}

/** Moves probabilities of negative, neutral, positive by a shift, in place. */
export function addShift(probabilities: Float64Array, { negative, positive }: Shift): void {
  const bad = probabilities[0]! * Math.exp(negative);
  const good = probabilities[2]! * Math.exp(positive);
  const sum = bad + probabilities[1]! + good;
  probabilities[0] = bad / sum;
  probabilities[1] = probabilities[1]! / sum;
  probabilities[2] = good / sum;
}
