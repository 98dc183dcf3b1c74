import type { OpenPoint, OpenPointKind } from '../../shared/openPoints.ts';
import { probabilityShareHigher } from '../../shared/probabilityShareHigher.ts';
import { type ClassifierError, isGrey, netSentiment, type OpinionCounts } from '../../shared/uncertainty.ts';
import { isSafetyTheme } from './isSafetyTheme.ts';
import { soldOutQuery } from './soldOutQuery.ts';

export type Range = { from: number; to: number };
type Counted = OpinionCounts & { mentions: number; distinct: number };
type Pair = { now: number; before: number };

export type PointsInput = {
  brand: string;
  /** What is looked at, and the time before it that says what is usual; null: too little of it was heard. */
  window: Range;
  usual: Range | null;
  mentions: Pair;
  /** Distinct texts that are mentions. */
  distinct: Pair;
  themes: readonly { id: string; name: string; query: string; now: Counted; before: Counted }[];
  questions: readonly { question: string; count: number; search: string }[];
  /** Distinct texts that say that it is sold out. */
  soldOut: Pair;
  /** Of a theme's net sentiment. */
  error: ClassifierError;
};

/** More often than usual is said from this probability on. */
const sureFrom = 0.9;
/** Fewer mentions of harm are not yet a pattern; they are looked at all the same, on the screens of messages. */
const leastSafety = 5;
const leastSoldOut = 5;
/** Said less often before, it is new rather than so many times the usual. */
const leastUsual = 3;
/** So many distinct texts must ask the same. */
const leastAsked = 5;

/**
 * What waits for a decision, most urgent first: a theme of safety above its usual share; "sold out" above its usual share; a
 * theme whose net sentiment is below zero by its whole interval and whose share grows; a question that many ask.
 */
export function openPoints(input: PointsInput): OpenPoint[] {
  const { brand, window, usual, mentions, distinct } = input;
  const points: OpenPoint[] = [];
  const growthOf = (part: Pair, whole: Pair) => {
    if (!usual || whole.before === 0) return null;
    const probability = probabilityShareHigher(part.now, whole.now, part.before, whole.before);
    if (probability === null || probability <= sureFrom) return null;
    // Of what was hardly ever said no share is usual: a number of times would mean nothing.
    if (part.before < leastUsual) return { probability };
    const times = part.now / whole.now / (part.before / whole.before);
    return { probability, times };
  };
  const add = (kind: OpenPointKind, name: string, point: Omit<OpenPoint, 'id' | 'kind' | 'brand' | 'from' | 'to'>) =>
    points.push({ id: `${kind}:${brand}${name === '' ? '' : `:${name}`}`, kind, brand, ...window, ...point });

  for (const { id: theme, name, query, now, before } of input.themes) {
    const growth = growthOf({ now: now.mentions, before: before.mentions }, mentions);
    if (!growth) continue;
    const net = netSentiment(now, input.error);
    const messages = { brand, theme, ...window };
    const netOf = net ? { net: { net: net.net, low: net.low, high: net.high } } : {};
    if (isSafetyTheme({ name, query })) {
      if (now.mentions >= leastSafety)
        add('safety', theme, { theme, count: now.mentions, texts: now.distinct, ...growth, ...netOf, messages });
    } else if (net && net.net < 0 && !isGrey(net))
      add('theme-hurts', theme, {
        theme,
        count: now.mentions,
        texts: now.distinct,
        ...growth,
        ...netOf,
        messages: { ...messages, sentiment: 'negative' },
      });
  }
  const soldOut = growthOf(input.soldOut, distinct);
  if (soldOut && input.soldOut.now >= leastSoldOut)
    add('sold-out', '', { count: input.soldOut.now, ...soldOut, messages: { brand, q: soldOutQuery, ...window } });
  for (const { question, count, search } of input.questions)
    if (count >= leastAsked) add('question', search, { question, count, messages: { brand, q: search, ...window } });
  return points.sort((a, b) => urgencyOf[a.kind] - urgencyOf[b.kind] || b.count - a.count);
}

const urgencyOf: Record<OpenPointKind, number> = { safety: 0, 'sold-out': 1, 'theme-hurts': 2, question: 3 };

const sameWordsFrom = 0.5;

/** Whether a decision that names `about` answers a point. Of a question the words that most share may change as more people ask. */
export function isAbout(about: string, { id, kind, brand }: Pick<OpenPoint, 'id' | 'kind' | 'brand'>): boolean {
  if (about === id) return true;
  const prefix = `question:${brand}:`;
  if (kind !== 'question' || !about.startsWith(prefix)) return false;
  const wordsOf = (text: string) => new Set(text.slice(prefix.length).split(' '));
  const [said, asked] = [wordsOf(about), wordsOf(id)];
  const shared = [...said].filter((word) => asked.has(word)).length;
  return shared / (said.size + asked.size - shared) >= sameWordsFrom;
}
