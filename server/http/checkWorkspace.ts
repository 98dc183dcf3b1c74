import { referenceFaults, type Workspace, workspaceSchema } from '../../shared/domain.ts';
import type { ProblemDetail } from '../../shared/protocol.ts';
import { parseQuery } from '../pipeline/query/parseQuery.ts';
import { faultsOf, pathText } from './parseWith.ts';
import { Refused } from './problem.ts';

const listsWithQueries = ['brands', 'themes', 'launches'] as const;

/** Faults of the queries, wherever one stands in the document, though the rest of it may have faults too. */
function queryFaults(document: unknown): ProblemDetail[] {
  const faults: ProblemDetail[] = [];
  for (const list of listsWithQueries) {
    const items: unknown = (document as Record<string, unknown> | null)?.[list];
    if (!Array.isArray(items)) continue;
    items.forEach((item: unknown, index) => {
      const query: unknown = (item as Record<string, unknown> | null)?.query;
      // Longer ones, and empty ones of brands and themes, are the schema's to name.
      if (typeof query !== 'string' || query.length > 20_000 || (query === '' && list !== 'launches')) return;
      const parsed = parseQuery(query);
      if (parsed.ok) return;
      for (const { position, code, message, suggestion } of parsed.faults) {
        faults.push({
          path: `${list}[${index}].query`,
          code,
          message,
          position,
          ...(suggestion === undefined ? {} : { suggestion }),
        });
      }
    });
  }
  return faults;
}

/** The workspace as it will be kept, or one problem that names every fault. */
export function checkWorkspace(document: unknown): Workspace {
  const parsed = workspaceSchema.safeParse(document);
  const faults = [...(parsed.success ? [] : faultsOf(parsed.error)), ...queryFaults(document)];
  // The schema looks at references only where nothing else is wrong.
  const isNamed = (path: string, message: string) =>
    faults.some((fault) => fault.path === path && fault.message === message);
  for (const { path, message } of referenceFaults(document)) {
    const at = pathText(path);
    if (!isNamed(at, message)) faults.push({ path: at, code: 'custom', message });
  }
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new Refused(400, { detail: 'the workspace has faults; nothing was changed', errors: faults });
}
