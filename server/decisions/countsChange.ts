import type { Change } from '../../shared/decisions.ts';
import { normalCdf } from '../../shared/uncertainty.ts';

const z90 = 1.6448536269514722;
/** Fewer mentions, before and after together, tell of no change. */
const leastMentions = 10;
/** Mentions come in bursts: their variance is so many times Poisson's, at least. */
const dispersion = 4;
/** Fewer pairs of spans do not say how far counts usually move. */
const leastMoves = 6;

/** A variance that few values tell of is widened so that the interval is Student's, within a hundredth. */
const studentPart = 2.5;

type Counted = { mentions: number; heardMs: number };

/**
 * How many times as many mentions an hour came, with a 90 % interval on the scale of logarithms. `usualMoves`: lists of ln ratios of
 * neighbouring spans of this length in the time before, which hold the rhythm of the day and this brand's own bursts: a move
 * that is no larger than those of the list with the largest is none. Null where too little was counted.
 */
export function countsChange(
  before: Counted,
  after: Counted,
  usualMoves: readonly (readonly number[])[],
): Change | null {
  if (before.mentions + after.mentions < leastMentions || before.heardMs <= 0 || after.heardMs <= 0) return null;
  const [a, b] = [after.mentions + 0.5, before.mentions + 0.5];
  const move = Math.log(a / after.heardMs) - Math.log(b / before.heardMs);
  const chance = dispersion * (1 / a + 1 / b);
  const usual = usualMoves
    .filter((moves) => moves.length >= leastMoves)
    .map((moves) => (moves.reduce((sum, one) => sum + one * one, 0) / moves.length) * (1 + studentPart / moves.length));
  const deviation = Math.sqrt(Math.max(chance, ...usual));
  return {
    value: Math.exp(move),
    low: Math.exp(move - z90 * deviation),
    high: Math.exp(move + z90 * deviation),
    probability: normalCdf(move / deviation),
  };
}

/** ln ratios of neighbouring sums of `length` counts each, from the newest count backwards. */
export function usualMovesOf(counts: readonly number[], length: number): number[] {
  const sums: number[] = [];
  for (let end = counts.length; end - length >= 0; end -= length)
    sums.push(counts.slice(end - length, end).reduce((sum, one) => sum + one, 0));
  return sums.slice(1).map((sum, k) => Math.log((sums[k]! + 0.5) / (sum + 0.5)));
}

/** The same at this hour of the day alone, on the days before: at some hours counts always rise. */
export function movesAtThisHour(hourly: readonly number[], hours: number): number[] {
  const moves: number[] = [];
  const sum = (from: number) => hourly.slice(from, from + hours).reduce((all, one) => all + one, 0);
  for (let start = hourly.length - 24; start - hours >= 0; start -= 24)
    moves.push(Math.log((sum(start) + 0.5) / (sum(start - hours) + 0.5)));
  return moves;
}
