import { isDeepStrictEqual } from 'node:util';
import type { Workspace } from '../../shared/domain.ts';

/** All of a workspace that an analysis looks at: names and moments of launches, colours and the like change no figure. */
function rulesIn(workspace: Workspace) {
  const { brands, themes, launches, languages, significance, overrides = [], corrections = [], learned } = workspace;
  return {
    languages,
    threshold: significance.threshold,
    overrides,
    corrections,
    learned: learned && { bias: learned.bias, words: learned.words },
    brands: brands.map(({ color: _, ...brand }) => brand),
    themes: themes.map(({ name: _, names: __, ...theme }) => theme),
    // One without a query is its brand as a whole: nothing of it is counted by itself.
    launches: launches.flatMap(({ id, brand, query }) => (query === undefined ? [] : { id, brand, query })),
  };
}

export const isSameRules = (a: Workspace, b: Workspace): boolean => isDeepStrictEqual(rulesIn(a), rulesIn(b));
