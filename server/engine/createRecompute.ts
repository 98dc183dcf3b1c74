import type { RecomputeState } from '../../shared/protocol.ts';
import { createSketch, readSketch, sketchWidth } from '../pipeline/copySketch.ts';
import type { Republished, RuleSet, Store, Verdict } from '../store/store.ts';
import type { Judge } from './analyst.ts';
import type { Replay, Slice } from './replay.ts';

/** Read and judged at a time: some 10 ms of the writer's. */
const slicePosts = 500;

export type RecomputeParts = {
  store: Store;
  judge: Judge;
  replay: Replay;
  /** There is something to do. */
  stir: () => void;
  warn: (fields: object, message: string) => void;
};

type Run = { ruleSet: RuleSet; done: number; total: number; heardTo: number; piece: Slice | undefined };

/**
 * Counts history again under the newest rules. Another thread reads the kept posts; the writing loop asks `step` between two
 * deliveries, which judges a slice and sets it aside. What is set aside is published by the step that finds no more posts,
 * so whatever arrives meanwhile is in it once, judged in its turn; but its second look comes after, lest the loop wait for it.
 */
export function createRecompute({ store, judge, replay, stir, warn }: RecomputeParts) {
  const sketch = createSketch();
  let run: Run | undefined;

  function ask(of: Run, after: number): void {
    of.piece = undefined;
    replay.slice(of.ruleSet, after, slicePosts, of.heardTo).then(
      (piece) => {
        if (run !== of) return;
        of.piece = piece;
        stir();
      },
      (error: unknown) => fail(of, error),
    );
  }

  function fail(of: Run, error: unknown): void {
    if (run !== of) return;
    warn({ error: String(error) }, 'history could not be counted again; the figures stand as they were');
    end(false);
    stir();
  }

  function end(adopt: boolean): void {
    run = undefined;
    judge.endReplay(adopt);
    replay.rest();
  }

  async function stage(of: Run, piece: Slice): Promise<void> {
    for (const stumble of piece.stumbles) warn(stumble, 'a kept post could not be analysed again; it stands as it was');
    const verdicts: Verdict[] = piece.posts.map(({ at }, place) => {
      const seq = piece.indexes[place]!;
      const read = readSketch(piece.sketches, place * sketchWidth, sketch);
      return { seq, analysis: judge.replay(piece.analyses[place]!, read, seq, at) };
    });
    await store.stage(verdicts);
    of.done = piece.last;
  }

  return {
    /** From the first post on; a run under older rules ends. */
    async start(ruleSet: RuleSet): Promise<void> {
      if (run) end(false);
      await store.dropStaged(ruleSet.version);
      const { seq, heardTo } = await store.counted();
      if (seq === 0) {
        await store.publishStaged(ruleSet.version, 0);
        return;
      }
      judge.startReplay();
      run = { ruleSet, done: 0, total: seq, heardTo, piece: undefined };
      ask(run, 0);
    },
    async stop(): Promise<void> {
      if (run) end(false);
      await store.dropStaged(0);
    },
    isReady: (): boolean => run?.piece !== undefined,
    state: (): RecomputeState | undefined =>
      run && { ruleSet: run.ruleSet.version, done: run.done, total: Math.max(run.total, run.done) },
    /** Answers when history has been published. */
    async step(now: number, liveFrom: number): Promise<Republished | undefined> {
      const of = run;
      if (!of?.piece) return undefined;
      let { piece } = of;
      await stage(of, piece);
      // At the end the loop waits for the last few: nothing is saved between the last look and the publishing.
      while (piece.received > 0 && piece.received < slicePosts) {
        try {
          piece = await replay.slice(of.ruleSet, of.done, slicePosts, of.heardTo);
        } catch (error) {
          fail(of, error);
          return undefined;
        }
        await stage(of, piece);
      }
      if (piece.received > 0) {
        ask(of, of.done);
        return undefined;
      }
      const published = await store.publishStaged(of.ruleSet.version, now, liveFrom);
      end(true);
      return published;
    },
    /** The store is in trouble, or closes: what was wanted stays wanted. */
    giveUp(): void {
      if (run) end(false);
    },
  };
}

export type Recompute = ReturnType<typeof createRecompute>;
