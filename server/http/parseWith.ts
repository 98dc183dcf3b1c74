import type { z } from 'zod';
import type { ProblemDetail } from '../../shared/protocol.ts';
import { Refused } from './problem.ts';

type Path = readonly PropertyKey[];

/** `brands[3].query`, as one would write it in code. */
export function pathText(path: Path): string {
  let text = '';
  for (const key of path) text += typeof key === 'number' ? `[${key}]` : `${text ? '.' : ''}${String(key)}`;
  return text;
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  // Documents of several kinds say theirs in one member; all other unions of ours are moments. Zod says "Invalid input" of both.
  return issue.errors.length === 0
    ? 'is none of the kinds that are known here'
    : 'epoch milliseconds or ISO 8601 with an offset, such as 2026-03-02T09:00:00Z';
}

export function faultsOf(error: z.ZodError): ProblemDetail[] {
  return error.issues.flatMap((issue): ProblemDetail[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: pathText([...issue.path, key]),
        code: 'unknown-member',
        message: `no member "${key.slice(0, 80)}" is known here`,
      }));
    }
    return [{ path: pathText(issue.path), code: issue.code.replaceAll('_', '-'), message: messageOf(issue) }];
  });
}

/** The parsed value, or one problem that names every fault. */
export function parseWith<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refused(400, { detail: 'the document is not as it should be', errors: faultsOf(parsed.error) });
}
