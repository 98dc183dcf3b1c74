import type { Post, Workspace } from '../../shared/domain.ts';
import type { MessageCard } from '../../shared/protocol.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import type { Draft } from '../pipeline/analyze.ts';
import type { CopySketch } from '../pipeline/copySketch.ts';
import type { Hear } from '../pipeline/secondLook.ts';
import type { RuleSet, StoredPost } from '../store/store.ts';

export type Parsed = { ok: true; post: Post } | { ok: false; code: string; message: string };
export type PostDefaults = { source: string; channel?: string; lang?: string; country?: string };

/** The part of the pipeline that looks at one post at a time: it remembers nothing of the posts before. */
export type Analyst = {
  parse(value: unknown, defaults: PostDefaults, now: number): Parsed;
  use(ruleSet: RuleSet): void;
  /** `hear`: for a second look, where the rule set has one. */
  analyse(post: Post, hear?: Hear): Draft;
};

/**
 * The part of the pipeline that needs what was saved before: which mentions are near-copies. `begin` and `takeBack` keep
 * that memory in step with the store's transactions.
 */
export type Judge = {
  /** Throws when a query has a fault; the rules stay as they were. */
  check(workspace: Workspace): void;
  use(ruleSet: RuleSet): void;
  begin(): void;
  takeBack(): void;
  judge(analysis: Analysis, sketch: CopySketch, seq: number, at: number): Analysis;
  /** All posts again, from the first, apart from what is remembered of them. */
  startReplay(): void;
  replay(analysis: Analysis, sketch: CopySketch, seq: number, at: number): Analysis;
  /** `adopt`: what was learnt is what is remembered from here on. */
  endReplay(adopt: boolean): void;
  /** Kept originals of an earlier run, oldest first. */
  remember(original: { seq: number; at: number; text: string }): void;
  card(mention: StoredPost): MessageCard;
};
