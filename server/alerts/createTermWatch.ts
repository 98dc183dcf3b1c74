import { alertSettingsOf } from '../../shared/alertDefaults.ts';
import type { AlertRule } from '../../shared/alerts.ts';
import type { Workspace } from '../../shared/domain.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import { queryWords } from '../pipeline/query/queryWords.ts';
import type { FoundTerms, TermsFilter } from '../store/store.ts';
import type { Told } from './standing.ts';
import { keyOf } from './watched.ts';

/** What is new is looked for in so much of the newest talk, against the four times as long before. */
export const termSpanMs = 3 * hourMs;
/** Without the whole time before nothing is new. */
export const termNeedsMs = 5 * termSpanMs;
/** A word is news once a week. */
const newsMs = 7 * dayMs;
const looked = 3;

/** By sensitivity 1..10: how many times its usual share a word must surely have. */
const leastLift = (sensitivity: number): number => 2 ** ((11 - sensitivity) / 2);

/** What is asked of a term that rises. */
export type NewTerm = Pick<FoundTerms['items'][number], 'term' | 'texts' | 'lift' | 'low' | 'startedAt'>;
/** From how many people say it and how new it is. */
const severityOf = ({ texts, low }: NewTerm): number =>
  Math.max(1, Math.min(8, Math.round(Math.log2(texts / 5) + Math.log2(Math.max(1, low)) / 2)));

/**
 * Words that are suddenly said of a brand. Reading texts is slow, so brands are looked at one after the other, and what was found
 * holds until the brand's next turn.
 */
export function createTermWatch(
  history: { terms(filter: TermsFilter): Promise<{ items: readonly NewTerm[] }> },
  { knownFrom }: { knownFrom: () => number },
  known: readonly { brand?: string; term?: string; raisedAt: number }[] = [],
) {
  const found = new Map<string, Told[]>();
  /** When a brand's word was first told. */
  const news = new Map<string, number>();
  for (const { brand, term, raisedAt } of known) if (brand && term) news.set(`${brand}\n${term}`, raisedAt);
  let next = 0;

  function tell(rule: AlertRule, brand: string, term: NewTerm, now: number): Told[] {
    if (term.low < leastLift(rule.sensitivity) || term.texts < rule.least) return [];
    const subject = { kind: 'term' as const, brand, term: term.term };
    const key = `${brand}\n${term.term}`;
    const firstAt = news.get(key);
    if (firstAt !== undefined && now - firstAt > hourMs && now - firstAt < newsMs) return [];
    if (firstAt === undefined || now - firstAt >= newsMs) news.set(key, now);
    const figure = { at: now, spanMs: termSpanMs, value: term.texts, expected: term.texts / term.lift };
    const standing = { at: term.startedAt, until: now, severity: severityOf(term), figure, isKnown: true };
    return [{ watched: { key: keyOf(rule.id, subject), rule, subject }, standing }];
  }

  return {
    /** What is new of all brands, as last looked. */
    seen: (): Told[] => [...found.values()].flat(),
    /** Looks at the next brand. */
    async look(workspace: Workspace, now: number): Promise<void> {
      const rules = alertSettingsOf(workspace).rules.filter(({ kinds, isOff }) => !isOff && kinds.includes('term'));
      const brands = workspace.brands.filter(({ id }) =>
        rules.some((rule) => !rule.brands || rule.brands.includes(id)),
      );
      for (const brand of found.keys()) if (!brands.some(({ id }) => id === brand)) found.delete(brand);
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
        limit: looked,
      });
      const asked = rules.filter((rule) => !rule.brands || rule.brands.includes(brand.id));
      found.set(
        brand.id,
        items.flatMap((term) => asked.flatMap((rule) => tell(rule, brand.id, term, now))),
      );
    },
  };
}
