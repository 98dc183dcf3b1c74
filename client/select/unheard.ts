import type { FiguresState } from '../../shared/protocol.ts';
import { bucketOf } from '../../shared/rollup.ts';
import { mentionsOf } from './cells.ts';

/** In which nothing at all came in, [from, to), epoch ms. */
export type Unheard = { from: number; to: number };
/** Mentions of all brands together in one bucket; buckets follow each other without holes. */
export type Heard = { at: number; mentions: number };

/** So many mentions of all brands were to be expected where none came: people are not that silent by chance, nor by night. */
const surelyMissed = 30;
const cutBelow = 0.75;
const fewestBeside = 4;
const mostBeside = 24;

/** The pace of one side: a median, so that a burst, or a file that was read, is no pace. */
function paceOf(side: readonly Heard[]): number | null {
  if (side.length < fewestBeside) return null;
  const sorted = side.map(({ mentions }) => mentions).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}

/**
 * Stretches of silence that are no silence of people: the slower pace of both sides, over a stretch as long, would have brought
 * thirty mentions. History keeps what came in and not who listened, so that this is as near as it can be known. A bucket beside
 * one that holds less than three quarters of its side's pace was cut by it, and belongs to it.
 */
export function unheardIn(heard: readonly Heard[], stepMs: number): Unheard[] {
  const found: Unheard[] = [];
  let start = 0;
  while (start < heard.length) {
    if (heard[start]!.mentions > 0) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < heard.length && heard[end]!.mentions === 0) end += 1;
    const beside = Math.min(mostBeside, Math.max(fewestBeside, end - start));
    const earlier = paceOf(heard.slice(Math.max(0, start - beside), start));
    const later = paceOf(heard.slice(end, end + beside));
    const paces = [earlier, later].filter((pace) => pace !== null);
    if (paces.length > 0 && Math.min(...paces) * (end - start) >= surelyMissed) {
      const isCut = (bucket: Heard | undefined, pace: number | null) =>
        bucket !== undefined && pace !== null && bucket.mentions < cutBelow * pace;
      const from = heard[isCut(heard[start - 1], earlier) ? start - 1 : start]!.at;
      const to = heard[isCut(heard[end], later) ? end : end - 1]!.at + stepMs;
      found.push({ from, to });
    }
    start = end;
  }
  return found;
}

/** Counts with the buckets that nobody sent, which are empty; `[from, to)`, whole buckets only. */
export function filled(
  counts: ReadonlyMap<number, number>,
  { from, to }: { from: number; to: number },
  stepMs: number,
): Heard[] {
  const heard: Heard[] = [];
  for (let at = bucketOf(from, stepMs); at + stepMs <= to; at += stepMs)
    heard.push({ at, mentions: counts.get(at) ?? 0 });
  return heard;
}

/** Those of a live window, from what anything was known unless `since` says otherwise; a bucket that began before the window is not sent, and says nothing. */
export function unheardOf(state: FiguresState, since = state.knownFrom): Unheard[] {
  if (state.knownFrom === 0) return [];
  const counts = new Map(Object.entries(state.series['*'] ?? {}).map(([at, cell]) => [Number(at), mentionsOf(cell)]));
  const firstWhole = bucketOf(state.from + state.stepMs - 1, state.stepMs);
  const from = Math.max(firstWhole, bucketOf(since, state.stepMs));
  return unheardIn(filled(counts, { from, to: state.to }, state.stepMs), state.stepMs);
}

/** The part of each that lies in a period. */
export function within(unheard: readonly Unheard[], { from, to }: { from: number; to: number }): Unheard[] {
  return unheard
    .map((one) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) }))
    .filter((one) => one.from < one.to);
}

/** Whether a bucket was missed for half of it or more: what is left of it says nothing about people. */
export function isUnheard(unheard: readonly Unheard[], from: number, to: number): boolean {
  const missed = within(unheard, { from, to }).reduce((sum, one) => sum + one.to - one.from, 0);
  return missed > 0 && missed >= (to - from) / 2;
}
