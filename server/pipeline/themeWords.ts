import { createDoc, normalize } from './normalize.ts';
import { compileMatcher, type NamedQuery } from './query/compileMatcher.ts';
import type { QueryOptions } from './query/evaluate.ts';

/** Whether the words of a theme, its query, stand in a text: what a model of it is measured against. */
export function matchesWordsOf(theme: NamedQuery, options: QueryOptions): (text: string) => boolean {
  const words = compileMatcher([[theme]], options);
  const doc = createDoc();
  return (text) => words.match(normalize(text, '', doc), {})[0]!.matched.length > 0;
}
