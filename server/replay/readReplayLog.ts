import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TellProgress } from '../engine/previewWorkspace.ts';
import { quartersKeptMs } from '../live/tiers.ts';
import type { History, ReplayPost } from '../store/store.ts';
import { createReplayLog, type ReplayLog } from './replayLog.ts';

/** At a time: small enough that other questions to history pass in between. */
const blockPosts = 20_000;
/** About 100 MB while it is read, a tenth of it afterwards. */
const mostPosts = 1_000_000;

/** The range and what lies before it hold too many posts to be kept in memory. */
export class TooMuchToReplay extends Error {
  override name = 'TooMuchToReplay';
}

/** `tell`: called after each block, with how far in the order of commits it came, and how far that goes. */
export type Reading = { signal?: AbortSignal; tell?: TellProgress };

/** All posts that a window may show at any moment of [from, to]: sixteen days before it are compared with. Throws the signal's reason. */
export async function readReplayLog(
  history: Pick<History, 'replayPosts' | 'totals'>,
  from: number,
  to: number,
  { signal, tell }: Reading = {},
): Promise<ReplayLog> {
  const blocks: ReplayPost[][] = [];
  const newest = tell ? (await history.totals()).seq : 0;
  let read = 0;
  for (let after = 0; ; ) {
    const block = await history.replayPosts({ from: from - quartersKeptMs, to, after, limit: blockPosts });
    blocks.push(block);
    read += block.length;
    if (read > mostPosts)
      throw new TooMuchToReplay(`a replay holds at most ${mostPosts} posts; choose a shorter range`);
    if (block.length < blockPosts) return createReplayLog(blocks);
    after = block.at(-1)!.seq;
    tell?.(Math.min(after, newest), newest);
    await nextTurn();
    signal?.throwIfAborted();
  }
}
