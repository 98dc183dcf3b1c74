import type { Channel, Opinion } from './domain.ts';

/**
 * Counts and sums of one cell, never averages: any two tallies of disjoint mentions merge exactly by addition.
 * A removed post is a tally with negative numbers.
 */
export type Tally = {
  mentions: number;
  /** Mentions that are not near-copies: "distinct texts". */
  distinct: number;
  positive: number;
  neutral: number;
  negative: number;
  significant: number;
  significantPositive: number;
  significantNeutral: number;
  significantNegative: number;
  /** Sum of declared followers or views: always shown as estimated. */
  reach: number;
  /** Likes + replies + shares. */
  engagement: number;
};

export const tallyFields = [
  'mentions',
  'distinct',
  'positive',
  'neutral',
  'negative',
  'significant',
  'significantPositive',
  'significantNeutral',
  'significantNegative',
  'reach',
  'engagement',
] as const satisfies readonly (keyof Tally)[];

/** `*` counts a mention once however many brands (themes) it has; theme `none` holds mentions without a theme. */
export type CellKey = { brand: string; theme: string; channel: Channel; lang: string; country: string };
export type RollupRow = CellKey & { at: number } & Tally;

export const minuteMs = 60_000;
export const quarterMs = 15 * minuteMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The start of the UTC bucket that holds `at`; both in epoch ms. Works before 1970 too. */
export function bucketOf(at: number, stepMs: number): number {
  return Math.floor(at / stepMs) * stepMs;
}

export function emptyTally(): Tally {
  return {
    mentions: 0,
    distinct: 0,
    positive: 0,
    neutral: 0,
    negative: 0,
    significant: 0,
    significantPositive: 0,
    significantNeutral: 0,
    significantNegative: 0,
    reach: 0,
    engagement: 0,
  };
}

/** Adds `more` into `into`, in place: the one place where tallies are merged. */
export function addTally(into: Tally, more: Tally, sign: 1 | -1 = 1): Tally {
  // Written out: a loop over field names costs several times as much, and this is what history queries mostly do.
  into.mentions += sign * more.mentions;
  into.distinct += sign * more.distinct;
  into.positive += sign * more.positive;
  into.neutral += sign * more.neutral;
  into.negative += sign * more.negative;
  into.significant += sign * more.significant;
  into.significantPositive += sign * more.significantPositive;
  into.significantNeutral += sign * more.significantNeutral;
  into.significantNegative += sign * more.significantNegative;
  into.reach += sign * more.reach;
  into.engagement += sign * more.engagement;
  return into;
}

/** What one mention adds: the input of a rollup, after analysis. */
export type CountedMention = {
  at: number;
  channel: Channel;
  lang: string;
  country: string;
  /** At least one; sentiment is per brand ("A beats B" is praise for A alone). */
  brands: readonly { id: string; opinion: Opinion }[];
  themes: readonly string[];
  /** Of the whole text: counted in the `*` brand rows. */
  opinion: Opinion;
  significant: boolean;
  nearCopy: boolean;
  reach: number;
  engagement: number;
};

function countOpinion(tally: Tally, opinion: Opinion, significant: boolean): void {
  if (opinion === 'unscored') return;
  tally[opinion] += 1;
  if (!significant) return;
  if (opinion === 'positive') tally.significantPositive += 1;
  else if (opinion === 'neutral') tally.significantNeutral += 1;
  else tally.significantNegative += 1;
}

const noTheme = ['none'];

/** Counts mentions into cells of `stepMs` (a minute unless said): `*` x themes and each brand x themes. */
export function rollUp(mentions: Iterable<CountedMention>, stepMs = minuteMs): RollupRow[] {
  const rows: RollupRow[] = [];
  // Most mentions of a batch share minute, channel, language and country with the one before: their cells are kept at hand,
  // and a lookup in them compares short names instead of spelling the whole key.
  const places = new Map<string, Map<string, Map<string, RollupRow>>>();
  let brands = new Map<string, Map<string, RollupRow>>();
  let last: CountedMention | undefined;
  let lastAt = Number.NaN;
  const enter = (mention: CountedMention, at: number) => {
    const { channel, lang, country } = mention;
    if (at === lastAt && channel === last?.channel && lang === last.lang && country === last.country) return;
    last = mention;
    lastAt = at;
    const key = `${at}\n${channel}\n${lang}\n${country}`;
    brands = places.get(key) ?? new Map();
    places.set(key, brands);
  };
  const count = (mention: CountedMention, at: number, brand: string, theme: string, opinion: Opinion) => {
    let themes = brands.get(brand);
    if (!themes) {
      themes = new Map();
      brands.set(brand, themes);
    }
    let row = themes.get(theme);
    if (!row) {
      const { channel, lang, country } = mention;
      row = { at, brand, theme, channel, lang, country, ...emptyTally() };
      themes.set(theme, row);
      rows.push(row);
    }
    row.mentions += 1;
    if (!mention.nearCopy) row.distinct += 1;
    if (mention.significant) row.significant += 1;
    row.reach += mention.reach;
    row.engagement += mention.engagement;
    countOpinion(row, opinion, mention.significant);
  };
  for (const mention of mentions) {
    const at = bucketOf(mention.at, stepMs);
    const themes = mention.themes.length > 0 ? mention.themes : noTheme;
    enter(mention, at);
    count(mention, at, '*', '*', mention.opinion);
    for (const theme of themes) count(mention, at, '*', theme, mention.opinion);
    for (const brand of mention.brands) {
      count(mention, at, brand.id, '*', brand.opinion);
      for (const theme of themes) count(mention, at, brand.id, theme, brand.opinion);
    }
  }
  return rows;
}

/** Merges rows of any number of rollups into coarser buckets of `stepMs`; cells with the same key add up. */
export function mergeRollups(rows: Iterable<RollupRow>, stepMs = minuteMs): RollupRow[] {
  const cells = new Map<string, RollupRow>();
  for (const row of rows) {
    const at = bucketOf(row.at, stepMs);
    const key = `${at}\n${row.brand}\n${row.theme}\n${row.channel}\n${row.lang}\n${row.country}`;
    const cell = cells.get(key);
    if (cell) addTally(cell, row);
    else cells.set(key, { ...row, at });
  }
  return [...cells.values()];
}

/** Rows that take back what `rows` counted (a post deleted at its source). */
export function negate(rows: Iterable<RollupRow>): RollupRow[] {
  const negated: RollupRow[] = [];
  for (const row of rows) negated.push({ ...row, ...addTally(emptyTally(), row, -1) });
  return negated;
}
