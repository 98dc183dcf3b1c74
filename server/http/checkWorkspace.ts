import { type Workspace, workspaceSchema } from '../../shared/domain.ts';
import { faultsOf } from './parseWith.ts';
import { Refused } from './problem.ts';

/** The workspace as it will be kept, or one problem that names every fault. */
export function checkWorkspace(value: unknown): Workspace {
  const parsed = workspaceSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refused(400, { detail: 'the workspace has faults; nothing was changed', errors: faultsOf(parsed.error) });
}
