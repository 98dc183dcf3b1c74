import type { Request } from 'express';
import { z } from 'zod';
import { readBody } from './body.ts';
import { parseJson } from './json.ts';
import { parseWith } from './parseWith.ts';

const nothing = z.strictObject({});

/** For doors that take no members: no body, or `{}`. Throws Refused for everything else, each member by its name. */
export async function readNothing(request: Request): Promise<void> {
  const bytes = await readBody(request, { bytes: 64 * 1024, withinMs: 30_000 });
  if (bytes.length > 0) parseWith(nothing, parseJson(bytes));
}
