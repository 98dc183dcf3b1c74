import { referenceFaults, type Workspace, workspaceSchema } from '../../shared/domain.ts';
import type { ProblemDetail } from '../../shared/protocol.ts';
import { overriddenWord } from '../pipeline/overrides.ts';
import { parseQuery } from '../pipeline/query/parseQuery.ts';
import { faultsOf, pathText } from './parseWith.ts';
import { Refused } from './problem.ts';

const listsWithQueries = ['brands', 'themes', 'launches'] as const;

const memberOf = (value: unknown, name: string): unknown => (value as Record<string, unknown> | null)?.[name];
const listOf = (document: unknown, name: string): readonly unknown[] => {
  const list = memberOf(document, name);
  return Array.isArray(list) ? list : [];
};

function faultsOfQuery(query: unknown, path: string): ProblemDetail[] {
  // Longer ones, and empty ones where a query must be, are the schema's to name.
  if (typeof query !== 'string' || query.length > 20_000) return [];
  const parsed = parseQuery(query);
  if (parsed.ok) return [];
  return parsed.faults.map(({ position, code, message, suggestion }) => ({
    path,
    code,
    message,
    position,
    ...(suggestion === undefined ? {} : { suggestion }),
  }));
}

/** Faults of the queries, wherever one stands in the document, though the rest of it may have faults too. */
function queryFaults(document: unknown): ProblemDetail[] {
  const queries = [
    ...listsWithQueries.flatMap((list) =>
      listOf(document, list).map((item, index) => ({
        query: memberOf(item, 'query'),
        path: `${list}[${index}].query`,
        isSchemas: list !== 'launches',
      })),
    ),
    ...listOf(document, 'corrections').map((one, index) => ({
      query: memberOf(memberOf(one, 'where'), 'query'),
      path: `corrections[${index}].where.query`,
      isSchemas: true,
    })),
  ];
  return queries.flatMap(({ query, path, isSchemas }) => (query === '' && isSchemas ? [] : faultsOfQuery(query, path)));
}

/** What only the pipeline knows of a word: whether it is one, and whether another entry is the same. */
function overrideFaults(document: unknown): ProblemDetail[] {
  const faults: ProblemDetail[] = [];
  const known = new Set<string>();
  listOf(document, 'overrides').forEach((one, index) => {
    const word = memberOf(one, 'word');
    if (typeof word !== 'string' || word.trim() === '' || word.length > 60) return;
    const path = `overrides[${index}].word`;
    const folded = overriddenWord(word);
    const key = JSON.stringify([folded, memberOf(one, 'brand')]);
    if (folded === undefined)
      faults.push({ path, code: 'not-a-word', message: `"${word}" is not one word or emoji`, values: { word } });
    else if (known.has(key))
      faults.push({ path, code: 'repeated-word', message: `"${word}" is said twice`, values: { word } });
    known.add(key);
  });
  return faults;
}

/** The workspace as it will be kept, or one problem that names every fault. */
export function checkWorkspace(document: unknown): Workspace {
  const parsed = workspaceSchema.safeParse(document);
  const faults = [
    ...(parsed.success ? [] : faultsOf(parsed.error, document)),
    ...queryFaults(document),
    ...overrideFaults(document),
  ];
  // The schema looks at references only where nothing else is wrong.
  const isNamed = (path: string, message: string) =>
    faults.some((fault) => fault.path === path && fault.message === message);
  for (const { path, message, params } of referenceFaults(document)) {
    const at = pathText(path);
    const { fault: code, values } = params;
    if (!isNamed(at, message)) faults.push({ path: at, code, message, ...(values ? { values } : {}) });
  }
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new Refused(400, {
    detail: 'the workspace has faults; nothing was changed',
    code: 'bad-workspace',
    errors: faults,
  });
}
