import type { Matches } from './query/compileMatcher.ts';

/** The first sort's answer: a mention when `reason` is null. `brands` strongest first, `excluded` in the workspace's order. */
export type FirstSort = {
  brands: readonly string[];
  /** Brands whose words matched but whose NOT excluded the post. */
  excluded: readonly string[];
  reason: 'no-brand' | 'excluded' | 'language' | null;
};

/**
 * The first sort, from which brands' queries hold. `languages` empty: all are watched; a post whose language nobody knows
 * (`lang` empty) is kept, because nothing says that it is in another one.
 */
export function matchBrands(
  { matched, excluded }: Matches,
  lang: string | undefined,
  languages: ReadonlySet<string>,
): FirstSort {
  if (matched.length === 0) return excluded.length === 0 ? nothing : { brands: matched, excluded, reason: 'excluded' };
  const isForeign = languages.size > 0 && lang && !languages.has(lang);
  return { brands: matched, excluded, reason: isForeign ? 'language' : null };
}

/** One for the many posts that name no brand; frozen, so that nobody writes into it. */
const nothing: FirstSort = Object.freeze({
  brands: Object.freeze([]),
  excluded: Object.freeze([]),
  reason: 'no-brand',
});
