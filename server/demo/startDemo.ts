import { demoBeginsBeforeMs } from '../../shared/demo.ts';
import type { Post } from '../../shared/domain.ts';
import { rehearsedLoss } from '../../shared/rehearsal.ts';
import { bucketOf, dayMs, hourMs, minuteMs, quarterMs } from '../../shared/rollup.ts';
import type { Engine } from '../engine/engine.ts';
import type { SourceBoard } from '../sources/board.ts';
import type { RehearsalPlayer } from './createRehearsal.ts';
import { demoWorkspace } from './demoWorkspace.ts';
import { type PastLaunch, pastDayEnds, pastHours, pastLaunches } from './pastLaunches.ts';
import { storyStartsBeforeMs, usualStartsBeforeMs } from './story.ts';
import { cameLate, demoSources, writePastPosts, writePosts } from './writePosts.ts';

export type DemoOptions = {
  /** Milliseconds; the clock of the story. */
  now: () => number;
  seed?: number;
  /** Called when the worker refuses or fails: the demo stops and says so. */
  onTrouble: (error: unknown) => void;
  /** What is played beside the story when somebody asks for it. */
  rehearsal: Pick<RehearsalPlayer, 'due' | 'lost'>;
  /** Called once all that was before now is told; again after a restart. */
  afterTold?: (story: { seed: number; startAt: number }) => Promise<void>;
};

export type DemoStory = {
  /** Whether hours of launches of long ago are still to come. */
  isTelling(): boolean;
  stop(): Promise<void>;
};

const cursorName = 'demo';
/** How far back the older part of the story has been told. */
const olderCursorName = 'demo.older';
/** How many hours of past launches have been told. */
const pastCursorName = 'demo.past';
/** An hour of them is a tenth of one of today; of their later days a hundredth. */
const pastTurns = 8;
const longTurns = 32;
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
  { now, seed = 2026, onTrouble, rehearsal, afterTold }: DemoOptions,
): Promise<DemoStory> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  let startAt = Number((await engine.setting('demo.startAt')) ?? 0);
  if (now() - startAt > storyLastsMs) {
    startAt = bucketOf(now() - opensAfterMs, quarterMs);
    const before = (await engine.ruleSet()).workspace.launches.map((launch) =>
      launch.id === 'lumiere' ? { ...launch, id: `lumiere-${new Date(launch.at).toISOString().slice(0, 10)}` } : launch,
    );
    const workspace = demoWorkspace(startAt);
    // Those of long ago were where they were: only a first story brings them.
    const fresh = workspace.launches.filter(({ id }) => !before.some((launch) => launch.id === id));
    await engine.saveWorkspace({ ...workspace, launches: [...before, ...fresh] });
    await engine.setSetting('demo.startAt', String(startAt));
  }
  const beginsAt = startAt - demoBeginsBeforeMs;
  let sentUntil = Math.max(Number((await engine.cursor(cursorName)) ?? 0), beginsAt);
  let olderFrom = Math.min(Number((await engine.cursor(olderCursorName)) ?? beginsAt), beginsAt);

  /** Hours of past launches that are to be told once the story is: their first days, newest launch first, then what is told longer. */
  const { launches } = (await engine.ruleSet()).workspace;
  type Stretch = { past: PastLaunch; startedAt: number; from: number };
  const hoursOf = (hours: (past: PastLaunch) => (readonly [from: number, to: number])[]): Stretch[] =>
    pastLaunches.flatMap((past) => {
      const launch = launches.find(({ id }) => id === past.id);
      if (!launch) return [];
      return hours(past).flatMap(([from, to]) =>
        Array.from({ length: to - from }, (_, hour) => ({
          past,
          startedAt: launch.at,
          from: launch.at + (from + hour) * hourMs,
        })),
      );
    });
  // In this order for ever: the cursor is a place in it.
  const firstDays = [
    ...hoursOf(() => [[pastHours.from, pastHours.to]]),
    ...hoursOf(() => [[pastHours.to, pastDayEnds]]),
  ];
  const pastStretches = [
    ...firstDays,
    ...hoursOf(({ long }) =>
      long
        ? [
            [long.fromMs / hourMs, pastHours.from],
            [pastDayEnds, long.toMs / hourMs],
          ]
        : [],
    ),
  ];
  let pastTold = Number((await engine.cursor(pastCursorName)) ?? 0);

  /** When the newest post of each source was said. */
  const heardOf = new Map<string, number>();
  const send = async (posts: Post[], until: number, cursor: { source: string; value: string }) => {
    const at = now();
    await engine.ingest({ kind: 'posts', posts, receivedAt: Math.min(at, until), cursors: [cursor] });
    for (const source of demoSources) {
      if (source === rehearsal.lost()) {
        board.report(source, { kind: 'demo', state: 'lost', message: rehearsedLoss });
        continue;
      }
      const own = posts.filter((post) => post.source === source);
      // What is filled in of the days before is older than what was heard already.
      const newestAt = Math.max(heardOf.get(source) ?? 0, own.at(-1)?.at ?? 0);
      heardOf.set(source, newestAt);
      board.report(source, {
        kind: 'demo',
        state: 'live',
        heardAt: at,
        accepted: own.length,
        ...(newestAt > 0
          ? { postAt: newestAt, lagMs: Math.max(0, Math.min(at, Math.max(until, sentUntil)) - newestAt) }
          : {}),
      });
    }
  };

  let minuteHeld = { at: -1, posts: [] as Post[] };
  const postsOfMinute = (at: number) => {
    if (minuteHeld.at !== at) minuteHeld = { at, posts: writePosts(seed, startAt, at) };
    return minuteHeld.posts;
  };

  const postsBetween = (from: number, until: number) => {
    const posts: Post[] = [];
    for (let minute = bucketOf(from, minuteMs); minute < until; minute += minuteMs)
      for (const post of postsOfMinute(minute)) if (post.at >= from && post.at < until) posts.push(post);
    return posts;
  };

  /** The next stretch up to now. */
  const advance = async () => {
    const until = Math.min(now(), sentUntil + catchUpMs);
    if (until <= sentUntil) return;
    const lost = rehearsal.lost();
    const told = postsBetween(sentUntil, until).filter(({ source }) => source !== lost);
    await send([...told, ...rehearsal.due()], until, { source: cursorName, value: String(until) });
    sentUntil = until;
  };

  /** One more hour of what was said before, until the story's first; the days before it once past launches are told. */
  const fillOlder = async () => {
    const beforeMs = pastTold < firstDays.length ? storyStartsBeforeMs : usualStartsBeforeMs;
    const from = Math.max(olderFrom - catchUpMs, startAt - beforeMs);
    if (from >= olderFrom) return;
    await send(postsBetween(from, olderFrom), olderFrom, { source: olderCursorName, value: String(from) });
    olderFrom = from;
  };

  /** One more hour of a launch of long ago. */
  const fillPast = async () => {
    const next = pastStretches[pastTold];
    // What nobody looks at first comes last.
    const waitsFor = pastTold < firstDays.length ? storyStartsBeforeMs : usualStartsBeforeMs;
    if (!next || olderFrom > startAt - waitsFor) return;
    const { past, startedAt, from } = next;
    const said = (of: { from: number; to: number }) => {
      const posts: Post[] = [];
      for (let minute = of.from; minute < of.to; minute += minuteMs)
        posts.push(...writePastPosts(seed, past, startedAt, minute));
      return posts;
    };
    const posts = said({ from, to: from + hourMs }).filter((post) => !cameLate(past, startedAt, post));
    const late = past.long?.lateReviews;
    if (late && from === startedAt + late.cameMs)
      posts.push(
        ...said({ from: startedAt + late.fromMs, to: startedAt + late.toMs }).filter((post) =>
          cameLate(past, startedAt, post),
        ),
      );
    await send(posts, from + hourMs, { source: pastCursorName, value: String(pastTold + 1) });
    pastTold += 1;
  };

  let isTold = false;
  const run = async () => {
    try {
      do await advance();
      while (!stopped && now() - sentUntil >= catchUpMs);
      for (let turns = 0; turns < 3 && !stopped; turns += 1) await fillOlder();
      const most = pastTold < firstDays.length ? pastTurns : longTurns;
      for (let turns = 0; turns < most && !stopped; turns += 1) await fillPast();
      if (!isTold && pastTold === pastStretches.length && olderFrom <= startAt - usualStartsBeforeMs) {
        isTold = true;
        await afterTold?.({ seed, startAt });
      }
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
    isTelling: () => pastTold < pastStretches.length,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
