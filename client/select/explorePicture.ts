import { type SetAsideReason, setAsideReasons } from '../../shared/kinds.ts';
import type { AuthorFigure, FunnelShape, SeriesPoint } from '../../shared/protocol.ts';
import { type ClassifierError, type NetSentiment, netSentiment } from '../../shared/uncertainty.ts';
import type { Cut, Window } from './exploreRange.ts';
import { type Counts, noCounts, strongestKeys, totalsByKey } from './timeSeries.ts';
import type { Unheard } from './unheard.ts';

/** Everything Explore's figures are drawn from, asked for in one go so that all of them speak of the same window. */
export type Picture = {
  window: Window;
  cut: Cut;
  /** When it was asked for, by the server's clock. */
  at: number;
  /** Split by the chosen key. */
  points: SeriesPoint[];
  beforePoints: SeriesPoint[] | null;
  /** One series, each mention once: all of them, and the significant ones. */
  all: Counts & { distinct: number };
  significant: Counts;
  /** Distinct authors of all of them; absent where they cannot be told. */
  authors?: AuthorFigure;
  allBefore: Counts | null;
  brands: SeriesPoint[];
  brandsBefore: SeriesPoint[] | null;
  /** The matrix ignores the chosen brands and themes: it is where they are chosen. */
  matrixBrands: SeriesPoint[];
  themesOf: Record<string, SeriesPoint[]>;
  funnel: FunnelShape;
  /** In which nothing was heard of any brand: in the window, and in the one before it where that is compared. */
  unheard: Unheard[];
  unheardBefore: Unheard[];
  /** From the window's start to the first post ever heard: drawn like those, and no reason to doubt a figure. */
  unknown: Unheard[];
  /** The minute of the first post ever heard, where that lies within the window. */
  heardFrom: number | null;
};

export type MatrixCell = { counts: Counts; net: NetSentiment | null; share: number };
export type MatrixRow = { brand: string; all: MatrixCell; cells: Record<string, MatrixCell> };
export type Matrix = { themes: string[]; rows: MatrixRow[] };

const mostThemes = 8;

/** The columns of the matrix: the themes most talked about, and last what has none. */
export function matrixThemes({ themesOf }: Pick<Picture, 'themesOf'>): string[] {
  const totals = totalsByKey(Object.values(themesOf).flat());
  const themes = strongestKeys(totals, mostThemes + 1)
    .filter((theme) => theme !== 'none')
    .slice(0, mostThemes);
  return totals.has('none') ? [...themes, 'none'] : themes;
}

/** Brands down, themes across, most talked about first; a cell's bar is its share of the largest cell of a theme. */
export function matrixOf(
  picture: Pick<Picture, 'themesOf' | 'matrixBrands'>,
  order: { brands: readonly string[]; themes: readonly string[] },
  errors: { whole: ClassifierError; theme: ClassifierError },
): Matrix {
  const brandTotals = totalsByKey(picture.matrixBrands);
  const perBrand = new Map(order.brands.map((brand) => [brand, totalsByKey(picture.themesOf[brand] ?? [])]));
  let largest = 1;
  for (const themes of perBrand.values())
    for (const [theme, counts] of themes)
      if (order.themes.includes(theme)) largest = Math.max(largest, counts.mentions);
  const cell = (counts: Counts, error: ClassifierError): MatrixCell => ({
    counts,
    net: netSentiment(counts, error),
    share: Math.min(1, counts.mentions / largest),
  });
  const rows = order.brands.map((brand) => ({
    brand,
    all: cell(brandTotals.get(brand) ?? noCounts(), errors.whole),
    cells: Object.fromEntries(
      order.themes.map((theme) => [theme, cell(perBrand.get(brand)?.get(theme) ?? noCounts(), errors.theme)]),
    ),
  }));
  return { themes: [...order.themes], rows };
}

/**
 * What was set aside of what could have counted. Asked for brands, posts that do not name them are no part of it: they belong to
 * other brands or to none, and no list of these brands holds them.
 */
export function setAsideOf(
  { setAside }: FunnelShape,
  brands: readonly string[],
): { reasons: { reason: SetAsideReason; posts: number }[]; posts: number; notAbout: number } {
  const isAbout = (reason: SetAsideReason) => brands.length === 0 || reason !== 'no-brand';
  const reasons = setAsideReasons
    .filter(isAbout)
    .map((reason) => ({ reason, posts: setAside[reason] ?? 0 }))
    .filter(({ posts }) => posts > 0)
    .sort((a, b) => b.posts - a.posts);
  return {
    reasons,
    posts: reasons.reduce((sum, { posts }) => sum + posts, 0),
    notAbout: brands.length === 0 ? 0 : (setAside['no-brand'] ?? 0),
  };
}

/** What the messages list counts, where the figures know it; a text search is counted by reading only. */
export function listedCount(
  picture: Pick<Picture, 'all' | 'significant' | 'funnel'>,
  state: {
    stage: string;
    q: string;
    brands: readonly string[];
    opinions: readonly string[];
    reasons: readonly string[];
    isFiltered: boolean;
    copies?: number;
  },
): number | undefined {
  if (state.q.trim() !== '' || state.copies !== undefined) return undefined;
  if (state.stage === 'set-aside') {
    // The funnel knows ranges and brands; of other filters it would tell a larger number than the list holds.
    if (state.isFiltered || state.opinions.length > 0) return undefined;
    return setAsideOf(picture.funnel, state.brands)
      .reasons.filter(({ reason }) => state.reasons.length === 0 || state.reasons.includes(reason))
      .reduce((sum, { posts }) => sum + posts, 0);
  }
  if (state.reasons.length > 0) return undefined;
  const counts = state.stage === 'significant' ? picture.significant : picture.all;
  if (state.opinions.length === 0) return counts.mentions;
  const scored = counts.positive + counts.neutral + counts.negative;
  let sum = 0;
  for (const opinion of state.opinions)
    sum += opinion === 'unscored' ? counts.mentions - scored : counts[opinion as 'positive' | 'neutral' | 'negative'];
  return sum;
}
