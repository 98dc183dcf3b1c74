import { createHash } from 'node:crypto';
import { type Workspace, workspaceSchema } from '../../shared/domain.ts';
import type { RuleSet } from './store.ts';

/** The tag of a version: equal documents saved twice still differ, so that "A, B, A" is not taken for "A". */
export function etagOf(version: number, workspace: Workspace): string {
  return createHash('sha256')
    .update(`${version}\n${JSON.stringify(workspace)}`)
    .digest('base64url')
    .slice(0, 22);
}

/** What a new store answers before anybody saved a workspace. */
export function firstRuleSet(): RuleSet {
  const workspace = workspaceSchema.parse({ version: 1 });
  return { version: 0, workspace, etag: etagOf(0, workspace), from: 0 };
}

export function nextRuleSet(current: RuleSet, workspace: Workspace, now: number): RuleSet {
  const version = current.version + 1;
  return { version, workspace, etag: etagOf(version, workspace), from: now };
}

/** A row of `rule_sets`. */
export type RuleSetRow = { version: number; workspace: string; etag: string; valid_from: number };

export function ruleSetOf(row: RuleSetRow): RuleSet {
  return { version: row.version, workspace: JSON.parse(row.workspace), etag: row.etag, from: row.valid_from };
}
