import {
  type Channel,
  channels,
  type Opinion,
  type SetAsideReason,
  type Stage,
  setAsideReasons,
  stages,
} from '../../shared/kinds.ts';

/** `t0`: since the launch's moment; `all`: everything that is kept; `custom`: `from` and `to`. */
export const ranges = ['1h', '24h', '7d', '28d', 't0', 'all', 'custom'] as const;
export type RangeName = (typeof ranges)[number];
export const splits = ['brand', 'theme', 'channel'] as const;
export type Split = (typeof splits)[number];
export const opinions = ['positive', 'neutral', 'negative', 'unscored'] as const satisfies readonly Opinion[];

/** What Explore shows: all of it lives in the address, so that what one person sees another can open. */
export type ExploreState = {
  range: RangeName;
  /** Epoch ms, `to` exclusive; set exactly when the range is `custom`. */
  from?: number;
  to?: number;
  compare: boolean;
  by: Split;
  /** Empty lists mean: all. */
  brands: string[];
  themes: string[];
  channels: Channel[];
  langs: string[];
  opinions: Opinion[];
  /** Which messages are listed; the figures always count every mention. */
  stage: Stage;
  reasons: SetAsideReason[];
  q: string;
  /** Commit number of the original whose near-copies alone are listed. */
  copies?: number;
  /** Mentions, distinct texts and distinct authors instead of the split. */
  isCounts: boolean;
  /** Commit number of the message whose trace is open. */
  mention?: number;
};

export const defaultExplore: ExploreState = {
  range: '24h',
  compare: true,
  by: 'brand',
  brands: [],
  themes: [],
  channels: [],
  langs: [],
  opinions: [],
  stage: 'significant',
  reasons: [],
  q: '',
  isCounts: false,
};

function listOf(params: URLSearchParams, name: string): string[] {
  const items = params.getAll(name).flatMap((value) => value.split(','));
  return [...new Set(items.filter((item) => item !== ''))];
}

function oneOf<T extends string>(known: readonly T[], value: string | null, otherwise: T): T {
  return known.find((one) => one === value) ?? otherwise;
}

function someOf<T extends string>(known: readonly T[], values: readonly string[]): T[] {
  return known.filter((one) => values.includes(one));
}

function momentOf(value: string | null): number | undefined {
  if (!value) return undefined;
  const at = /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isSafeInteger(at) && Math.abs(at) <= 8.64e15 ? at : undefined;
}

function seqOf(value: string | null): number | undefined {
  const seq = Number(value || Number.NaN);
  return Number.isSafeInteger(seq) && seq > 0 ? seq : undefined;
}

/**
 * Reads an address. A value that means nothing falls back to its default: an old link still opens. `theme=dark` and
 * `theme=light` are the screen's look (as `ui` is its language), not a filter.
 */
export function parseExplore(search: string): ExploreState {
  const params = new URLSearchParams(search);
  const from = momentOf(params.get('from'));
  const to = momentOf(params.get('to'));
  const asked = oneOf(ranges, params.get('range'), from !== undefined && to !== undefined ? 'custom' : '24h');
  const custom = asked === 'custom' && from !== undefined && to !== undefined && from < to;
  const seq = seqOf(params.get('mention'));
  const copies = seqOf(params.get('copies'));
  return {
    range: asked === 'custom' && !custom ? '24h' : asked,
    ...(custom ? { from, to } : {}),
    compare: params.get('compare') !== '0',
    by: oneOf(splits, params.get('by'), 'brand'),
    brands: listOf(params, 'brand'),
    themes: listOf(params, 'theme').filter((theme) => theme !== 'dark' && theme !== 'light'),
    channels: someOf(channels, listOf(params, 'channel')),
    langs: listOf(params, 'lang'),
    opinions: someOf(opinions, listOf(params, 'sentiment')),
    stage: oneOf(stages, params.get('stage'), 'significant'),
    reasons: someOf(setAsideReasons, listOf(params, 'reason')),
    q: params.get('q') ?? '',
    isCounts: params.get('volume') === 'counts',
    ...(copies === undefined ? {} : { copies }),
    ...(seq === undefined ? {} : { mention: seq }),
  };
}

const screenParams = ['ui', 'data'];

/** Writes the shortest address of a state (defaults are left out), with `?` unless empty. `keep` brings the screen's own. */
export function exploreSearch(state: Partial<ExploreState>, keep = ''): string {
  const full = { ...defaultExplore, ...state };
  const params = new URLSearchParams();
  const before = new URLSearchParams(keep);
  for (const name of screenParams) {
    const value = before.get(name);
    if (value !== null) params.set(name, value);
  }
  for (const look of before.getAll('theme')) if (look === 'dark' || look === 'light') params.append('theme', look);
  if (full.range === 'custom' && full.from !== undefined && full.to !== undefined) {
    params.set('range', 'custom');
    params.set('from', new Date(full.from).toISOString());
    params.set('to', new Date(full.to).toISOString());
  } else if (full.range !== 'custom' && full.range !== defaultExplore.range) params.set('range', full.range);
  if (!full.compare) params.set('compare', '0');
  if (full.by !== 'brand') params.set('by', full.by);
  const lists = {
    brand: full.brands,
    theme: full.themes,
    channel: full.channels,
    lang: full.langs,
    sentiment: full.opinions,
  };
  for (const [name, list] of Object.entries(lists)) if (list.length > 0) params.append(name, list.join(','));
  if (full.stage !== 'significant') params.set('stage', full.stage);
  if (full.reasons.length > 0) params.set('reason', full.reasons.join(','));
  if (full.q !== '') params.set('q', full.q);
  if (full.isCounts) params.set('volume', 'counts');
  if (full.copies !== undefined) params.set('copies', String(full.copies));
  if (full.mention !== undefined) params.set('mention', String(full.mention));
  // Commas and colons are legal in a query string; escaped they make an address nobody can read aloud.
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

/** Where a number on any screen leads: the messages behind it. */
export function exploreLink(state: Partial<ExploreState>, keep = ''): string {
  return `/explore${exploreSearch(state, keep)}`;
}
