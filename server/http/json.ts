import type { Request } from 'express';
import { mediaType, readBody } from './body.ts';
import { Refused } from './problem.ts';

/** Deeper than any document we know; what recurses over the value later is safe. */
const deepest = 64;

function fault(code: string, message: string, position?: number): Refused {
  return new Refused(400, {
    detail: message,
    errors: [{ code, message, ...(position === undefined ? {} : { position }) }],
  });
}

/** Walks the parsed value with a list of its own instead of recursion. */
function checkShape(root: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }];
  for (let one = open.pop(); one; one = open.pop()) {
    if (typeof one.value !== 'object' || one.value === null) continue;
    if (one.depth > deepest) throw fault('too-deep', `the document is nested deeper than ${deepest} levels`);
    if (Object.hasOwn(one.value, '__proto__')) throw fault('forbidden-key', 'no member may be called __proto__');
    for (const value of Object.values(one.value)) open.push({ value, depth: one.depth + 1 });
  }
}

/** Where JSON.parse stopped, when it says so. */
export function positionIn(message: string): number | undefined {
  const found = /position (\d+)/.exec(message)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** A small JSON document from a request, not yet checked against a schema. Throws Refused: 400, 413, 415. */
export async function readJson(request: Request, limit = 64 * 1024): Promise<unknown> {
  if (mediaType(request) !== 'application/json') throw new Refused(415, 'send Content-Type: application/json');
  return parseJson(await readBody(request, { bytes: limit, withinMs: 30_000 }));
}

/** Throws Refused where they are no JSON document that we would walk. */
export function parseJson(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    // V8 quotes the document in its message; the position is enough, and quotes nothing.
    const position = positionIn((error as Error).message);
    const where = position === undefined ? '' : ` at position ${position}`;
    throw fault('not-json', `the body is no JSON document in UTF-8${where}`, position);
  }
  checkShape(value);
  return value;
}
