import { createHash } from 'node:crypto';
import { type Workspace, workspaceSchema } from '../../shared/domain.ts';
import type { TransformerIdentity } from '../../shared/transformer.ts';
import { unturned } from '../../shared/unturned.ts';
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

/** `transformer`: another from here on, null for none; undefined leaves what there is. */
export function nextRuleSet(
  current: RuleSet,
  workspace: Workspace,
  now: number,
  transformer: TransformerIdentity | null | undefined = current.transformer,
): RuleSet {
  const version = current.version + 1;
  const rules = { version, workspace, etag: etagOf(version, workspace), from: now };
  return transformer ? { ...rules, transformer } : rules;
}

/** A row of `rule_sets`. */
export type RuleSetRow = {
  version: number;
  workspace: string;
  etag: string;
  valid_from: number;
  transformer: string | null;
};

/** Names and words that were saved before such signs were taken away are read without them. */
export function ruleSetOf(row: RuleSetRow): RuleSet {
  const { version, workspace, etag, valid_from: from, transformer } = row;
  const rules = { version, workspace: JSON.parse(unturned(workspace)), etag, from };
  return transformer === null ? rules : { ...rules, transformer: JSON.parse(transformer) };
}
