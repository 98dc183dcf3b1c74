import type { Brand } from '../../shared/domain.ts';
import { queryWords } from '../pipeline/query/queryWords.ts';
import { apartWords } from '../pipeline/terms/apartWords.ts';
import { createSlidingTerms } from '../pipeline/terms/slidingTerms.ts';
import { spellMasked } from '../store/findTerms.ts';
import type { History } from '../store/store.ts';
import { type NewTerm, termNeedsMs, termSpanMs, termsLooked } from './createTermNews.ts';

/**
 * Answers what rises in the talk of brands as `History.terms` would have at moments that only go forward, from texts that are
 * read once, day by day. `from`: nothing is known from before.
 */
export function createPastTerms(brands: readonly Pick<Brand, 'id' | 'query'>[], from: number) {
  const talks = brands.map(({ id, query }) => {
    const apart = apartWords([...queryWords(query)]);
    const sliding = createSlidingTerms(apart, { spanMs: termSpanMs, referenceMs: termNeedsMs - termSpanMs });
    return { brand: id, apart, sliding };
  });

  return {
    async add(history: Pick<History, 'texts'>, range: { from: number; to: number }): Promise<void> {
      for (const { brand, sliding } of talks) sliding.add(await history.texts({ ...range, brands: [brand] }));
    },
    /** What rises in the talk of each brand. */
    rising(now: number): { brand: string; rising: NewTerm[] }[] {
      if (now - from < termNeedsMs) return [];
      return talks.map(({ brand, apart, sliding }) => ({
        brand,
        rising: sliding.rising(now, termsLooked).flatMap(({ hash, heldBy, texts, lift, low, startedAt }) => {
          const spelled = spellMasked(hash, heldBy, apart);
          return spelled ? [{ term: spelled.term, texts, lift, low, startedAt }] : [];
        }),
      }));
    },
  };
}

export type PastTerms = ReturnType<typeof createPastTerms>;
