import type { Request } from 'express';
import type { Workspace } from '../../shared/domain.ts';
import type { Engine } from '../engine/engine.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { expectedEtag, staleWorkspace } from './preconditions.ts';
import { Refused } from './problem.ts';

/** Lists of the workspace that have doors of their own. */
type List = 'launches' | 'corrections';
const oneOf: Record<List, string> = { launches: 'launch', corrections: 'correction' };

/** Faults of an item are told as its sender knows it: without its place in the workspace. */
export function checkWithList(workspace: Workspace, list: List): Workspace {
  try {
    return checkWorkspace(workspace);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const place = new RegExp(`^${list}\\[\\d+\\]\\.?`);
    const errors = error.refusal.errors?.map((one) => ({ ...one, path: one.path?.replace(place, '') }));
    const detail = `the ${oneOf[list]} has faults; nothing was changed`;
    throw new Refused(error.status, { ...error.refusal, detail, code: `bad-${oneOf[list]}`, errors });
  }
}

export type ChangeWorkspace = (
  engine: Engine,
  request: Request,
  list: List,
  edit: (workspace: Workspace) => Workspace,
) => Promise<string>;

/**
 * Changes of one list inside the workspace: each makes a new version of it, checked as a whole, and answers its etag. One after
 * the other: two that are sent at the same moment must not meet as rivals.
 */
export function createChanges(): ChangeWorkspace {
  let lastChange: Promise<unknown> = Promise.resolve();
  return (engine, request, list, edit) => {
    const changing = lastChange.then(async () => {
      const current = await engine.ruleSet();
      expectedEtag(request, current);
      const workspace = checkWithList(edit(current.workspace), list);
      const saved = await engine.saveWorkspace(workspace, current.etag);
      if (!saved.saved) throw staleWorkspace(saved);
      return saved.etag;
    });
    // Its own sender hears of a failure; the next change starts from what stands.
    lastChange = changing.catch(() => undefined);
    return changing;
  };
}
