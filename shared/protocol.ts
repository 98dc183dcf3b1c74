import type { Correction } from './correction.ts';
import type { Channel, Opinion, SetAsideReason, Stage, Workspace } from './domain.ts';
import type { FaultValues } from './fault.ts';
import type { Stance } from './kinds.ts';
import type { MoveDirection } from './moveDirection.ts';
import type { Tally } from './rollup.ts';
import type { Mark, Trace } from './trace.ts';
import type { TransformerIdentity } from './transformer.ts';
import type { WorkspaceChange } from './workspaceChanges.ts';

/**
 * The one place that says what travels between server and screens: socket events, topics, frames, REST shapes.
 * Every moment is epoch ms. `docs/PROTOCOL.md` says the same in words.
 */

/** Which data is shown: the invented demo, or the user's own. Never mixed. */
export type DataSet = 'demo' | 'own';

// ---------------------------------------------------------------- topics

/** Spans a screen can watch live. `since/<epoch ms>` counts from a moment (a launch's T0) until now. */
export const spans = ['1h', '6h', '24h', '7d'] as const;
export type Span = (typeof spans)[number];
export const spanMs: Record<Span, number> = { '1h': 3_600_000, '6h': 21_600_000, '24h': 86_400_000, '7d': 604_800_000 };

/** `status` | `alerts` | `wall` | `figures/<span>` | `figures/since/<epoch ms>` | `voices/<brand id>` | `voices/*` */
export type Topic = string;

/** [mentions, distinct, positive, neutral, negative, significant, significantPositive, significantNeutral, significantNegative] */
export type Cell = [number, number, number, number, number, number, number, number, number];

/** State of a `figures/...` topic. Keys with nothing counted are absent. `*` as in rollups. */
export type FiguresState = {
  from: number;
  /** The moment the window ends (exclusive): moves on with the clock even when nothing comes in. */
  to: number;
  stepMs: number;
  /** Before this moment nothing is known: a comparison that reaches behind it is not drawn. 0 when nothing was ever counted. */
  knownFrom: number;
  /** brand (or *) -> theme (or *, none) -> cell, within [from, to). */
  now: Record<string, Record<string, Cell>>;
  /** The same for the preceding period of equal length, cut at the same age: [from - (to - from), from). */
  before: Record<string, Record<string, Cell>>;
  /** brand (or *) -> bucket start (epoch ms as string) -> cell; themes together. */
  series: Record<string, Record<string, Cell>>;
  /** channel -> cell and language -> mentions not scored, all brands together. */
  channels: Record<string, Cell>;
  unscored: Record<string, number>;
  funnel: FunnelShape;
};

/** A message as a screen may show it: personal parts are already masked. */
export type MessageCard = {
  seq: number;
  id: string;
  source: string;
  channel: Channel;
  lang: string;
  country?: string;
  at: number;
  receivedAt: number;
  text: string;
  title?: string;
  url?: string;
  stage: Stage;
  reason: SetAsideReason | null;
  significance: number;
  /** Of the whole text. */
  opinion: Opinion;
  score: number;
  brands: readonly { readonly id: string; readonly opinion: Opinion; readonly score: number }[];
  themes: readonly { readonly id: string; readonly opinion?: Opinion }[];
  /** Near-copies of it known so far. */
  copies: number;
  /** Set where the reason is `near-copy`. */
  copyOf?: { source: string; id: string };
  marks?: Mark[];
  /** Where people corrected it: when last, and what the machine says by itself. */
  corrected?: { at: number; what: Correction['what'][]; machine: MachineLabel };
  /** What the writer says of themselves, where it shows; not on live voices. */
  stances?: Stance[];
};

export type MachineLabel = Pick<MessageCard, 'stage' | 'reason' | 'opinion' | 'score' | 'brands' | 'themes'>;

/** State of a `voices/...` topic: few messages that each speak for many, best first in `order`. */
export type VoicesState = {
  order: string[];
  /** Keyed by seq. `speaksFor`: mentions of the same brand, theme and opinion within `spanMs`. */
  cards: Record<string, MessageCard & { speaksFor: number }>;
  spanMs: number;
};

/**
 * `silent`: it speaks only when somebody posts, and nobody did for a minute. `off`: switched off, silent for a day, or a file
 * that has been read.
 */
export type SourceState = 'live' | 'slow' | 'lost' | 'silent' | 'off';
export type SourceHealth = {
  state: SourceState;
  kind: 'bluesky' | 'ingest' | 'import' | 'feed' | 'demo';
  /** When anything (a post, a heartbeat) was last heard, and when a post last came; 0 for never. */
  heardAt: number;
  postAt: number;
  /** Received minus said for the newest posts, ms; absent for imports. */
  lagMs?: number;
  accepted: number;
  /** Filtered at the edge before storing: counted, never kept. */
  skipped: number;
  /** In plain words, when something is wrong. */
  message?: string;
};

/** History on its way to another rule set; `done` of `total` posts, by commit number. */
export type RecomputeState = { ruleSet: number; done: number; total: number };

/** State of the `status` topic. */
export type StatusState = {
  data: DataSet;
  /** Changes when the workspace does: fetch /api/workspace again. */
  workspace: string;
  ruleSet: number;
  sources: Record<string, SourceHealth>;
  /** Since the server started; received = accepted + duplicates + rejected. */
  ledger: Ledger;
  /** Posts committed but not yet in the full-text index. */
  indexBehind: number;
  /** What history is counted under: when it changes, what was read of it before no longer holds. */
  history: HistoryState;
  /** Absent while nothing is counted again. */
  recompute?: RecomputeState;
  /** Absent while all is well: "disk full", "database locked". */
  trouble?: string;
};

// ---------------------------------------------------------------- frames

/** RFC 7396 JSON merge patch: members replace, null removes, arrays are replaced whole. States hold no null. */
export type MergePatch = unknown;

export type Frame = {
  topic: Topic;
  /** Names this run of the server and the data shown: a frame of another epoch never patches an older one. */
  epoch: string;
  /** Counts up by one for each change of the topic. */
  version: number;
  /** The version the patch applies to; null: `state` is the whole state. */
  base: number | null;
  state: MergePatch;
  /** Server time at which the frame was made. */
  madeAt: number;
  /** `receivedAt` of the newest post counted in it; 0 when none is. */
  newestReceivedAt: number;
};

/** Sent every `beatMs` to every socket, even without change; a screen greys after `silenceMs` without one. */
export type Beat = { at: number; epoch: string; build: string };
export const beatMs = 2_000;
export const silenceMs = 4_000;
export const tickMs = 250;
export const maxTopicsPerSocket = 16;
export const maxTopicsPerServer = 1_000;

export type WatchAnswer = { ok: true } | { ok: false; reason: string };

export type ServerToClient = {
  frame: (frame: Frame) => void;
  beat: (beat: Beat) => void;
  /** The server stops now: screens grey at once instead of waiting for silence. */
  closing: () => void;
};
export type ClientToServer = {
  watch: (topic: Topic, ack: (answer: WatchAnswer) => void) => void;
  unwatch: (topic: Topic) => void;
  /** After the frame was applied: the client may receive the next one. */
  seen: (topic: Topic, version: number) => void;
};

// ---------------------------------------------------------------- REST

/** `application/problem+json`, RFC 9457. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** What `detail` says, stable where the sentence is not, and what it says in particular. */
  code?: string;
  values?: FaultValues;
  errors?: ProblemDetail[];
  /** How many more there are than `errors` names. */
  errorsLeftOut?: number;
};
export type ProblemDetail = {
  path?: string;
  code: string;
  message: string;
  /** What `message` says in particular. */
  values?: FaultValues;
  position?: number;
  suggestion?: string;
};

export type Rejection = { index: number; code: string; message: string };
export type Ledger = { received: number; accepted: number; duplicates: number; rejected: number };
export type IngestAnswer = { received: number; accepted: number; duplicates: number; rejected: Rejection[] };

/**
 * Any figure follows from the posts kept, the rule set and the number of corrections. Posts whose text is gone cannot be
 * judged again: before `collected` some posts that the first sort set aside are not in what was counted again, before
 * `mentions` some mentions are not either; what they added stands as it was counted under rule set `ruleSet` or earlier.
 */
export type Seam = { collected: number; mentions: number; ruleSet: number };
export type HistoryState = { ruleSet: number; corrections: number; seam: Seam | null };

export type FunnelShape = {
  collected: number;
  important: number;
  significant: number;
  setAside: Partial<Record<SetAsideReason, number>>;
};

export const steps = {
  '1m': 60_000,
  '5m': 300_000,
  '10m': 600_000,
  '15m': 900_000,
  '30m': 1_800_000,
  '1h': 3_600_000,
  '6h': 21_600_000,
  '1d': 86_400_000,
  '1w': 604_800_000,
} as const;
export type Step = keyof typeof steps;
export const seriesGroups = ['brand', 'theme', 'channel', 'lang', 'country'] as const;
export type SeriesGroup = (typeof seriesGroups)[number];
/** `mentions` and the three opinions are those of the asked stage; `reach` and `engagement` are of all mentions. */
export type SeriesPoint = { at: number; key?: string } & Pick<
  Tally,
  'mentions' | 'distinct' | 'significant' | 'positive' | 'neutral' | 'negative' | 'reach' | 'engagement'
> &
  Partial<AuthorFigure>;
/** Distinct authors and one standard error of it (0: exact). Where it cannot be told both are absent. */
export type AuthorFigure = { authors: number; authorsError: number };
/** `whole`: distinct authors of all points together, each once; absent with `by`, and where not all of them are known. */
export type SeriesAnswer = { step: Step; points: SeriesPoint[]; whole?: AuthorFigure; seam: Seam | null };

/** A part of a text, in UTF-16 units; `to` exclusive. */
export type Stretch = { from: number; to: number };

/** `stage=important` lists every mention (significant ones too); `set-aside` every post with a reason. */
export type MentionsAnswer = { items: MessageCard[]; next: string | null };
export type MentionAnswer = MessageCard & { trace: Trace };

/**
 * Texts that were said more than once, largest cluster first. `of` is the original's commit number, by which `GET /api/mentions`
 * lists the cluster; `original` is the earliest that is kept where the original is gone. Sizes count what was said in range.
 */
export type RepeatedText = {
  of: number;
  original: MessageCard;
  size: number;
  firstAt: number;
  lastAt: number;
  /** Messages per `stepMs` from `startAt` on: hours, or whole numbers of them where they would be more than 48. */
  perHour: number[];
  channels: Partial<Record<Channel, number>>;
};
export type CopiesAnswer = { startAt: number; stepMs: number; items: RepeatedText[] };
/** Distinct texts of a period; `share` below 1: an even sample of them was read, and all counts are scaled up. */
export type CountedPeriod = { from: number | null; to: number; texts: number; share: number };
export type TermKind = 'word' | 'pair' | 'hashtag';
/** A term that is suddenly talked about. `texts` and `before` are distinct texts that hold it, now and in the period before. */
export type RisingTerm = {
  term: string;
  kind: TermKind;
  texts: number;
  before: number;
  /** How many times its usual share of the texts it has, with a 90 % interval. */
  lift: number;
  low: number;
  high: number;
  /** That its share has grown by at least half. */
  probability: number;
  startedAt: number;
  examples: MessageCard[];
};
/** `before: null`: a window without a beginning is compared with nothing, and nothing rises in it. */
export type TermsAnswer = {
  now: CountedPeriod;
  before: (CountedPeriod & { from: number }) | null;
  items: RisingTerm[];
};

/**
 * Questions that several distinct texts ask alike. `question` is one of them, `search` a query of the words most of them share.
 * `brands`: of how many they are asked; of several, "…" stands for the brand's words.
 */
export type AskedQuestion = {
  question: string;
  brands: number;
  count: number;
  firstAt: number;
  lastAt: number;
  search: string;
  messages: MessageCard[];
};
/** `asked`: distinct texts that ask anything; `share` as in terms. */
export type QuestionsAnswer = { asked: number; share: number; items: AskedQuestion[] };

export type WorkspaceAnswer = Workspace;

export type HealthAnswer = {
  status: 'ok' | 'trouble';
  version: string;
  build: string;
  data: DataSet;
  startedAt: number;
  at: number;
  ruleSet: number;
  posts: number;
  sources: Record<string, SourceHealth>;
  ledger: Ledger;
  history: HistoryState;
  /** Who has the second look under the newest rules, and how many posts came since it looked last (at most: not all are mentions). */
  transformer?: TransformerIdentity & { waiting: number };
  recompute?: RecomputeState;
  trouble?: string;
};

/** `net` is net sentiment, -100 to 100, of all mentions; null with fewer than 5 opinions. */
export type PreviewFigures = Pick<Tally, 'mentions' | 'significant' | 'positive' | 'neutral' | 'negative'> & {
  net: number | null;
};
export type BeforeAfter<Value> = { before: Value; after: Value };
export type PreviewLabel = Pick<MessageCard, 'stage' | 'reason' | 'opinion'> & { brands: string[]; themes: string[] };
/** `POST /api/workspace/preview`: what a workspace would make of the posts that are kept. */
export type PreviewAnswer = {
  /** What `before` is counted under. */
  history: HistoryState;
  /** Posts that were judged, the newest of those that are kept; of how many; the oldest moment among them. */
  posts: number;
  kept: number;
  from: number;
  /** Posts that would stand otherwise. */
  moved: number;
  /** The same by which way they move: `in` counts for more (set aside, important, significant), `out` for less. */
  directions: Record<MoveDirection, number>;
  funnel: BeforeAfter<FunnelShape>;
  total: BeforeAfter<PreviewFigures>;
  brands: ({ id: string } & BeforeAfter<PreviewFigures>)[];
  themes: ({ id: string } & BeforeAfter<PreviewFigures>)[];
  /** Some of those that move, of every direction and kind of move. */
  moves: { message: MessageCard; from: PreviewLabel; to: PreviewLabel }[];
};

/**
 * `GET /api/workspace/versions`: newest first. `at`: when it was saved; `recounts`: it changed what is counted; `restores`: it is
 * equal to that earlier version, the newest of those it is equal to among the thirty before.
 */
export type VersionsAnswer = {
  items: { version: number; at: number; changes: WorkspaceChange[]; recounts: boolean; restores?: number }[];
  /** The version with which older ones begin (`upTo`); null: there are none. */
  next: number | null;
};

/**
 * `GET /api/significance`: what thresholds keep. `perDay[i]`: mentions a day with a significance of i / 100 or more, spam and copies
 * aside, over the `days` within [from, to): the last seven, or as many as are known; where nothing was said in them, the seven
 * up to the newest mention. `mentions`: all of that time.
 */
export type SignificanceAnswer = {
  threshold: number;
  from: number;
  to: number;
  days: number;
  mentions: number;
  perDay: number[];
};

/** `right`: share told right, 0..1; `f1`: macro-F1. Both on corrected messages, each held out while it was learned. */
export type RetrainMeasure = { right: number; f1: number };
/** `POST /api/workspace/retrain`: what corrections teach; nothing is saved. */
export type RetrainAnswer = {
  /** The workspace with what was learned where it is better, and without it elsewhere: to be previewed and saved. */
  workspace: Workspace;
  /** `flipped`: share of uncorrected messages that would be told otherwise; `gain`: estimated growth of the share told right. */
  sentiment: {
    corrections: number;
    /** Of them, how many the shipped model had told right; and how many are needed of all, right and wrong. */
    confirmed: number;
    needed: { all: number; right: number; wrong: number };
    shipped: RetrainMeasure;
    adjusted: RetrainMeasure | null;
    flipped: number;
    gain: number;
    isBetter: boolean;
  };
  themes: ExamplesMeasure[];
  /** Of brands of which a person called a message not about them: what tells them from namesakes. `words`: taking all for theirs. */
  brands: ExamplesMeasure[];
};

/** F1 of the query's words alone and of a model of the examples; null: too few of either kind. */
export type ExamplesMeasure = {
  id: string;
  about: number;
  notAbout: number;
  words: number | null;
  model: number | null;
  isBetter: boolean;
};

/** `GET|POST /api/session`: what the key of this browser allows. */
export type SessionAnswer = { role: 'none' | 'view' | 'ingest' | 'all'; signInNeeded: boolean };

/** A file that a browser (or a program) hands over: uploaded, then mapped, previewed, run. */
export type ImportState = 'uploaded' | 'running' | 'stopped' | 'done' | 'failed';
export type ImportJob = {
  id: string;
  name: string;
  format: 'csv' | 'ndjson';
  bytes: number;
  state: ImportState;
  /** Column names of the file and the guess (then the choice) of which field each feeds. */
  columns: string[];
  map: Record<string, string>;
  /** For rows that say nothing of their own; `at` for files without times. */
  defaults: { source: string; channel: Channel; lang?: string; country?: string; at?: number };
  /** What was assumed of the first rows: times without a zone, ids made from the content, the given time used. */
  notes: ('naive-time' | 'made-id' | 'given-time')[];
  /** First rows as they would be read, or why they would not. */
  preview: ({ post: Record<string, unknown> } | { error: Rejection })[];
  progress: { bytes: number; received: number; accepted: number; duplicates: number; rejected: number };
  /** Why it waits or failed, in English, with the code by which a screen says it in another language. */
  message?: string;
  code?: string;
  values?: FaultValues;
};
