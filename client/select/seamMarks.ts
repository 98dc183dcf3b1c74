import type { Seam } from '../../shared/protocol.ts';

/** `all`: from here on everything is counted under the newest rules; `mentions`: from here on all that was a mention is. */
export type SeamMark = { at: number; kind: 'all' | 'mentions' };

/**
 * The moments within (from, to) at which the rules behind a curve change, earlier first. A brand that is new to the rules begins
 * at `all`, because what was set aside before is gone: without a mark its curve would tell of a rise that nobody heard.
 */
export function seamMarks(seam: Seam | null, window: { from: number; to: number }): SeamMark[] {
  if (!seam) return [];
  const marks: SeamMark[] = [{ at: Math.max(seam.collected, seam.mentions), kind: 'all' }];
  if (seam.mentions < seam.collected) marks.unshift({ at: seam.mentions, kind: 'mentions' });
  return marks.filter(({ at }) => at > window.from && at < window.to);
}

/** What is gone before the seam: posts that were set aside, later on mentions too, or both up to the same moment. */
export function seamKind(seam: Seam): 'collected' | 'both' | 'same' {
  if (seam.mentions === 0) return 'collected';
  return seam.mentions < seam.collected ? 'both' : 'same';
}
