import type { Analysis } from '../../server/pipeline/analysis.ts';
import { createRandom } from '../../server/random.ts';
import type { Batch } from '../../server/store/store.ts';
import type { Channel, Opinion, SetAsideReason } from '../../shared/domain.ts';
import { channels, firstSortReasons, secondSortReasons } from '../../shared/domain.ts';

type Post = Batch['posts'][number];

/** Builders for what the store is given: a test states only what matters to it. */
export function makePost(some: Partial<Post> & { id: string }): Post {
  return { source: 'test', channel: 'social', at: Date.UTC(2025, 5, 2, 10), text: `words of ${some.id}`, ...some };
}

/** A significant mention of brand `acme` unless said otherwise; a first-sort reason makes it no mention. */
export function makeAnalysis(some: Partial<Analysis> = {}): Analysis {
  const reason = some.reason ?? null;
  const isSetAside = (firstSortReasons as readonly (SetAsideReason | null)[]).includes(reason);
  return {
    stage: isSetAside ? 'set-aside' : reason ? 'important' : 'significant',
    reason,
    lang: 'en',
    brands: isSetAside ? [] : [{ id: 'acme', opinion: 'positive', score: 0.5 }],
    excludedFrom: [],
    themes: [],
    significance: 0.75,
    spam: 0,
    sentiment: { label: isSetAside ? 'unscored' : 'positive', score: isSetAside ? 0 : 0.5 },
    ...some,
  };
}

/** A repeatable chance: the same seed gives the same numbers. */
export const seeded = createRandom;

const opinions: Opinion[] = ['negative', 'neutral', 'positive', 'unscored'];
const words = ['soft', 'été', 'battery', 'lovely', 'pump', 'crème', 'broken', 'gift', 'price', 'again'];

/** A post with every field that can be there, and an analysis to go with it, drawn at random. */
export function drawPost(
  chance: () => number,
  number: number,
  from: number,
  spanMs: number,
): { post: Post; analysis: Analysis } {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
  const some = <Item>(items: readonly Item[], share: number): Item[] => items.filter(() => chance() < share);
  const text = Array.from({ length: 3 + Math.floor(chance() * 6) }, () => pick(words)).join(' ');
  const post = makePost({
    id: `p${number}`,
    source: pick(['one', 'two', 'feed:three:1']),
    channel: pick<Channel>(channels),
    at: from + Math.floor(chance() * spanMs),
    text,
    ...(chance() < 0.3 ? { title: pick(words) } : {}),
    ...(chance() < 0.5 ? { author: `h${Math.floor(chance() * 20)}` } : {}),
    ...(chance() < 0.5 ? { country: pick(['FR', 'IN', 'US']) } : {}),
    ...(chance() < 0.5 ? { lang: pick(['en', 'fr']) } : {}),
    ...(chance() < 0.2 ? { url: `https://example.org/${number}`, rating: 4 } : {}),
    ...(chance() < 0.4 ? { metrics: { likes: Math.floor(chance() * 9), views: Math.floor(chance() * 999) } } : {}),
  });
  const excludedFrom = some(['gamma', 'delta'], 0.15);
  const brandIds = some(['alpha', 'beta', 'gamma'], 0.4).filter((brand) => !excludedFrom.includes(brand));
  const lang = pick(['en', 'fr', '']);
  if (brandIds.length === 0) {
    const reason = excludedFrom.length > 0 ? 'excluded' : pick(['no-brand', 'language'] as const);
    return { post, analysis: makeAnalysis({ reason, excludedFrom, lang }) };
  }
  const reason = chance() < 0.4 ? null : pick<SetAsideReason>(secondSortReasons);
  const label = pick(opinions);
  const score = label === 'positive' ? 0.5 : label === 'negative' ? -0.25 : 0;
  const analysis = makeAnalysis({
    reason,
    lang,
    excludedFrom,
    brands: brandIds.map((id) => ({ id, opinion: pick(opinions), score: Math.round(chance() * 100) / 100 })),
    themes: some(['price', 'alpha', 'texture'], 0.35).map((id) =>
      chance() < 0.5 ? { id, opinion: pick(opinions) } : { id },
    ),
    significance: Math.round(chance() * 1000) / 1000,
    spam: Math.round(chance() * 1000) / 1000,
    sentiment: {
      label,
      score,
      ...(label === 'unscored' ? {} : { probabilities: { negative: 0.2, neutral: 0.3, positive: 0.5 } }),
    },
  });
  // By number, not by chance: every seed goes on drawing what it drew.
  if (number % 4 === 0) analysis.launches = number % 12 === 0 ? ['glow', 'mist'] : ['glow'];
  if (reason === 'near-copy' && number > 1) analysis.copyOf = 1 + Math.floor(chance() * (number - 1));
  return { post, analysis };
}
