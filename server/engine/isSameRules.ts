import { isDeepStrictEqual } from 'node:util';
import type { Workspace } from '../../shared/domain.ts';

/** All of a workspace that an analysis looks at: names of launches, colours and the like change no figure. */
function rulesIn(workspace: Workspace) {
  const { brands, themes, languages, significance, overrides = [], corrections = [], learned } = workspace;
  return {
    languages,
    threshold: significance.threshold,
    overrides,
    corrections,
    learned: learned && { bias: learned.bias, words: learned.words },
    brands: brands.map(({ color: _, ...brand }) => brand),
    themes: themes.map(({ name: _, ...theme }) => theme),
  };
}

export const isSameRules = (a: Workspace, b: Workspace): boolean => isDeepStrictEqual(rulesIn(a), rulesIn(b));
