import type { Channel, Metrics, Post } from '../../shared/domain.ts';
import { countedThemes, isLaunchTheme, launchTheme } from '../../shared/launchThemes.ts';
import type { CountedMention } from '../../shared/rollup.ts';
import type { Analysis } from '../pipeline/analysis.ts';
import { opinionCode, opinionNumbers, opinionOf, outcomeCode, outcomeOf, stageOf } from './codes.ts';
import type { Sorted } from './counted.ts';
import type { Meta } from './meta.ts';
import type { Names } from './names.ts';
import type { StoredPost } from './store.ts';

/** What counting needs of a row of `posts`: the short fields in front. */
export type CountRow = {
  seq: number;
  at: number;
  source: number;
  outcome: number;
  channel: number;
  lang: number;
  country: number;
  opinion: number;
  reach: number;
  engagement: number;
  copy_of: number | null;
  brands: string | null;
  themes: string | null;
  excluded: string | null;
};

export type PostRow = CountRow & {
  received_at: number;
  rule_set: number;
  significance: number;
  spam: number;
  score: number;
  p_negative: number | null;
  p_neutral: number | null;
  p_positive: number | null;
  /** As the source said it; null where it said nothing. */
  said_lang: number | null;
  id: string;
  author: string | null;
  extra: string | null;
  title: string | null;
  text: string;
};

/** What an analysis is in a row: all that changes when a post is judged anew. */
export const verdictColumns = [
  'outcome',
  'lang',
  'opinion',
  'copy_of',
  'brands',
  'themes',
  'excluded',
  'significance',
  'spam',
  'score',
  'p_negative',
  'p_neutral',
  'p_positive',
] as const;
export type VerdictRow = Pick<PostRow, (typeof verdictColumns)[number]>;

export function verdictOf(analysis: Analysis, idOf: (name: string) => number): VerdictRow {
  const { sentiment } = analysis;
  return {
    outcome: outcomeCode(analysis.reason ?? 'significant'),
    lang: idOf(analysis.lang),
    opinion: opinionCode(sentiment.label),
    copy_of: analysis.copyOf ?? null,
    brands: packBrands(analysis.brands, sentiment),
    themes: packThemes(analysis),
    excluded: packIds(analysis.excludedFrom),
    significance: analysis.significance,
    spam: analysis.spam,
    score: sentiment.score,
    p_negative: sentiment.probabilities?.negative ?? null,
    p_neutral: sentiment.probabilities?.neutral ?? null,
    p_positive: sentiment.probabilities?.positive ?? null,
  };
}

export const isSameVerdict = (a: VerdictRow, b: VerdictRow): boolean =>
  verdictColumns.every((column) => a[column] === b[column]);

const ids = (packed: string | null) => packed?.replaceAll(/ [^,]*/g, '');

/**
 * What a second look says, in place of the first: opinions alone. Undefined where it saw another post than the one that was
 * counted, or says the same.
 */
export function withOpinions(first: VerdictRow, second: VerdictRow): VerdictRow | undefined {
  if (ids(first.brands) !== ids(second.brands) || ids(first.themes) !== ids(second.themes)) return undefined;
  const { opinion, score, brands, themes, p_negative, p_neutral, p_positive } = second;
  const next = { ...first, opinion, score, brands, themes, p_negative, p_neutral, p_positive };
  return isSameVerdict(first, next) ? undefined : next;
}

export const countColumns =
  'seq, at, source, outcome, channel, lang, country, opinion, reach, engagement, copy_of, brands, themes, excluded';

/** The rarer fields of a post, as JSON; null when it has none of them. */
type Extra = {
  url?: string;
  rating?: number;
  metrics?: Metrics;
};

/** Put together by hand: most posts have nothing but counts, and `JSON.stringify` costs four times as much. */
export function extraOf({ url, rating, metrics }: Pick<Post, 'url' | 'rating' | 'metrics'>): string | null {
  if (!url && !metrics && rating === undefined) return null;
  let members = '';
  if (url) members += `,"url":${JSON.stringify(url)}`;
  if (rating !== undefined) members += `,"rating":${JSON.stringify(rating)}`;
  if (metrics) members += `,"metrics":${metricsJson(metrics)}`;
  return `{${members.slice(1)}}`;
}

function metricsJson({ likes, replies, shares, views, followers }: Metrics): string {
  let members = '';
  if (likes !== undefined) members += `,"likes":${likes}`;
  if (replies !== undefined) members += `,"replies":${replies}`;
  if (shares !== undefined) members += `,"shares":${shares}`;
  if (views !== undefined) members += `,"views":${views}`;
  if (followers !== undefined) members += `,"followers":${followers}`;
  return `{${members.slice(1)}}`;
}

// Ids hold letters, digits, dot, dash and underscore only (see `brandSchema`): blank and comma separate safely.

/** `id opinion score,id opinion score`; of a brand that shares the whole text's opinion and score only `id`. */
export function packBrands(brands: Analysis['brands'], whole: Analysis['sentiment']): string | null {
  let packed = '';
  for (const { id, opinion, score } of brands) {
    if (packed !== '') packed += ',';
    packed += opinion === whole.label && score === whole.score ? id : `${id} ${opinionCode(opinion)} ${score}`;
  }
  return packed === '' ? null : packed;
}

/** `id,id opinion`, and behind the themes the launches: `launch:id`. */
export function packThemes({ themes, launches }: Pick<Analysis, 'themes' | 'launches'>): string | null {
  let packed = '';
  for (const theme of themes) {
    if (packed !== '') packed += ',';
    packed += theme.opinion === undefined ? theme.id : `${theme.id} ${opinionCode(theme.opinion)}`;
  }
  if (launches) for (const launch of launches) packed += `${packed === '' ? '' : ','}${launchTheme(launch)}`;
  return packed === '' ? null : packed;
}

export function packIds(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : ids.join(',');
}

export function unpackBrands({
  brands,
  opinion,
  score,
}: Pick<PostRow, 'brands' | 'opinion' | 'score'>): Analysis['brands'] {
  if (brands === null) return [];
  // Most posts name one brand, and of it what they say as a whole.
  if (!brands.includes(' ')) return cutIds(brands).map((id) => ({ id, opinion: opinionOf(opinion), score }));
  return brands.split(',').map((one) => {
    const [id, own, ownScore] = one.split(' ');
    if (own === undefined) return { id: id!, opinion: opinionOf(opinion), score };
    return { id: id!, opinion: opinionOf(Number(own)), score: Number(ownScore) };
  });
}

/** The same without scores: all that counting needs. */
export const unpackOpinions = ({ brands, opinion }: Pick<CountRow, 'brands' | 'opinion'>): Counted['brands'] =>
  brands === null ? none : readOpinions[opinion]!(brands);

/** Under which themes a row counts, its launches among them; empty for `none` alone. */
export const unpackCountedThemes = (themes: string | null): Counted['themes'] =>
  themes === null ? none : readIds(themes);

type Counted = Pick<CountedMention, 'brands' | 'themes'>;
const none: readonly never[] = Object.freeze([]);

/** Millions of rows spell a few hundred combinations. What is read is shared: nobody may write into it. */
function remembering<Read>(read: (packed: string) => Read, capacity = 4_000): (packed: string) => Read {
  const known = new Map<string, Read>();
  return (packed) => {
    const before = known.get(packed);
    if (before !== undefined) return before;
    if (known.size >= capacity) known.clear();
    const value = read(packed);
    known.set(packed, value);
    return value;
  };
}

const readIds = remembering((packed) =>
  Object.freeze([
    ...countedThemes(
      unpackThemes(packed).map((theme) => theme.id),
      unpackLaunches(packed),
    ),
  ]),
);
const readOpinions = opinionNumbers.map((opinion) =>
  remembering((brands) =>
    Object.freeze(unpackBrands({ brands, opinion, score: 0 }).map(({ id, opinion: own }) => ({ id, opinion: own }))),
  ),
);

/** Shared, as all that is remembered: see `remembering`. */
export const unpackThemes = (packed: string | null): Analysis['themes'] =>
  packed === null ? none : readThemes(packed);

const readThemes = remembering((packed): Analysis['themes'] =>
  Object.freeze(
    packed.split(',').flatMap((one) => {
      if (isLaunchTheme(one)) return [];
      const [id, opinion] = one.split(' ');
      return Object.freeze(opinion === undefined ? { id: id! } : { id: id!, opinion: opinionOf(Number(opinion)) });
    }),
  ),
);

export function unpackLaunches(packed: string | null): Analysis['launches'] {
  if (!packed?.includes(launchTheme(''))) return undefined;
  return packed.split(',').flatMap((one) => (isLaunchTheme(one) ? one.slice(launchTheme('').length) : []));
}

const cutIds = remembering((packed): readonly string[] => Object.freeze(packed.split(',')));
/** Shared too. */
export const unpackIds = (packed: string | null): readonly string[] => (packed === null ? none : cutIds(packed));

/** What a row of `posts` adds to the rollups. */
export function countedRow(row: CountRow, names: Names): CountedMention {
  return {
    at: row.at,
    channel: names.nameOf(row.channel) as Channel,
    lang: names.nameOf(row.lang),
    country: names.nameOf(row.country),
    brands: unpackOpinions(row),
    themes: unpackCountedThemes(row.themes),
    opinion: opinionOf(row.opinion),
    significant: row.outcome === 0,
    nearCopy: row.copy_of !== null,
    reach: row.reach,
    engagement: row.engagement,
  };
}

/** What counting the funnel needs of a row. */
export function sortedRow(row: CountRow): Sorted {
  const outcome = outcomeOf(row.outcome);
  return {
    brands: unpackOpinions(row),
    excludedFrom: unpackIds(row.excluded),
    reason: outcome === 'significant' ? null : outcome,
  };
}

export function analysisOf(row: VerdictRow, names: Names): Analysis {
  const outcome = outcomeOf(row.outcome);
  const analysis: Analysis = {
    stage: stageOf(outcome),
    reason: outcome === 'significant' ? null : outcome,
    lang: names.nameOf(row.lang),
    brands: unpackBrands(row),
    excludedFrom: unpackIds(row.excluded),
    themes: unpackThemes(row.themes),
    significance: row.significance,
    spam: row.spam,
    sentiment: { label: opinionOf(row.opinion), score: row.score },
  };
  if (row.p_negative !== null && row.p_neutral !== null && row.p_positive !== null) {
    const [negative, neutral, positive] = [row.p_negative, row.p_neutral, row.p_positive];
    analysis.sentiment.probabilities = { negative, neutral, positive };
  }
  if (row.copy_of !== null) analysis.copyOf = row.copy_of;
  const launches = unpackLaunches(row.themes);
  if (launches) analysis.launches = launches;
  return analysis;
}

/** What a history that was counted again says of the rule set of its posts: all up to `recomputedTo` went through it. */
type Recomputed = Pick<Meta, 'recomputedTo' | 'recomputedUnder'>;

export function storedPost(row: PostRow, names: Names, { recomputedTo, recomputedUnder }: Recomputed): StoredPost {
  const extra: Extra = row.extra === null ? {} : JSON.parse(row.extra);
  const country = names.nameOf(row.country);
  const post: StoredPost = {
    seq: row.seq,
    id: row.id,
    source: names.nameOf(row.source),
    channel: names.nameOf(row.channel) as Channel,
    at: row.at,
    receivedAt: row.received_at,
    ruleSet: row.seq <= recomputedTo ? Math.max(row.rule_set, recomputedUnder) : row.rule_set,
    text: row.text,
    analysis: analysisOf(row, names),
  };
  if (row.title !== null) post.title = row.title;
  if (row.author !== null) post.author = row.author;
  if (row.said_lang !== null) post.lang = names.nameOf(row.said_lang);
  if (country !== '') post.country = country;
  if (extra.url !== undefined) post.url = extra.url;
  if (extra.rating !== undefined) post.rating = extra.rating;
  if (extra.metrics) post.metrics = extra.metrics;
  return post;
}
