import type { z } from 'zod';
import type { ProblemDetail } from '../../shared/protocol.ts';
import { Refused } from './problem.ts';
import { sayIssue } from './sayIssue.ts';

type Path = readonly PropertyKey[];

/** `brands[3].query`, as one would write it in code. */
export function pathText(path: Path): string {
  let text = '';
  for (const key of path) text += typeof key === 'number' ? `[${key}]` : `${text ? '.' : ''}${String(key)}`;
  return text;
}

/** What stands at a place of a document; undefined where nothing does. */
function found(document: unknown, path: Path): unknown {
  let value = document;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return value;
}

/** Every fault of a document that a schema refused, in sentences. Of several about the size of one value the last stands. */
export function faultsOf(error: z.ZodError, document: unknown): ProblemDetail[] {
  const faults = error.issues.flatMap((issue): ProblemDetail[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const name = key.slice(0, 80);
        const path = pathText([...issue.path, key]);
        return { path, code: 'unknown-member', message: `no member "${name}" is known here`, values: { name } };
      });
    }
    return [{ path: pathText(issue.path), ...sayIssue(issue, found(document, issue.path)) }];
  });
  const isSaidAgain = ({ path, code }: ProblemDetail, after: number) =>
    code.startsWith('too-') && faults.slice(after + 1).some((other) => other.path === path && other.code === code);
  return faults.filter((fault, index) => !isSaidAgain(fault, index));
}

/** The parsed value, or one problem that names every fault. */
export function parseWith<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = faultsOf(parsed.error, value);
  throw new Refused(400, { detail: 'the document is not as it should be', code: 'bad-document', errors });
}
