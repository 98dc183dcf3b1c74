import type { Doc } from './normalize.ts';
import type { Facts } from './query/ast.ts';
import type { Matcher } from './query/compileMatcher.ts';

/** The first sort's answer: a mention when `reason` is null. `brands` strongest first, `excluded` in the workspace's order. */
export type FirstSort = {
  brands: readonly string[];
  /** Brands whose words matched but whose NOT excluded the post. */
  excluded: readonly string[];
  reason: 'no-brand' | 'excluded' | 'language' | null;
};

/**
 * Which brands the post names. `languages` empty: all are watched; a post whose language nobody knows is kept, because
 * nothing says that it is in another one.
 */
export function matchBrands(doc: Doc, facts: Facts, matcher: Matcher, languages: ReadonlySet<string>): FirstSort {
  const { matched, excluded } = matcher.match(doc, facts);
  if (matched.length === 0 && excluded.length === 0) return nothing;
  if (matched.length === 0) return { brands: matched, excluded, reason: 'excluded' };
  const isForeign = languages.size > 0 && facts.lang && !languages.has(facts.lang);
  return { brands: matched, excluded, reason: isForeign ? 'language' : null };
}

/** One for the many posts that name no brand; frozen, so that nobody writes into it. */
const nothing: FirstSort = Object.freeze({
  brands: Object.freeze([]),
  excluded: Object.freeze([]),
  reason: 'no-brand',
});
