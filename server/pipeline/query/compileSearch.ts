import type { Post } from '../../../shared/domain.ts';
import { createDoc, normalize } from '../normalize.ts';
import type { Query } from './ast.ts';
import { compileMatcher } from './compileMatcher.ts';
import type { QueryOptions } from './evaluate.ts';
import type { Fault, Warning } from './faults.ts';
import { narrowingFor } from './narrowing.ts';
import { parseQuery } from './parseQuery.ts';
import { createPrefilter } from './prefilter.ts';

/** A post to be searched; the language that the analysis found counts before the source's own. */
export type Searched = Post & { analysis?: { lang: string } };

export type Search = {
  text: string;
  /** See `narrowingFor`. */
  narrowing: string | null;
  matches: (post: Searched) => boolean;
};

export type SearchAnswer =
  | { ok: true; search: Search; warnings: Warning[] }
  | { ok: false; faults: Fault[]; warnings: Warning[] };

/** One query that a person typed, for going through stored posts. */
export function compileSearch(text: string, options: QueryOptions = {}): SearchAnswer {
  const parsed = parseQuery(text);
  if (!parsed.ok) return parsed;
  const { query, warnings } = parsed;
  return {
    ok: true,
    search: { text, narrowing: narrowingFor(query), matches: matchesQuery(query, options) },
    warnings,
  };
}

export function matchesQuery(query: Query, options: QueryOptions = {}): (post: Searched) => boolean {
  const matcher = compileMatcher([[{ id: 'search', query }]], options);
  const couldMatch = createPrefilter([query]);
  const doc = createDoc();
  return (post) => {
    if (!couldMatch(post.text, post.title)) return false;
    const lang = post.analysis?.lang || post.lang;
    return matcher.match(normalize(post.text, post.title, doc), { ...post, lang })[0]!.matched.length > 0;
  };
}
