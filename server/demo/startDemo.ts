import type { Post } from '../../shared/domain.ts';
import { bucketOf, dayMs, hourMs, minuteMs, quarterMs } from '../../shared/rollup.ts';
import type { Engine } from '../engine/engine.ts';
import type { SourceBoard } from '../sources/board.ts';
import { demoWorkspace } from './demoWorkspace.ts';
import { storyStartsBeforeMs } from './story.ts';
import { demoSources, writePosts } from './writePosts.ts';

export type DemoOptions = {
  /** Milliseconds; the clock of the story. */
  now: () => number;
  seed?: number;
  /** Called when the worker refuses or fails: the demo stops and says so. */
  onTrouble: (error: unknown) => void;
};

const cursorName = 'demo';
/** A reader who opens the demo meets the launch at T+6 h 12 min: after the peak, in the middle of its troubles. */
const opensAfterMs = 6 * hourMs + 12 * minuteMs;
/** An older story has nothing left to tell: a new launch begins, the old one stays in the list. */
const storyLastsMs = 8 * dayMs;
const catchUpMs = hourMs;
const paceMs = 1_000;

/**
 * Plays the demo's story into its own store: first what happened until now, then live, a second at a time. Posts depend
 * on seed, launch and minute alone and are idempotent, so a restart goes on where it stopped.
 */
export async function startDemo(
  engine: Engine,
  board: SourceBoard,
  { now, seed = 2026, onTrouble }: DemoOptions,
): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  let startAt = Number((await engine.setting('demo.startAt')) ?? 0);
  if (now() - startAt > storyLastsMs) {
    startAt = bucketOf(now() - opensAfterMs, quarterMs);
    const before = (await engine.ruleSet()).workspace.launches.map((launch) => ({
      ...launch,
      id: `lumiere-${new Date(launch.at).toISOString().slice(0, 10)}`,
    }));
    const workspace = demoWorkspace(startAt);
    await engine.saveWorkspace({ ...workspace, launches: [...before, ...workspace.launches] });
    await engine.setSetting('demo.startAt', String(startAt));
  }
  let sentUntil = Math.max(Number((await engine.cursor(cursorName)) ?? 0), startAt - storyStartsBeforeMs);

  const send = async (posts: Post[], until: number) => {
    const at = now();
    await engine.ingest({
      kind: 'posts',
      posts,
      receivedAt: Math.min(at, until),
      cursors: [{ source: cursorName, value: String(until) }],
    });
    for (const source of demoSources) {
      const own = posts.filter((post) => post.source === source);
      const newest = own[own.length - 1];
      board.report(source, {
        kind: 'demo',
        state: 'live',
        heardAt: at,
        accepted: own.length,
        ...(newest ? { postAt: newest.at, lagMs: Math.max(0, Math.min(at, until) - newest.at) } : {}),
      });
    }
    sentUntil = until;
  };

  let minuteHeld = { at: -1, posts: [] as Post[] };
  const postsOfMinute = (at: number) => {
    if (minuteHeld.at !== at) minuteHeld = { at, posts: writePosts(seed, startAt, at) };
    return minuteHeld.posts;
  };

  /** Everything said in [sentUntil, min(now, sentUntil + catchUpMs)). */
  const advance = async () => {
    const until = Math.min(now(), sentUntil + catchUpMs);
    if (until <= sentUntil) return;
    const posts: Post[] = [];
    for (let minute = bucketOf(sentUntil, minuteMs); minute < until; minute += minuteMs)
      for (const post of postsOfMinute(minute)) if (post.at >= sentUntil && post.at < until) posts.push(post);
    await send(posts, until);
  };

  const run = async () => {
    try {
      do await advance();
      while (!stopped && now() - sentUntil >= catchUpMs);
    } catch (error) {
      if (!stopped) onTrouble(error);
    }
    if (!stopped) timer = setTimeout(start, paceMs);
  };
  let running: Promise<void> | undefined;
  function start(): void {
    running = run();
  }
  start();

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
