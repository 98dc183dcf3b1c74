import type { SetAsideReason } from '../../shared/domain.ts';
import type { Analysis } from './analysis.ts';

/** What is kept of a post that is no mention: why, and whose NOT (or which person's word) kept it out. */
export function setAside(reason: SetAsideReason, lang: string, excludedFrom: readonly string[]): Analysis {
  return {
    stage: 'set-aside',
    reason,
    lang,
    brands: [],
    excludedFrom,
    themes: [],
    significance: 0,
    spam: 0,
    sentiment: { label: 'unscored', score: 0 },
  };
}
