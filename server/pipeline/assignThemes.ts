import type { Doc } from './normalize.ts';
import type { Facts } from './query/ast.ts';
import type { Matcher } from './query/compileMatcher.ts';

/** The themes that a post speaks of, strongest first: each whose query matches, so often several or none. */
export function assignThemes(doc: Doc, facts: Facts, matcher: Matcher): readonly string[] {
  return matcher.match(doc, facts).matched;
}
