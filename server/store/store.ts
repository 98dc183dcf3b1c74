import type { Correction, KeptCorrection } from '../../shared/correction.ts';
import type { Channel, Launch, Opinion, Post, SetAsideReason, Stage, Workspace } from '../../shared/domain.ts';
import type { FunnelShape, HistoryState, Ledger, SeriesGroup, SeriesPoint, Step } from '../../shared/protocol.ts';
import type { CountedMention, RollupRow } from '../../shared/rollup.ts';
import type { TransformerIdentity } from '../../shared/transformer.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import type { CountedText } from '../pipeline/terms/risingTerms.ts';
import type { AuthorCount } from './authorSketch.ts';
import type { CopyCluster, CopyClusters } from './copyClusters.ts';
import type { PackedRows } from './packRows.ts';

/** A post with its analysis, as kept. `seq` is the commit number: the order in which we knew. */
export type StoredPost = Post & {
  seq: number;
  receivedAt: number;
  ruleSet: number;
  /** What counts: a person's word over the machine's. */
  analysis: Analysis;
  /** Only of a message that people corrected. */
  corrected?: { machine: Analysis; standing: KeptCorrection[] };
};

/**
 * Funnel counts per minute, source and brand (`*`: every post once). `outcome` is `significant` or the reason.
 * Brand rows exist for brands that matched, and with outcome `excluded` for brands whose NOT excluded the post.
 */
export type FunnelRow = {
  at: number;
  source: string;
  brand: string;
  outcome: 'significant' | SetAsideReason;
  posts: number;
};

export type Cursor = { source: string; value: string };

/** `prefix`: every post of the source whose id starts with `id` (an account that was closed). */
export type Removal = { source: string; id: string; prefix?: true };

/** Posts of one source or many, to be saved in one transaction with the cursors that they move. */
export type Batch = {
  posts: readonly Post[];
  receivedAt: number;
  cursors?: readonly Cursor[];
  /** Deleted at the source: text and analysis go, rollups take them back, the key stays known. */
  removed?: readonly Removal[];
  /** What was said before this is in no live figure: its rows, funnel rows and mentions are not told. */
  liveFrom?: number;
  /** Posts that the source skipped at its edge (never stored), counted with the cursor in the same transaction. */
  skipped?: readonly { source: string; posts: number }[];
};

export type Saved = {
  accepted: number;
  duplicates: number;
  removed: number;
  /** Highest commit number after this batch. */
  seq: number;
  /**
   * What changed in the minute rollups and in the funnel of all brands together (negative for removed posts), of what was said
   * since `liveFrom`. That of one brand is asked for, not told.
   */
  rows: PackedRows;
  funnel: FunnelRow[];
  /** Newly kept mentions (stage important or significant) said since `liveFrom`, in seq order. */
  mentions: { post: Post; seq: number; analysis: Analysis }[];
  /** Per source: accepted, newest `at` among them. */
  sources: Record<string, { accepted: number; newestAt: number }>;
};

/** Sorts of trouble that heal by themselves: the sender is told to try again. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
  readonly trouble: 'full' | 'busy';
  constructor(trouble: 'full' | 'busy', options?: ErrorOptions) {
    super(trouble === 'full' ? 'the disk of the store is full' : 'the store is locked by another program', options);
    this.trouble = trouble;
  }
}

/** Retention; `null` keeps for ever. */
export type Keeping = { textDays: number | null; setAsideDays: number; idDays: number };

/** `transformer`: who has the second look under it; absent: nobody. */
export type RuleSet = {
  version: number;
  workspace: Workspace;
  etag: string;
  from: number;
  transformer?: TransformerIdentity;
};

/** What changed in the live figures (see `Saved`), and the posts concerned as they now stand. */
export type Corrected = Pick<Saved, 'seq' | 'rows' | 'funnel'> & { posts: StoredPost[] };

/** What the machine makes of a kept post under the newest rules. */
export type Verdict = { seq: number; analysis: Analysis };

/** `moved`: posts that now stand otherwise. */
export type Republished = Pick<Saved, 'seq' | 'rows' | 'funnel'> & { moved: number };

/** A JSON document that the program notes for itself beside the log: an alert, a delivery. `id` names it within its kind. */
export type StoredRecord = { kind: string; id: string; at: number; body: string };
/** `body: null` takes the record away. */
export type RecordChange = { kind: string; id: string; at: number; body: string | null };
export type RecordsFilter = Range & { kind: string; limit: number };

/** A number from outside, one for each name, brand ('' for none) and moment. */
export type SignalValue = { name: string; brand: string; at: number; value: number };
/** `limit`: of the newest values. */
export type SignalsFilter = Range & { names?: readonly string[]; brand?: string; limit: number };
export type SignalSummary = { name: string; brand: string; values: number; firstAt: number; lastAt: number };

/** The write side: one owner at a time, in the engine worker. Every method is one transaction. */
export type Store = {
  /**
   * Saves what is new. `analyse` is called once for each post that was not known, in order, inside the transaction; if
   * the transaction fails nothing of the batch is kept and the error is thrown (StoreUnavailable when it may heal).
   */
  save(batch: Batch, analyse: (post: Post, seq: number) => Analysis, ruleSet: number): Promise<Saved>;
  cursor(source: string): Promise<string | undefined>;
  /** The newest rule set; version 0 with an empty workspace in a new store. */
  ruleSet(): Promise<RuleSet>;
  /**
   * Makes a new rule set. `ifMatch` (an etag) that is stale: returns the current one and `saved: false`. `recompute`: history
   * shall be counted again under it; otherwise what held for the version before holds for this one. `transformer`: another
   * from here on, null for none; undefined leaves what there is.
   */
  saveWorkspace(
    workspace: Workspace,
    now: number,
    ifMatch?: string,
    recompute?: boolean,
    transformer?: TransformerIdentity | null,
  ): Promise<RuleSet & { saved: boolean }>;
  /**
   * Puts the opinions of a second look in place of the first one's, where brands and themes are those that were counted, and
   * notes that all mentions up to `heardTo` had theirs. People's words stay over it. Answers what stands otherwise.
   */
  lookAgain(verdicts: readonly Verdict[], heardTo: number, liveFrom?: number): Promise<Corrected>;
  /** Notes what a person says of kept posts and counts them anew; `null` in a correction takes earlier words back. */
  correct(
    seqs: readonly number[],
    corrections: readonly Correction[],
    now: number,
    liveFrom?: number,
  ): Promise<Corrected>;
  /**
   * `wanted`: the rule set under which history shall be counted and is not yet. `heardTo`: mentions up to this number had
   * their second look, or have it when history is counted again.
   */
  counted(): Promise<HistoryState & { wanted: number; seq: number; heardTo: number }>;
  /**
   * Sets verdicts on kept posts aside until they are published, in ascending order of `seq` from the first post on. Until
   * then nobody sees them, and a program that ends forgets them.
   */
  stage(verdicts: readonly Verdict[]): Promise<void>;
  /** Every kept post has been staged: from here on their verdicts are what counts, all at once. */
  publishStaged(ruleSet: number, now: number, liveFrom?: number): Promise<Republished>;
  /** Forgets what was staged; `wanted`: what is wanted from here on, 0: nothing. */
  dropStaged(wanted: number): Promise<void>;
  /** Mentions of the last `days` that are not copies, oldest first: what near-copies are measured against after a start. */
  originalsSince(at: number): AsyncIterable<{ seq: number; at: number; text: string }>;
  /** Fills the full-text and listing indexes for up to `limit` posts, outside the hot path; returns how many are left. */
  index(limit: number): Promise<number>;
  /** Applies retention; returns how many posts lost their text. */
  prune(now: number, keeping: Keeping): Promise<number>;
  setting(key: string): Promise<string | undefined>;
  setSetting(key: string, value: string): Promise<void>;
  /** All of them or none. */
  keepRecords(changes: readonly RecordChange[]): Promise<void>;
  /** The same name, brand and moment again puts the newer value in place of the older one. Answers how many were new. */
  keepSignals(values: readonly SignalValue[]): Promise<number>;
  /** Takes all values of one signal away; answers how many. */
  dropSignal(name: string, brand: string): Promise<number>;
  close(): Promise<void>;
};

export type Range = { from?: number; to?: number };
export type Filter = Range & {
  brands?: readonly string[];
  themes?: readonly string[];
  channels?: readonly Channel[];
  langs?: readonly string[];
  countries?: readonly string[];
};
export type SeriesFilter = Filter & {
  step: Step;
  /** IANA zone in which days and weeks (Monday) begin. */
  zone: string;
  by?: SeriesGroup;
  stage: 'important' | 'significant';
};
/** `fromPosts`: where no sketch knows the filter, the posts may be read, as long as they are not too many. */
export type AuthorsFilter = SeriesFilter & { fromPosts: boolean };
/**
 * Distinct authors of a series' points, by moment and key, where they can be told; a point that is not here is not known, or names nobody. `whole`: of all points
 * together (who wrote in two of them counts once), without `by`; null where not all of them are known.
 */
export type AuthorCounts = {
  points: ({ at: number; key?: string } & AuthorCount)[];
  whole: AuthorCount | null;
};
/** `text` is the query as written: functions do not travel between threads, so the history thread compiles it again. */
export type CompiledQuery = { text: string; narrowing: string | null; matches: (post: StoredPost) => boolean };
export type MentionsFilter = Filter & {
  stage: Stage;
  reasons?: readonly SetAsideReason[];
  sources?: readonly string[];
  opinions?: readonly Opinion[];
  /** A compiled query's test: full text only narrows (`words`), this decides. */
  query?: CompiledQuery;
  /** Only this original (its commit number) and its near-copies. */
  copiesOf?: number;
  cursor?: string;
  limit: number;
};
export type CopiesFilter = Range & { brands?: readonly string[]; limit: number };
/** `post`: the original, or the earliest that is kept where that is gone. */
export type RepeatedText = Omit<CopyCluster, 'firstSeq'> & { post: StoredPost & { copies: number } };
export type RepeatedTexts = Omit<CopyClusters, 'clusters'> & { texts: RepeatedText[] };

/** A post as a list tells it: with how many copies of it are known. */
export type Kept = StoredPost & { copies: number };

/** `apart`: folded words (or beginnings with a `*`) that are no terms, because they are what the brand is found by. */
export type TermsFilter = Filter & { to: number; apart: readonly string[]; limit: number };
/** Distinct texts of a period; `share` below 1: an even sample of them was read, and counts are scaled up. */
export type CountedPeriod = { texts: number; share: number };
export type FoundTerms = {
  now: CountedPeriod & { from: number | null; to: number };
  /** What the window is compared with; null where it has no beginning. */
  before: (CountedPeriod & { from: number; to: number }) | null;
  items: {
    term: string;
    kind: 'word' | 'pair' | 'hashtag';
    texts: number;
    before: number;
    lift: number;
    low: number;
    high: number;
    probability: number;
    startedAt: number;
    examples: Kept[];
  }[];
};

export type QuestionsFilter = Filter & Pick<TermsFilter, 'apart' | 'limit'>;
/** `asked`: distinct texts that ask something. `brands`: of how many a question is asked; of several, its brand's words are left out ("…"). */
export type FoundQuestions = {
  asked: number;
  share: number;
  items: {
    question: string;
    brands: number;
    count: number;
    firstAt: number;
    lastAt: number;
    search: string;
    messages: Kept[];
  }[];
};

/**
 * Blocks of rows; a cell may come in several rows, which add up. Country may be left out (''), and language but in the rows of
 * all brands and themes: a live window has no use for them.
 */
export type WindowRows = { rows: readonly PackedRows[]; funnel: FunnelRow[]; seq: number };

/** What the machine alone makes of a kept post: people's corrections are left aside. `sentiment` is of the whole text. */
export type MachineVerdict = {
  seq: number;
  receivedAt: number;
  stage: Stage;
  lang: string;
  sentiment: Opinion;
  brands: string[];
  themes: string[];
};
/** Those of some numbers, or what was received at or after a moment, from behind a commit number on. */
export type VerdictsFilter = { seqs: readonly number[] } | { receivedFrom: number; after: number; limit: number };

/** Mentions of a brand (absent: of any) said in some ranges, that have one of the themes (absent: all). */
export type PartsFilter = {
  brand?: string;
  themes?: readonly string[];
  ranges: readonly { from: number; to: number }[];
};
/** Mentions that are alike: by the first of their themes ('none': without one), channel, language, and whether they are copies. */
export type MentionPart = {
  theme: string;
  channel: Channel;
  lang: string;
  areCopies: boolean;
  mentions: number;
  negative: number;
  significant: number;
};

/** A kept post as a replay counts it: `mention` null where it was set aside. */
export type ReplayPost = {
  seq: number;
  at: number;
  receivedAt: number;
  source: string;
  outcome: FunnelRow['outcome'];
  mention: Omit<CountedMention, 'at'> | null;
};
/** Said in [from, to), of commit numbers behind `after` up to and with `through`: however few match, no more are looked at. */
export type ReplayFilter = { from: number; to: number; after: number; through: number };

/**
 * What was counted in a stretch of the past: mentions by the minute in which they were said, and posts of all outcomes by
 * source and quarter-hour. Rows hold no language and country where a store can leave them out.
 */
export type PastCounts = { rows: readonly PackedRows[]; sources: { at: number; source: string; posts: number }[] };

/** The read side: any number of them, beside the writer; reads never wait for writes. */
export type History = {
  funnel(filter: Range & { brands?: readonly string[]; sources?: readonly string[] }): Promise<FunnelShape>;
  series(filter: SeriesFilter): Promise<SeriesPoint[]>;
  /** Null where nothing can be told. */
  authors(filter: AuthorsFilter): Promise<AuthorCounts | null>;
  /** Newest first (by `at`, then seq). `next` is an opaque cursor, null at the end. */
  mentions(filter: MentionsFilter): Promise<{ items: Kept[]; next: string | null }>;
  /** Texts said more than once in a range, with the largest clusters first. */
  copies(filter: CopiesFilter): Promise<RepeatedTexts>;
  /** Each mention in exactly one part: parts add up to the whole. */
  parts(filter: PartsFilter): Promise<MentionPart[]>;
  /** All posts with this id (several sources may use the same id), or the one with this commit number. */
  mention(key: { id: string; source?: string } | { seq: number }): Promise<Kept[]>;
  /** Terms that are suddenly talked about, counted over the distinct texts of mentions; what grew most first. */
  terms(filter: TermsFilter): Promise<FoundTerms>;
  /** Questions that several distinct texts ask, those asked most first. */
  questions(filter: QuestionsFilter): Promise<FoundQuestions>;
  /**
   * What the live window starts with, since `from`: minute rows, quarters before `minutesFrom`, and the funnel of all brands.
   */
  windowRows(from: number, minutesFrom: number): Promise<WindowRows>;
  /** Of posts that are kept; both ends on a quarter-hour. A day of a busy brand is some megabytes: ask day by day. */
  pastCounts(range: { from: number; to: number }): Promise<PastCounts>;
  /** The distinct texts of mentions behind a filter, in the order of time: what `terms` counts, for whoever counts on. */
  texts(filter: Filter & { from: number; to: number }): Promise<CountedText[]>;
  ruleSet(version?: number): Promise<RuleSet | undefined>;
  /** Kept posts after a commit number, in its order. */
  keptAfter(seq: number, limit: number): Promise<StoredPost[]>;
  /** In the order of their numbers, as they count today. */
  replayPosts(filter: ReplayFilter): Promise<ReplayPost[]>;
  /** In the order of their numbers, or as asked; without those that are not kept. */
  verdicts(filter: VerdictsFilter): Promise<MachineVerdict[]>;
  /** The newest `limit` posts that people corrected, in the order of their numbers. */
  correctedPosts(limit: number): Promise<StoredPost[]>;
  /**
   * How significant the mentions said in a range are, which are kept. `steps[i]`: those whose score reaches i hundredths and no
   * more, of the ones that a threshold decides about (the counted outcome is significant, passing or no opinion).
   */
  significance(range: {
    from: number;
    to: number;
  }): Promise<{ mentions: number; lastAt: number | null; steps: number[] }>;
  /** How many posts are kept, and the numbers with which the newest `some` and `more` of them begin. */
  keptCount(some: number, more: number): Promise<{ kept: number; seqFrom: number; seqRunUp: number }>;
  /** What history is counted under. */
  counted(): Promise<HistoryState>;
  /** Newest first (by `at`, then id). */
  records(filter: RecordsFilter): Promise<StoredRecord[]>;
  /** By name, brand and time; of more than `limit` the newest. */
  signals(filter: SignalsFilter): Promise<SignalValue[]>;
  signalNames(): Promise<SignalSummary[]>;
  totals(): Promise<{
    posts: number;
    mentions: number;
    firstAt: number;
    lastAt: number;
    seq: number;
    indexBehind: number;
  }>;
  /** Counts every kept mention again from the posts themselves and compares with the rollups: for tests and `doctor`. */
  recount(): Promise<{ rows: RollupRow[]; stored: RollupRow[] }>;
  close(): Promise<void>;
};

export type { Launch, Ledger };
