import { isDeepStrictEqual } from 'node:util';
import type { Correction } from '../../shared/correction.ts';
import type { Workspace } from '../../shared/domain.ts';
import type { HistoryState, IngestAnswer, MessageCard, RecomputeState } from '../../shared/protocol.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import type { TransformerIdentity } from '../../shared/transformer.ts';
import { createSketch, readSketch, sketchWidth } from '../pipeline/copySketch.ts';
import type { PackedRows } from '../store/packRows.ts';
import {
  type Batch,
  type Keeping,
  type RecordChange,
  type Removal,
  type RuleSet,
  type Saved,
  type SignalValue,
  type Store,
  type StoredPost,
  StoreUnavailable,
} from '../store/store.ts';
import type { Judge } from './analyst.ts';
import { createRecompute } from './createRecompute.ts';
import { createSecondLook } from './createSecondLook.ts';
import { type Commit, EngineBusy } from './engine.ts';
import { isSameRules } from './isSameRules.ts';
import { type Arrival, createJob, type Group, type Job } from './job.ts';
import { type Piece, renew } from './piece.ts';
import type { Replay } from './replay.ts';

/**
 * A transaction takes deliveries until it has this many posts, and at most twice as many: two batches of 500 that arrive
 * at once share the wait for the disk.
 */
export const groupPosts = 750;
/**
 * An index slice is cut to about this long: whoever delivers meanwhile waits no longer. Where nobody has delivered for a
 * while it is a long one, in which more posts share each page that is written: an import that spreads over weeks is counted
 * several times faster.
 */
const indexSliceMs = { short: 20, long: 400 };
const longAfterMs = 2_000;
const indexSlicePosts = { fewest: 50, most: 4_000 };
/** A sender that goes on at once should find us free: only after this pause is indexing the only thing to do. */
const restMs = 30;
/**
 * While deliveries never rest nothing is indexed until so many posts wait (readers count those from the log, a few ms for
 * each thousand); then indexing gets a share of the time, and the larger one when a restart would have to count for long.
 */
const patient = { posts: 50_000, share: 0.1 };
const pressed = { posts: 100_000, share: 0.35 };
/** With so many posts to index a start leaves the machine to the screens' first figures for a while. */
const startRest = { posts: 5_000, ms: 3_500 };
/** While much is indexed, how far it is is told this often. */
const tellIndexEveryMs = 1_000;
/** History is counted again in this share of the time while deliveries never rest. */
const recountShare = 0.2;
const tellRecountEveryMs = 500;
const memoriesPerTurn = 500;
const probeEveryMs = 1_000;
const pruneEveryMs = hourMs;
/** Not at once: a start has better things to do. */
const firstPruneAfterMs = 60_000;
const copiesReachMs = 7 * dayMs;
/** No live figure reaches further back: what an import adds to years ago is read from the store. */
const tellReachMs = 17 * dayMs;
/** Candidates for Voices: a screen shows a dozen, and explaining one costs as much as ingesting fifty. */
const cardsPerCommit = 20;
const cardsPerSecond = 24;

/** A commit as it crosses to the web thread. */
export type PackedCommit = Omit<Commit, 'rows'> & { rows: PackedRows };

export type CoreNotice =
  | { type: 'commit'; commit: PackedCommit; indexBehind: number }
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

export type Core = {
  /** Resolves after the commit of the last piece. */
  save(arrival: Arrival): Promise<IngestAnswer>;
  cursor(source: string): Promise<string | undefined>;
  ruleSet(): Promise<RuleSet>;
  saveWorkspace(workspace: Workspace, ifMatch?: string): Promise<RuleSet & { saved: boolean }>;
  correct(seqs: readonly number[], corrections: readonly Correction[]): Promise<number>;
  recompute(action: 'start' | 'stop'): Promise<void>;
  setting(key: string): Promise<string | undefined>;
  setSetting(key: string, value: string): Promise<void>;
  keepRecords(changes: readonly RecordChange[]): Promise<void>;
  keepSignals(values: readonly SignalValue[]): Promise<number>;
  dropSignal(name: string, brand: string): Promise<number>;
  /** Finishes what was handed over; nothing may be handed over afterwards. */
  close(): Promise<void>;
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

  let indexBehind = await store.index(0);
  let trouble: string | undefined;
  let slicePosts = indexSlicePosts.fewest;
  let savedAt = indexBehind > startRest.posts ? performance.now() + startRest.ms : Number.NEGATIVE_INFINITY;
  let indexToldAt = 0;
  /** While deliveries go on, no slice before this moment. */
  let indexFrom = 0;
  let cardsLeft = cardsPerSecond;
  let cardsAt = 0;
  let closing = false;

  let wake: (() => void) | undefined;
  const stir = () => wake?.();

  const recount = createRecompute({ store, judge, replay, stir, warn });
  const secondLook = createSecondLook({ store, replay, stir, warn });
  let recountFrom = 0;
  let recountToldAt = 0;
  let counted = await store.counted();
  const tellStatus = () => {
    const { ruleSet: under, corrections, seam } = counted;
    const history = { ruleSet: under, corrections, seam };
    const heard = transformer ? { heardTo: counted.heardTo } : {};
    notify({ type: 'status', indexBehind, ...heard, history, recompute: recount.state(), trouble });
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
  let probeTimer: NodeJS.Timeout | undefined;

  function ail(error: StoreUnavailable): EngineBusy {
    if (trouble !== error.message) {
      trouble = error.message;
      warn({ trouble, cause: String(error.cause ?? '') }, 'the store cannot write; senders are asked to come again');
      tellStatus();
    }
    probeTimer ??= setTimeout(() => {
      probeTimer = undefined;
      errands.push(probe);
      stir();
    }, probeEveryMs);
    return new EngineBusy(error.message, 2);
  }

  function recover(): void {
    if (trouble === undefined) return;
    warn({ trouble }, 'the store writes again');
    trouble = undefined;
    tellStatus();
    if (counted.wanted > 0 && !recount.state()) errands.push(() => recompute('start'));
  }

  /** Large enough to need new pages: a full disk must not look well because an old page could be written over. */
  async function probe(): Promise<void> {
    if (trouble === undefined) return;
    try {
      await store.setSetting('probe', 'x'.repeat(65_536));
      await store.setSetting('probe', '');
      recover();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      ail(error);
    }
  }

  /** A slice of what an earlier run kept: a server is open before it remembers all, but analyses nothing until then. */
  async function remember(): Promise<void> {
    for (let count = 0; memories && count < memoriesPerTurn; count += 1) {
      const next = await memories.next();
      if (next.done) memories = undefined;
      else judge.remember(next.value);
    }
  }

  async function index(): Promise<void> {
    const startedAt = performance.now();
    try {
      indexBehind = await store.index(slicePosts);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      ail(error);
    }
    const tookMs = performance.now() - startedAt;
    const sliceMs = startedAt - savedAt > longAfterMs ? indexSliceMs.long : indexSliceMs.short;
    const fitting = Math.round((slicePosts * sliceMs) / Math.max(tookMs, 1));
    slicePosts = Math.min(indexSlicePosts.most, 2 * slicePosts, Math.max(indexSlicePosts.fewest, fitting));
    const { share } = indexBehind >= pressed.posts ? pressed : patient;
    indexFrom = performance.now() + tookMs / share;
    if (indexBehind === 0 || startedAt - indexToldAt > tellIndexEveryMs) {
      indexToldAt = startedAt;
      tellStatus();
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
    try {
      const published = await recount.step(now(), now() - tellReachMs);
      if (published) {
        indexBehind = await store.index(0);
        tellChange(published);
        notify({ type: 'republished' });
        await noteCounted();
      }
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      recount.giveUp();
      ail(error);
    }
    recountFrom = performance.now() + (performance.now() - startedAt) / recountShare;
    if (startedAt - recountToldAt > tellRecountEveryMs) {
      recountToldAt = startedAt;
      tellStatus();
    }
  }

  /** While history is counted again that looks at it; what came since waits until it is published. */
  function listen(): void {
    if (!transformer || !ruleSet.transformer || closing || trouble !== undefined) return;
    if (recount.state() || counted.wanted > 0) return;
    secondLook.ask(ruleSet, counted.heardTo, counted.seq);
  }

  async function lookAgain(): Promise<void> {
    try {
      const looked = await secondLook.step(ruleSet, now() - tellReachMs);
      if (!looked) return;
      const { posts, heardTo, ...change } = looked;
      if (posts.length > 0) tellChange(change, posts);
      counted.heardTo = heardTo;
      tellStatus();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      ail(error);
    }
  }

  /** While deliveries never rest it gets a share of the time. */
  const isRecountDue = () =>
    trouble === undefined && recount.isReady() && (!jobs[0]?.piece || performance.now() >= recountFrom);

  /** How long to wait before the next slice, ms; undefined: there is nothing to index, or no way to. */
  function indexInMs(): number | undefined {
    if (indexBehind === 0 || trouble !== undefined) return undefined;
    const at = performance.now();
    const rested = savedAt + restMs;
    return Math.max(0, (indexBehind < patient.posts ? rested : Math.min(indexFrom, rested)) - at);
  }

  async function prune(): Promise<void> {
    // What is being read anew must not go meanwhile; an hour later is early enough.
    if (recount.state()) return;
    try {
      await store.prune(now(), keeping);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      ail(error);
    }
  }

  function chooseCards(mentions: Saved['mentions'], receivedAt: number): MessageCard[] {
    const at = now();
    if (at - cardsAt >= 1_000) {
      cardsAt = at;
      cardsLeft = cardsPerSecond;
    }
    if (cardsLeft === 0) return [];
    const strongest = mentions
      .filter(({ post, analysis }) => analysis.stage === 'significant' && post.at > at - copiesReachMs)
      .sort((a, b) => b.analysis.significance - a.analysis.significance)
      .slice(0, Math.min(cardsPerCommit, cardsLeft));
    cardsLeft -= strongest.length;
    return strongest.map(({ post, seq, analysis }) =>
      judge.card({ ...post, seq, receivedAt, ruleSet: ruleSet.version, analysis }),
    );
  }

  function tellCommit(saved: Saved, receivedAt: number, removed: readonly Removal[]): void {
    if (saved.rows.numbers.length === 0 && saved.funnel.length === 0 && Object.keys(saved.sources).length === 0) return;
    notify({
      type: 'commit',
      commit: {
        seq: saved.seq,
        receivedAt,
        rows: saved.rows,
        funnel: saved.funnel,
        cards: chooseCards(saved.mentions, receivedAt),
        ...(removed.length > 0 ? { removed } : {}),
        sources: saved.sources,
      },
      indexBehind,
    });
  }

  /** What became different of posts that were there before. */
  function tellChange({ seq, rows, funnel }: Pick<Saved, 'seq' | 'rows' | 'funnel'>, posts: StoredPost[] = []): void {
    const recent = posts.filter((post) => post.at > now() - copiesReachMs && post.analysis.stage === 'significant');
    const cards = recent.slice(0, cardsPerCommit).map((post) => judge.card(post));
    const corrected = posts.map((post) => post.seq);
    notify({
      type: 'commit',
      commit: { seq, receivedAt: 0, rows, funnel, cards, corrected, sources: {} },
      indexBehind,
    });
  }

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

  async function saveNext(): Promise<void> {
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
        indexBehind += saved.accepted;
        counted.seq = saved.seq;
        recover();
        tellCommit(saved, receivedAt, extras.removed);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        const busy = ail(error);
        // Those behind them would meet the same: all are told at once, and come again with what they still hold.
        for (const job of [...taken, ...jobs.splice(0)]) job.reject(busy);
        return;
      }
    }
    for (const job of taken) {
      if (job.isExhausted) job.finish();
      else jobs.push(job);
    }
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
        await saveNext();
        savedAt = performance.now();
        if (jobs[0]?.piece && indexInMs() === 0) await index();
        if (jobs[0]?.piece && isRecountDue()) await recountSlice();
        if (jobs[0]?.piece && secondLook.isReady()) await lookAgain();
      } else if (closing && jobs.length === 0) return;
      else {
        const waitMs = indexInMs();
        if (secondLook.isReady()) await lookAgain();
        else if (isRecountDue()) await recountSlice();
        else if (waitMs === 0) await index();
        else await rest(waitMs);
      }
      await nextTurn();
    }
  }
  const running = run();

  function errand<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      errands.push(() =>
        work().then(resolve, (error: unknown) => reject(error instanceof StoreUnavailable ? ail(error) : error)),
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
      clearTimeout(probeTimer);
      await store.close();
    },
  };
}
