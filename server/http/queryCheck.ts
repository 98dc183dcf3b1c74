import type { Express } from 'express';
import { z } from 'zod';
import { unseenIn } from '../../shared/visible.ts';
import { parseQuery } from '../pipeline/query/parseQuery.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';

const checkSchema = z.strictObject({ query: z.string().max(20_000) });

/** What is wrong with a query, and what may not do what its writer means: asked while somebody types. */
export function serveQueryCheck(app: Express): void {
  app.post('/api/query/check', async (request, response) => {
    readParameters(request).done();
    const { query } = parseWith(checkSchema, await readJson(request, 128 * 1024));
    const parsed = parseQuery(query);
    const unseen = unseenIn(query);
    const faults = [
      ...(unseen
        ? [{ position: unseen.position, length: 1, code: 'unseen', message: `the query ${unseen.message}` }]
        : []),
      ...(parsed.ok ? [] : parsed.faults),
    ];
    response.json({ ok: faults.length === 0, faults, warnings: parsed.warnings });
  });
}
