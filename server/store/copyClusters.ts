import type { Channel } from '../../shared/domain.ts';
import { bucketOf, hourMs } from '../../shared/rollup.ts';

/** A near-copy, or an original that has some: `of` is the commit number of the original, its own for that. */
export type CopyMessage = { seq: number; of: number; at: number; channel: Channel };

export type CopyCluster = {
  of: number;
  /** Of its messages in range, the original among them. */
  size: number;
  firstAt: number;
  lastAt: number;
  /** From `startAt` on, `stepMs` each. */
  counts: number[];
  channels: Partial<Record<Channel, number>>;
  /** The earliest of them, to be shown where the original is gone. */
  firstSeq: number;
};
export type CopyClusters = { startAt: number; stepMs: number; clusters: CopyCluster[] };

const mostCounts = 48;

/** The largest clusters of at least two messages; of equal ones the latest first. All share one time axis of whole hours. */
export function clusterCopies(messages: Iterable<CopyMessage>, limit: number): CopyClusters {
  const groups = new Map<number, CopyMessage[]>();
  for (const message of messages) {
    const group = groups.get(message.of);
    if (group) group.push(message);
    else groups.set(message.of, [message]);
  }
  const largest = [...groups]
    .filter(([, group]) => group.length > 1)
    .map(([of, group]) => ({ of, group: group.sort((a, b) => a.at - b.at || a.seq - b.seq) }))
    .sort((a, b) => b.group.length - a.group.length || b.group.at(-1)!.at - a.group.at(-1)!.at || b.of - a.of)
    .slice(0, limit);
  if (largest.length === 0) return { startAt: 0, stepMs: hourMs, clusters: [] };
  const firstHour = bucketOf(Math.min(...largest.map(({ group }) => group[0]!.at)), hourMs);
  const lastAt = Math.max(...largest.map(({ group }) => group.at(-1)!.at));
  const stepMs = Math.ceil((lastAt + 1 - firstHour) / hourMs / mostCounts) * hourMs;
  return {
    startAt: firstHour,
    stepMs,
    clusters: largest.map(({ of, group }) => {
      const counts = Array.from({ length: Math.floor((lastAt - firstHour) / stepMs) + 1 }, () => 0);
      const channels: CopyCluster['channels'] = {};
      for (const { at, channel } of group) {
        counts[Math.floor((at - firstHour) / stepMs)]! += 1;
        channels[channel] = (channels[channel] ?? 0) + 1;
      }
      const first = group[0]!;
      return {
        of,
        size: group.length,
        firstAt: first.at,
        lastAt: group.at(-1)!.at,
        counts,
        channels,
        firstSeq: first.seq,
      };
    }),
  };
}
