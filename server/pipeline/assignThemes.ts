import type { Doc } from './normalize.ts';
import type { Facts } from './query/ast.ts';
import type { Matcher } from './query/compileMatcher.ts';

/** The themes that a post speaks of, in the workspace's order: each whose query matches, so often several or none. */
export function assignThemes(doc: Doc, facts: Facts, matcher: Matcher): string[] {
  const { matched } = matcher.match(doc, facts);
  return matched.length === 0 ? none : matched.slice();
}

const none = Object.freeze([]) as readonly string[] as string[];
