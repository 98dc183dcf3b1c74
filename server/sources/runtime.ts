import type { Post } from '../../shared/domain.ts';
import { type Engine, EngineBusy } from '../engine/engine.ts';
import type { Removal } from '../store/store.ts';
import type { SourceBoard } from './board.ts';
import type { Connection, Source, SourceEvent } from './source.ts';

export type RuntimeOptions = {
  now: () => number;
  random: () => number;
  /** First and longest pause between two connections, before jitter. */
  backOffMs: { first: number; longest: number };
  /** Events held in memory at most; beyond, the line is not read. */
  queueLimit: number;
  flushMs: number;
  /** Posts in one transaction. */
  flushPosts: number;
  log: (message: string) => void;
};

export const runtimeDefaults: RuntimeOptions = {
  now: Date.now,
  random: Math.random,
  backOffMs: { first: 500, longest: 60_000 },
  queueLimit: 20_000,
  flushMs: 250,
  flushPosts: 500,
  log: () => {},
};

const slowLagMs = 60_000;
/** How long a notice (a gap, a fallback) stays on screen once the line is well again. */
const noticeMs = 10 * 60_000;

/** A pause that doubles with each failure in a row, drawn from its upper half so that many clients do not come at once. */
export function backOff(failures: number, limits: RuntimeOptions['backOffMs'], random: () => number): number {
  const full = Math.min(limits.longest, limits.first * 2 ** Math.min(failures, 30));
  return full / 2 + random() * (full / 2);
}

/**
 * Keeps one source running: connects from the saved cursor, saves posts together with the cursor that stands behind
 * them, watches for silence, waits between failures. A source that fails hurts no other.
 */
export function runSource(
  source: Source,
  engine: Engine,
  board: SourceBoard,
  options: Partial<RuntimeOptions> = {},
): { stop(): Promise<void> } {
  const { now, random, backOffMs, queueLimit, flushMs, flushPosts, log } = { ...runtimeDefaults, ...options };
  let stopped = false;
  let wake: (() => void) | undefined;
  let connection: Connection | undefined;
  let notice = { message: '', until: 0 };
  const noticeNow = () => (now() < notice.until ? notice.message : undefined);

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      }
      wake = done;
      if (stopped) done();
    });

  /** Saves the head of the queue; tries again while the store is busy. Returns false when asked to stop. */
  const save = async (events: readonly SourceEvent[]): Promise<boolean> => {
    const posts: Post[] = [];
    const removed: Removal[] = [];
    let skipped = 0;
    for (const event of events) {
      if (event.post) posts.push(event.post);
      if (event.removed) removed.push(event.removed);
      if (event.skipped) skipped += 1;
    }
    const last = events[events.length - 1]!;
    for (;;) {
      const receivedAt = now();
      try {
        const answer = await engine.ingest({
          kind: 'posts',
          posts,
          removed,
          receivedAt,
          skipped: skipped > 0 ? [{ source: source.name, posts: skipped }] : [],
          cursors: [{ source: source.name, value: last.cursor }],
        });
        const lagMs = Math.max(0, receivedAt - last.at);
        board.report(source.name, {
          kind: source.kind,
          accepted: answer.accepted,
          skipped,
          lagMs,
          ...(posts.length > 0 ? { postAt: receivedAt } : {}),
          ...(lagMs > slowLagMs
            ? { state: 'slow', message: `catching up, ${Math.round(lagMs / 60_000)} min behind` }
            : { state: 'live', message: noticeNow() }),
        });
        board.count({ ...answer, rejected: answer.rejected.length });
        return true;
      } catch (error) {
        if (!(error instanceof EngineBusy)) throw error;
        board.report(source.name, { kind: source.kind, state: 'slow', message: error.message });
        await wait(Math.min(error.retryAfterS * 1_000, 5_000));
        if (stopped) return false;
      }
    }
  };

  /** One connection from open to end. Returns why it ended and whether it brought anything. */
  const runOnce = async (): Promise<{ because: string; progressed: boolean }> => {
    const cursor = await engine.cursor(source.name);
    const queue: SourceEvent[] = [];
    let progressed = false;
    let paused = false;
    let heardAt = now();
    let over: string | undefined;
    let stirred: (() => void) | undefined;
    const stir = () => stirred?.();

    const line = source.connect(cursor, {
      opened() {
        heardAt = now();
        // An open line is not a living one: only what comes in makes it live.
        board.report(source.name, { kind: source.kind, state: 'slow', message: 'connected, nothing heard yet' });
        log(`${source.name}: connected`);
      },
      event(event) {
        heardAt = now();
        queue.push(event);
        if (queue.length >= queueLimit && !paused) {
          paused = true;
          line.pause();
        }
        if (queue.length >= flushPosts) stir();
      },
      heard() {
        heardAt = now();
      },
      notice(message) {
        notice = { message, until: now() + noticeMs };
        board.report(source.name, { kind: source.kind, message });
        log(`${source.name}: ${message}`);
      },
    });
    connection = line;
    void line.ended.then((because) => {
      over = because;
      stir();
    });
    const watchdog = setInterval(
      () => {
        board.report(source.name, { kind: source.kind, heardAt });
        if (!paused && now() - heardAt > source.stallMs) {
          over ??= `silent for ${Math.round(source.stallMs / 1_000)} s`;
          line.end();
          stir();
        }
      },
      Math.max(20, Math.min(1_000, source.stallMs / 4)),
    );
    try {
      while (over === undefined || (queue.length > 0 && !stopped)) {
        if (queue.length < flushPosts && over === undefined)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, flushMs);
            stirred = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        stirred = undefined;
        if (queue.length === 0) continue;
        // Skipped events cost nothing: take as many as there are, up to the wanted number of posts.
        let take = 0;
        for (let posts = 0; take < queue.length && posts < flushPosts; take += 1)
          if (queue[take]!.post || queue[take]!.removed) posts += 1;
        if (!(await save(queue.slice(0, take)))) break;
        queue.splice(0, take);
        progressed = true;
        if (paused && queue.length < queueLimit / 2) {
          paused = false;
          heardAt = now();
          line.resume();
        }
      }
    } finally {
      clearInterval(watchdog);
      line.end();
      connection = undefined;
    }
    return { because: over ?? 'stopped', progressed };
  };

  const run = async () => {
    let failures = 0;
    while (!stopped) {
      let because: string;
      try {
        const end = await runOnce();
        because = end.because;
        if (end.progressed) failures = 0;
      } catch (error) {
        because = error instanceof Error ? error.message : String(error);
      }
      if (stopped) break;
      const pauseMs = backOff(failures, backOffMs, random);
      failures += 1;
      board.report(source.name, {
        kind: source.kind,
        state: 'lost',
        message: `${because}; trying again in ${Math.max(1, Math.round(pauseMs / 1_000))} s`,
      });
      log(`${source.name}: ${because}; again in ${Math.round(pauseMs)} ms`);
      await wait(pauseMs);
    }
    board.report(source.name, { kind: source.kind, state: 'off' });
  };
  const running = run();

  return {
    async stop() {
      stopped = true;
      wake?.();
      connection?.end();
      await running;
    },
  };
}
