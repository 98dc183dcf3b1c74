import type { AlertRule } from '../../shared/alerts.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import type { FoundTerms } from '../store/store.ts';
import type { Told } from './standing.ts';
import { keyOf } from './watched.ts';

/** What is new is looked for in so much of the newest talk, against the four times as long before. */
export const termSpanMs = 3 * hourMs;
/** Without the whole time before nothing is new. */
export const termNeedsMs = 5 * termSpanMs;
/** So many words of a brand are looked at. */
export const termsLooked = 3;
/** A word is news once a week. */
const newsMs = 7 * dayMs;

/** By sensitivity 1..10: how many times its usual share a word must surely have. */
const leastLift = (sensitivity: number): number => 2 ** ((11 - sensitivity) / 2);

/** What is asked of a term that rises. */
export type NewTerm = Pick<FoundTerms['items'][number], 'term' | 'texts' | 'lift' | 'low' | 'startedAt'>;
/** From how many people say it and how new it is. */
const severityOf = ({ texts, low }: NewTerm): number =>
  Math.max(1, Math.min(8, Math.round(Math.log2(texts / 5) + Math.log2(Math.max(1, low)) / 2)));

/** Which rising words of brands are news to whom; what was found of a brand holds until it is looked at again. */
export function createTermNews(known: readonly { brand?: string; term?: string; raisedAt: number }[] = []) {
  const found = new Map<string, Told[]>();
  /** When a brand's word was first told. */
  const news = new Map<string, number>();
  for (const { brand, term, raisedAt } of known) if (brand && term) news.set(`${brand}\n${term}`, raisedAt);

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
    /** What rises of a brand now, for those rules that watch its words. */
    hear(brand: string, rising: readonly NewTerm[], rules: readonly AlertRule[], now: number): void {
      found.set(
        brand,
        rising.flatMap((term) => rules.flatMap((rule) => tell(rule, brand, term, now))),
      );
    },
    /** Forgets what was found of brands that nobody watches any more. */
    keep(isWatched: (brand: string) => boolean): void {
      for (const brand of found.keys()) if (!isWatched(brand)) found.delete(brand);
    },
  };
}
