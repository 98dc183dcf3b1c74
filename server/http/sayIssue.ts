import type { z } from 'zod';
import type { FaultValues } from '../../shared/fault.ts';
import type { ProblemDetail } from '../../shared/protocol.ts';

type Said = Pick<ProblemDetail, 'code' | 'message' | 'values'>;

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
};
const kindOf = (kind: string): string => kinds[kind] ?? 'something else';

/** What was found in the document, in the words of schemas; `nothing` where the member is absent or null. */
function kindFound(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function sayType(expected: string, found: unknown): Said {
  const given = kindFound(found);
  const message = given === 'nothing' ? 'is missing' : `should be ${kindOf(expected)}, not ${kindOf(given)}`;
  return { code: 'invalid-type', message, values: { expected, given } };
}

/** Of texts the length is meant, of lists the number of items, of numbers their size. */
function limitWords(of: string, limit: number, word: 'at least' | 'at most' | 'exactly'): string {
  if (of === 'string' && word === 'at least' && limit === 1) return 'should not be empty';
  if (of === 'string') return `should have ${word} ${limit} ${limit === 1 ? 'character' : 'characters'}`;
  if (of === 'array') return `should hold ${word} ${limit === 1 ? 'one' : limit}`;
  return `should be ${word} ${limit}`;
}

function sayLimit(code: string, origin: string, limit: number, is: 'least' | 'most' | 'exact'): Said {
  const of = origin === 'string' || origin === 'array' ? origin : 'number';
  const word = { least: 'at least', most: 'at most', exact: 'exactly' } as const;
  return { code, message: limitWords(of, limit, word[is]), values: { of, is, limit } };
}

function sayChoice(choices: readonly unknown[]): Said {
  const listed = choices.map(String).join(', ');
  return {
    code: 'invalid-value',
    message: `should be ${choices.length > 1 ? 'one of ' : ''}${listed}`,
    values: { listed },
  };
}

const moments = 'should be epoch milliseconds or ISO 8601 with an offset, such as 2026-03-02T09:00:00Z';

/**
 * One fault of a document as a sentence that a person understands (what stands before it is the place), and what a screen needs to say it
 * in another language. `found` is what stands at its place in the document.
 */
export function sayIssue(issue: z.core.$ZodIssue, found: unknown): Said {
  switch (issue.code) {
    case 'invalid_type':
      return sayType(issue.expected, found);
    case 'too_small':
      return sayLimit('too-small', issue.origin, Number(issue.minimum), issue.exact ? 'exact' : 'least');
    case 'too_big':
      return sayLimit('too-big', issue.origin, Number(issue.maximum), issue.exact ? 'exact' : 'most');
    case 'invalid_value':
      return sayChoice(issue.values);
    case 'invalid_union':
      // Documents of several kinds say theirs in one member; all other unions of ours are moments.
      if (issue.errors.length === 0)
        return { code: 'unknown-kind', message: 'is none of the kinds that are known here' };
      return found === undefined || found === null
        ? { code: 'invalid-union', message: `is missing: ${moments}` }
        : { code: 'invalid-union', message: moments };
    case 'custom': {
      const { fault, values } = (issue.params ?? {}) as { fault?: string; values?: FaultValues };
      return { code: fault ?? 'custom', message: issue.message, ...(values ? { values } : {}) };
    }
    default:
      return { code: issue.code.replaceAll('_', '-'), message: issue.message };
  }
}
