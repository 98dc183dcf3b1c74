import type { Request } from 'express';
import { z } from 'zod';
import { mediaType, readBody } from './body.ts';
import { parseJson } from './json.ts';
import { parseWith } from './parseWith.ts';
import { Refused } from './problem.ts';

const nothing = z.strictObject({});

/** For doors that take no members: no body, or `{}`. Throws Refused for everything else, each member by its name. */
export async function readNothing(request: Request): Promise<void> {
  const bytes = await readBody(request, { bytes: 64 * 1024, withinMs: 30_000 });
  if (bytes.length === 0) return;
  if (mediaType(request) !== 'application/json')
    throw new Refused(415, 'send Content-Type: application/json, or no body');
  parseWith(nothing, parseJson(bytes));
}
