import type { Express } from 'express';
import { z } from 'zod';
import { channels } from '../../shared/kinds.ts';
import type { Stretch } from '../../shared/protocol.ts';
import { unseenIn } from '../../shared/visible.ts';
import { normalize } from '../pipeline/normalize.ts';
import type { Query } from '../pipeline/query/ast.ts';
import { explainQuery } from '../pipeline/query/explainQuery.ts';
import { parseQuery } from '../pipeline/query/parseQuery.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { parseWith } from './parseWith.ts';

/** What a condition may ask about, but for the author: no screen knows whose key that is. */
const shownPostSchema = z.strictObject({
  text: z.string().max(20_000),
  lang: z.string().max(20).optional(),
  channel: z.enum(channels).optional(),
  country: z.string().max(20).optional(),
  source: z.string().max(200).optional(),
});
type ShownPost = z.infer<typeof shownPostSchema>;
const checkSchema = z.strictObject({
  query: z.string().max(20_000),
  posts: z.array(shownPostSchema).max(20).optional(),
});

/** The stretches of each text that make the query hold; none where it does not. */
const stretchesIn = (posts: readonly ShownPost[], query: Query): Stretch[][] =>
  posts.map(({ text, ...facts }) =>
    explainQuery(normalize(text), facts, query, {}).matched.map(({ from, to }) => ({ from, to })),
  );

/** What is wrong with a query, what may not do what its writer means, and what it finds in some texts: asked while somebody types. */
export function serveQueryCheck(app: Express): void {
  app.post('/api/query/check', async (request, response) => {
    readParameters(request).done();
    const { query, posts } = parseWith(checkSchema, await readJson(request, 512 * 1024));
    const parsed = parseQuery(query);
    const unseen = unseenIn(query);
    const faults = [
      ...(unseen
        ? [{ position: unseen.position, length: 1, code: 'unseen', message: `the query ${unseen.message}` }]
        : []),
      ...(parsed.ok ? [] : parsed.faults),
    ];
    const found = posts && { found: parsed.ok ? stretchesIn(posts, parsed.query) : posts.map(() => []) };
    response.json({ ok: faults.length === 0, faults, warnings: parsed.warnings, ...found });
  });
}
