import type { Post, Workspace } from '../../shared/domain.ts';
import type { MessageCard } from '../../shared/protocol.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import type { RuleSet, StoredPost } from '../store/store.ts';

export type Parsed = { ok: true; post: Post } | { ok: false; code: string; message: string };
export type PostDefaults = { source: string; channel?: string; lang?: string; country?: string };

/**
 * The pipeline with what it remembers between posts (compiled rules, recent originals), as the engine's loop uses it.
 * `begin` and `takeBack` keep that memory in step with the store's transactions.
 */
export type Analyst = {
  parse(value: unknown, defaults: PostDefaults, now: number): Parsed;
  /** Throws when a query has a fault; the rules stay as they were. */
  check(workspace: Workspace): void;
  use(ruleSet: RuleSet): void;
  begin(): void;
  takeBack(): void;
  analyse(post: Post, seq: number): Analysis;
  /** Kept originals of an earlier run, oldest first. */
  remember(original: { seq: number; at: number; text: string }): void;
  card(mention: StoredPost): MessageCard;
};
