import { alertSettingsOf } from '../../shared/alertDefaults.ts';
import type { Workspace } from '../../shared/domain.ts';
import { queryWords } from '../pipeline/query/queryWords.ts';
import type { TermsFilter } from '../store/store.ts';
import { createTermNews, type NewTerm, termNeedsMs, termSpanMs, termsLooked } from './createTermNews.ts';
import type { Told } from './standing.ts';

/**
 * Words that are suddenly said of a brand. Reading texts is slow, so brands are looked at one after the other, and what was found
 * holds until the brand's next turn.
 */
export function createTermWatch(
  history: { terms(filter: TermsFilter): Promise<{ items: readonly NewTerm[] }> },
  { knownFrom }: { knownFrom: () => number },
  known?: Parameters<typeof createTermNews>[0],
) {
  const news = createTermNews(known);
  let next = 0;

  return {
    /** What is new of all brands, as last looked. */
    seen: (): Told[] => news.seen(),
    /** Looks at the next brand. */
    async look(workspace: Workspace, now: number): Promise<void> {
      const rules = alertSettingsOf(workspace).rules.filter(({ kinds, isOff }) => !isOff && kinds.includes('term'));
      const brands = workspace.brands.filter(({ id }) =>
        rules.some((rule) => !rule.brands || rule.brands.includes(id)),
      );
      news.keep((brand) => brands.some(({ id }) => id === brand));
      const brand = brands[next % Math.max(1, brands.length)];
      next += 1;
      if (!brand) return;
      const heard = knownFrom();
      if (heard === 0 || now - heard < termNeedsMs) return;
      const { items } = await history.terms({
        brands: [brand.id],
        from: now - termSpanMs,
        to: now,
        apart: [...queryWords(brand.query)],
        limit: termsLooked,
      });
      const asked = rules.filter((rule) => !rule.brands || rule.brands.includes(brand.id));
      news.hear(brand.id, items, asked, now);
    },
  };
}
