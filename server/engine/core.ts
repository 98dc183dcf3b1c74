import { isDeepStrictEqual } from 'node:util';
import type { HistoryState, IngestAnswer, RecomputeState } from '../../shared/protocol.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import type { TransformerIdentity } from '../../shared/transformer.ts';
import { createSketch, readSketch, sketchWidth } from '../pipeline/copySketch.ts';
import {
  type Batch,
  type Keeping,
  type RuleSet,
  type Saved,
  type Store,
  type StoredPost,
  StoreUnavailable,
} from '../store/store.ts';
import type { Judge } from './analyst.ts';
import { createIndexing } from './createIndexing.ts';
import { createNews } from './createNews.ts';
import { createRecompute } from './createRecompute.ts';
import { createSecondLook } from './createSecondLook.ts';
import { createTrouble } from './createTrouble.ts';
import type { Commit, Engine } from './engine.ts';
import { isSameRules } from './isSameRules.ts';
import { type Arrival, createJob, type Group, type Job } from './job.ts';
import { type Piece, renew } from './piece.ts';
import type { Replay } from './replay.ts';

/**
 * A transaction takes deliveries until it has this many posts, and at most twice as many: two batches of 500 that arrive
 * at once share the wait for the disk.
 */
export const groupPosts = 750;
/** History is counted again in this share of the time while deliveries never rest. */
const recountShare = 0.2;
const tellRecountEveryMs = 500;
const memoriesPerTurn = 500;
const pruneEveryMs = hourMs;
/** Not at once: a start has better things to do. */
const firstPruneAfterMs = 60_000;
const copiesReachMs = 7 * dayMs;
/** No live figure reaches further back: what an import adds to years ago is read from the store. */
const tellReachMs = 17 * dayMs;
export type CoreNotice =
  | { type: 'commit'; commit: Commit; indexBehind: number }
  | { type: 'rules'; ruleSet: RuleSet }
  | {
      type: 'status';
      indexBehind: number;
      /** Mentions newer than this number wait for their second look; absent where nobody has it. */
      heardTo?: number;
      history: HistoryState;
      recompute?: RecomputeState;
      trouble?: string;
    }
  | { type: 'republished' };

export type CoreOptions = {
  store: Store;
  judge: Judge;
  /** Whoever analyses what arrives: told of the rules at once and whenever they change. */
  reader: { use(ruleSet: RuleSet): void };
  replay: Replay;
  /** Who has the second look, through `replay`; null: nobody from here on; absent: nobody now, and the rules stay as they are. */
  transformer?: TransformerIdentity | null;
  now: () => number;
  keeping: Keeping;
  notify: (notice: CoreNotice) => void;
  warn: (fields: object, message: string) => void;
};

/** What the thread that writes does for `Engine`; here `save` takes pieces that were read already. */
export type Core = Omit<Engine, 'ingest' | 'status' | 'onCommit' | 'onRuleSet' | 'onRepublish'> & {
  /** Resolves after the commit of the last piece. */
  save(arrival: Arrival): Promise<IngestAnswer>;
};

/** Another transformer, or none, is another rule set: what was counted under the one before is counted again. */
async function agreeOnTransformer(
  store: Store,
  transformer: TransformerIdentity | null | undefined,
  now: number,
): Promise<RuleSet> {
  const known = await store.ruleSet();
  // Before there are brands nothing was looked at: the first workspace that is saved says who looks.
  if (transformer === undefined || known.version === 0) return known;
  if (isDeepStrictEqual(known.transformer ?? null, transformer)) return known;
  const { saved: _, ...next } = await store.saveWorkspace(known.workspace, now, undefined, true, transformer);
  return next;
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * The one loop that writes: it takes what has arrived, saves it as one transaction, answers, and tells what changed.
 * Deliveries group by themselves: whatever arrives while a transaction runs shares the next one. When nothing waits it
 * indexes in small slices and prunes once an hour.
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  const { store, judge, reader, replay, transformer, now, keeping, notify, warn } = options;
  /** In the order in which their next pieces were asked for: that is the order in which they are saved. */
  const jobs: Job[] = [];
  const sketch = createSketch();
  /** Everything else that touches the store, done between two transactions. */
  const errands: (() => Promise<void>)[] = [];
  let ruleSet = await agreeOnTransformer(store, transformer, now());
  judge.use(ruleSet);
  reader.use(ruleSet);
  let memories: AsyncIterator<{ seq: number; at: number; text: string }> | undefined = store
    .originalsSince(now() - copiesReachMs)
    [Symbol.asyncIterator]();

  let closing = false;

  let wake: (() => void) | undefined;
  const stir = () => wake?.();

  const indexing = await createIndexing(store, () => tellStatus());
  const news = createNews(judge, now);
  const trouble = createTrouble({
    store,
    warn,
    errand(work) {
      errands.push(work);
      stir();
    },
    changed(because) {
      tellStatus();
      if (because === undefined && counted.wanted > 0 && !recount.state()) errands.push(() => recompute('start'));
    },
  });
  const recount = createRecompute({ store, judge, replay, stir, warn });
  const secondLook = createSecondLook({ store, replay, stir, warn });
  let recountFrom = 0;
  let recountToldAt = 0;
  let counted = await store.counted();
  const tellStatus = () => {
    const { ruleSet: under, corrections, seam } = counted;
    const history = { ruleSet: under, corrections, seam };
    const heard = transformer ? { heardTo: counted.heardTo } : {};
    const told = { indexBehind: indexing.behind(), ...heard, history, recompute: recount.state() };
    notify({ type: 'status', ...told, trouble: trouble.because() });
  };
  tellStatus();
  // Cut off by the end of an earlier run: the figures stand as they were, and it begins anew.
  if (counted.wanted > 0) errands.push(() => recompute('start'));

  let pruneTimer: NodeJS.Timeout | undefined;
  const pruneIn = (ms: number) => {
    pruneTimer = setTimeout(() => {
      errands.push(prune);
      stir();
      pruneIn(pruneEveryMs);
    }, ms);
  };
  pruneIn(firstPruneAfterMs);

  /** A slice of what an earlier run kept: a server is open before it remembers all, but analyses nothing until then. */
  async function remember(): Promise<void> {
    for (let count = 0; memories && count < memoriesPerTurn; count += 1) {
      const next = await memories.next();
      if (next.done) memories = undefined;
      else judge.remember(next.value);
    }
  }

  async function noteCounted(): Promise<void> {
    counted = await store.counted();
    tellStatus();
  }

  async function recompute(action: 'start' | 'stop'): Promise<void> {
    if (action === 'start' && ruleSet.transformer && !transformer) {
      warn({}, 'history waits to be counted again until the server runs with the transformer');
      return;
    }
    secondLook.drop();
    if (action === 'start') await recount.start(ruleSet);
    else await recount.stop();
    await noteCounted();
  }

  async function recountSlice(): Promise<void> {
    const startedAt = performance.now();
    const step = async () => {
      const published = await recount.step(now(), now() - tellReachMs);
      if (!published) return;
      await indexing.refresh();
      tellChange(published);
      notify({ type: 'republished' });
      await noteCounted();
    };
    await trouble.during(step, () => recount.giveUp());
    recountFrom = performance.now() + (performance.now() - startedAt) / recountShare;
    if (startedAt - recountToldAt > tellRecountEveryMs) {
      recountToldAt = startedAt;
      tellStatus();
    }
  }

  /** While history is counted again that looks at it; what came since waits until it is published. */
  function listen(): void {
    if (!transformer || !ruleSet.transformer || closing || trouble.because() !== undefined) return;
    if (recount.state() || counted.wanted > 0) return;
    secondLook.ask(ruleSet, counted.heardTo, counted.seq);
  }

  async function lookAgain(): Promise<void> {
    const looked = await secondLook.step(ruleSet, now() - tellReachMs);
    if (!looked) return;
    const { posts, heardTo, ...change } = looked;
    if (posts.length > 0) tellChange(change, posts);
    counted.heardTo = heardTo;
    tellStatus();
  }

  /** While deliveries never rest it gets a share of the time. */
  const isRecountDue = () =>
    trouble.because() === undefined && recount.isReady() && (!jobs[0]?.piece || performance.now() >= recountFrom);

  /** How long to wait before the next index slice, ms; undefined: there is nothing to index, or no way to. */
  const indexInMs = () => (trouble.because() === undefined ? indexing.dueInMs() : undefined);

  async function prune(): Promise<void> {
    // What is being read anew must not go meanwhile; an hour later is early enough.
    if (recount.state()) return;
    await trouble.during(() => store.prune(now(), keeping));
  }

  const tell = (commit: Commit) => notify({ type: 'commit', commit, indexBehind: indexing.behind() });
  const tellChange = (change: Pick<Saved, 'seq' | 'rows' | 'funnel'>, posts: readonly StoredPost[] = []) =>
    tell(news.ofChange(change, posts));

  /** Asks for posts of a job; under rules that changed meanwhile they are looked at again. */
  function awaitPiece(job: Job, coming: Promise<Piece>): void {
    job.piece = undefined;
    void coming.then((piece) => {
      if (piece.ruleSet === ruleSet.version) {
        job.piece = piece;
        stir();
      } else refresh(job, piece);
    });
  }

  function refresh(job: Job, piece: Piece): void {
    awaitPiece(
      job,
      job.again(piece.posts).then((again) => renew(piece, again)),
    );
  }

  function gather(): { group: Group; taken: Job[] } {
    const group: Group = { posts: [], owners: [], pieces: [], places: [] };
    const taken: Job[] = [];
    while (jobs[0]?.piece && group.posts.length < groupPosts) {
      const job = jobs.shift()!;
      const piece = job.take(group)!;
      for (const stumble of piece.stumbles) warn(stumble, 'a post could not be analysed');
      taken.push(job);
      // Read while this group is written.
      if (!piece.isLast) awaitPiece(job, job.more());
      job.isExhausted = piece.isLast;
    }
    return { group, taken };
  }

  async function saveGroup(group: Group, extras: Omit<Batch, 'posts' | 'receivedAt' | 'liveFrom'>, receivedAt: number) {
    const { posts, owners, pieces, places } = group;
    let at = 0;
    judge.begin();
    try {
      return await store.save(
        { posts, receivedAt, liveFrom: now() - tellReachMs, ...extras },
        (post, seq) => {
          while (at < posts.length && posts[at] !== post) at += 1;
          if (at === posts.length) throw new Error('the store asked for a post that it was not given, or out of order');
          owners[at]!.answer.accepted += 1;
          const { analyses, sketches } = pieces[at]!;
          const place = places[at]!;
          at += 1;
          return judge.judge(analyses[place]!, readSketch(sketches, place * sketchWidth, sketch), seq, post.at);
        },
        ruleSet.version,
      );
    } catch (error) {
      judge.takeBack();
      throw error;
    }
  }

  /** Returns how many posts it looked at. */
  async function saveNext(): Promise<number> {
    const { group, taken } = gather();
    const extras = {
      cursors: taken.flatMap((job) => job.extras.cursors ?? []),
      removed: taken.flatMap((job) => job.extras.removed ?? []),
      skipped: taken.flatMap((job) => job.extras.skipped ?? []),
    };
    const receivedAt = Math.min(...taken.map((job) => job.receivedAt));
    const nothing = group.posts.length === 0 && Object.values(extras).every((list) => list.length === 0);
    if (!nothing) {
      try {
        const saved = await saveGroup(group, extras, receivedAt);
        indexing.added(saved.accepted);
        counted.seq = saved.seq;
        trouble.recover();
        const commit = news.ofCommit(saved, receivedAt, ruleSet.version, extras.removed);
        if (commit) tell(commit);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        const busy = trouble.note(error);
        // Those behind them would meet the same: all are told at once, and come again with what they still hold.
        for (const job of [...taken, ...jobs.splice(0)]) job.reject(busy);
        return 0;
      }
    }
    for (const job of taken) {
      if (job.isExhausted) job.finish();
      else jobs.push(job);
    }
    return group.posts.length;
  }

  /** Until something is handed over, or it is time to index. */
  async function rest(ms: number | undefined): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      wake = resolve;
      if (ms !== undefined) timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
    wake = undefined;
  }

  async function run(): Promise<void> {
    for (;;) {
      listen();
      const errand = errands.shift();
      if (errand) await errand();
      else if (memories) await remember();
      else if (jobs[0]?.piece) {
        indexing.noteSaved(await saveNext());
        if (jobs[0]?.piece && indexInMs() === 0) await trouble.during(indexing.step);
        if (jobs[0]?.piece && isRecountDue()) await recountSlice();
        if (jobs[0]?.piece && secondLook.isReady()) await trouble.during(lookAgain);
      } else if (closing && jobs.length === 0) return;
      else {
        const waitMs = indexInMs();
        if (secondLook.isReady()) await trouble.during(lookAgain);
        else if (isRecountDue()) await recountSlice();
        else if (waitMs === 0) await trouble.during(indexing.step);
        else await rest(waitMs);
      }
      await nextTurn();
    }
  }
  const running = run();

  function errand<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      errands.push(() =>
        work().then(resolve, (error: unknown) =>
          reject(error instanceof StoreUnavailable ? trouble.note(error) : error),
        ),
      );
      stir();
    });
  }

  return {
    save: (arrival) =>
      new Promise<IngestAnswer>((resolve, reject) => {
        const job = createJob(arrival, resolve, reject);
        jobs.push(job);
        awaitPiece(job, Promise.resolve(arrival.piece));
      }),
    cursor: (source) => errand(() => store.cursor(source)),
    ruleSet: () => errand(async () => ruleSet),
    saveWorkspace: (workspace, ifMatch) =>
      errand(async () => {
        judge.check(workspace);
        const isRecount = counted.wanted > 0 || !isSameRules(ruleSet.workspace, workspace);
        const answer = await store.saveWorkspace(workspace, now(), ifMatch, isRecount, transformer);
        if (answer.saved) {
          const { saved: _, ...made } = answer;
          ruleSet = made;
          judge.use(ruleSet);
          reader.use(ruleSet);
          for (const job of jobs) if (job.piece) refresh(job, job.piece);
          notify({ type: 'rules', ruleSet });
          if (isRecount) await recompute('start');
          else await noteCounted();
        }
        return answer;
      }),
    correct: (seqs, said) =>
      errand(async () => {
        const corrected = await store.correct(seqs, said, now(), now() - tellReachMs);
        tellChange(corrected, corrected.posts);
        await noteCounted();
        return corrected.posts.length;
      }),
    recompute: (action) => errand(() => recompute(action)),
    setting: (key) => errand(() => store.setting(key)),
    setSetting: (key, value) => errand(() => store.setSetting(key, value)),
    keepRecords: (changes) => errand(() => store.keepRecords(changes)),
    keepSignals: (values) => errand(() => store.keepSignals(values)),
    dropSignal: (name, brand) => errand(() => store.dropSignal(name, brand)),
    async close() {
      clearTimeout(pruneTimer);
      closing = true;
      stir();
      recount.giveUp();
      secondLook.giveUp();
      await running;
      trouble.close();
      await store.close();
    },
  };
}
