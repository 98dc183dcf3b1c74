import type { Correction } from '../../shared/correction.ts';
import type { Post, Workspace } from '../../shared/domain.ts';
import type { HistoryState, IngestAnswer, MessageCard, RecomputeState } from '../../shared/protocol.ts';
import type { PackedRows } from '../store/packRows.ts';
import type { Batch, FunnelRow, RecordChange, Removal, RuleSet, SignalValue } from '../store/store.ts';

/** What a source or the ingest door hands over. Raw bytes are parsed in the reader's thread, once. */
export type Delivery =
  | {
      kind: 'bytes';
      /** Its ArrayBuffer is transferred: the sender must not touch it again. */
      bytes: Uint8Array;
      format: 'json' | 'ndjson';
      /** Used where a post names no source (channel) of its own. */
      defaults: { source: string; channel?: string; lang?: string; country?: string };
      receivedAt: number;
    }
  | ({ kind: 'posts' } & Batch);

/** What changed by one committed transaction; sent only after the data is on disk. */
export type Commit = {
  seq: number;
  receivedAt: number;
  /** Minutes that live figures can show; older ones are only in the store. */
  rows: PackedRows;
  /** Of all brands together. */
  funnel: FunnelRow[];
  /** The most significant new mentions (at most 20 a commit), masked, with marks: candidates for Voices. */
  cards: MessageCard[];
  /** Numbers of posts that people corrected by it: cards of them no longer hold. */
  corrected?: readonly number[];
  /** Deleted at their source by this commit: they leave Voices at once. */
  removed?: readonly Removal[];
  sources: Record<string, { accepted: number; newestAt: number }>;
};

export type EngineStatus = {
  queuedBytes: number;
  indexBehind: number;
  /** See CoreNotice. */
  heardTo?: number;
  history: HistoryState;
  recompute?: RecomputeState;
  trouble?: string;
};

/** The queue is full or the store cannot write: answer 503 with this Retry-After. */
export class EngineBusy extends Error {
  override name = 'EngineBusy';
  readonly retryAfterS: number;
  constructor(because: string, retryAfterS: number) {
    super(because);
    this.retryAfterS = retryAfterS;
  }
}

/** The body as a whole cannot be read as posts: nothing of it was saved. Answer 400, or 413 for `too-many-posts`. */
export class UnreadableBody extends Error {
  override name = 'UnreadableBody';
  readonly code: 'not-json' | 'not-utf8' | 'too-many-posts';
  /** Where reading stopped, in characters. */
  readonly position?: number;
  constructor(code: UnreadableBody['code'], message: string, position?: number) {
    super(message);
    this.code = code;
    if (position !== undefined) this.position = position;
  }
}

/** Main-thread handle of the threads that own the pipeline and the store's only write connection. */
export type Engine = {
  /** Resolves after commit. Throws EngineBusy or UnreadableBody; bad posts are in `rejected`, never an error. */
  ingest(delivery: Delivery): Promise<IngestAnswer>;
  cursor(source: string): Promise<string | undefined>;
  ruleSet(): Promise<RuleSet>;
  saveWorkspace(workspace: Workspace, ifMatch?: string): Promise<RuleSet & { saved: boolean }>;
  /** Notes what a person says of kept posts; answers how many of them are kept. */
  correct(seqs: readonly number[], corrections: readonly Correction[]): Promise<number>;
  /** Counts history again under the newest rules, or stops doing so: then it stands as it was. */
  recompute(action: 'start' | 'stop'): Promise<void>;
  setting(key: string): Promise<string | undefined>;
  setSetting(key: string, value: string): Promise<void>;
  /** All of them or none; resolves when they are on disk. */
  keepRecords(changes: readonly RecordChange[]): Promise<void>;
  /** Answers how many were new; the same name, brand and moment again replaces the value. */
  keepSignals(values: readonly SignalValue[]): Promise<number>;
  dropSignal(name: string, brand: string): Promise<number>;
  status(): EngineStatus;
  onCommit(listener: (commit: Commit) => void): () => void;
  onRuleSet(listener: (ruleSet: RuleSet) => void): () => void;
  /** Called when history has been published anew. */
  onRepublish(listener: () => void): () => void;
  /** Finishes what was accepted, then stops the threads. */
  close(): Promise<void>;
};

export type { Post };
