import type { Brand } from '../../shared/domain.ts';
import { queryWords } from '../pipeline/query/queryWords.ts';
import { apartWords } from '../pipeline/terms/apartWords.ts';
import { createSlidingTerms } from '../pipeline/terms/slidingTerms.ts';
import { spellMasked } from '../store/findTerms.ts';
import type { History, TermsFilter } from '../store/store.ts';
import { type NewTerm, termNeedsMs, termSpanMs } from './createTermWatch.ts';

/**
 * Answers what rises in the talk of brands as `History.terms` would have at moments that only go forward, from texts that are
 * read once, day by day.
 */
export function createPastTerms(brands: readonly Pick<Brand, 'id' | 'query'>[]) {
  const talks = new Map(
    brands.map(({ id, query }) => {
      const apart = apartWords([...queryWords(query)]);
      const sliding = createSlidingTerms(apart, { spanMs: termSpanMs, referenceMs: termNeedsMs - termSpanMs });
      return [id, { apart, sliding, at: Number.NEGATIVE_INFINITY, found: [] as NewTerm[] }];
    }),
  );

  return {
    async add(history: Pick<History, 'texts'>, range: { from: number; to: number }): Promise<void> {
      for (const [brand, { sliding }] of talks) sliding.add(await history.texts({ ...range, brands: [brand] }));
    },
    async terms({ brands: [brand] = [], to, limit }: TermsFilter): Promise<{ items: readonly NewTerm[] }> {
      const talk = talks.get(brand ?? '');
      if (!talk) throw new Error('terms of the past are asked of one brand that is watched');
      if (talk.at === to) return { items: talk.found };
      talk.at = to;
      talk.found = talk.sliding.rising(to, limit).flatMap(({ hash, heldBy, texts, lift, low, startedAt }) => {
        const spelled = spellMasked(hash, heldBy, talk.apart);
        return spelled ? [{ term: spelled.term, texts, lift, low, startedAt }] : [];
      });
      return { items: talk.found };
    },
  };
}

export type PastTerms = ReturnType<typeof createPastTerms>;
