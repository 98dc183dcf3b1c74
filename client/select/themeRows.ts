import { probabilityShareHigher } from '../../shared/probabilityShareHigher.ts';
import type { Cell, FiguresState } from '../../shared/protocol.ts';
import {
  arePointsGrey,
  type ClassifierError,
  isGrey,
  type NetPoints,
  type NetSentiment,
  netPoints,
  netSentiment,
  probabilityHigher,
  shareInterval,
} from '../../shared/uncertainty.ts';
import { type Direction, directionOf } from './brandFigures.ts';
import { cellOf, isBeforeKnown, mentionsOf, opinionsOf } from './cells.ts';

export type ThemeRow = {
  theme: string;
  mentions: number;
  before: number | null;
  /** Of the brand's mentions. */
  share: number;
  shareRange: { low: number; high: number };
  shareBefore: number | null;
  weight: Direction;
  net: NetSentiment | null;
  opinions: number;
  /** Also when there is no figure. */
  grey: boolean;
  netBefore: NetSentiment | null;
  sentiment: Direction;
  /** Points of the brand's net sentiment that would be missing without this theme; null when it or the rest has too few opinions. */
  pull: NetPoints | null;
  /** What it moves the whole by is no fact (`arePointsGrey`), or messages are often filed wrongly under it. */
  isPullGrey: boolean;
  /** Whether it is praised more than the rest of what is said. The scorer's own error is in both and cancels. */
  lean: Direction;
};

function without(all: Cell, theme: Cell): Cell {
  return all.map((value, index) => Math.max(0, value - theme[index]!)) as Cell;
}

/** The themes of a brand, most praised first; those without a figure last, most mentioned first. `error`: of a theme's figure. */
export function themeRows(
  state: FiguresState,
  brand: string,
  themes: readonly string[],
  error: ClassifierError,
): ThemeRow[] {
  const all = cellOf(state.now, brand);
  const allBefore = mentionsOf(cellOf(state.before, brand));
  const hasBefore = isBeforeKnown(state);
  const rows = themes.map((theme): ThemeRow => {
    const cell = cellOf(state.now, brand, theme);
    const earlier = cellOf(state.before, brand, theme);
    const counts = opinionsOf(cell);
    const net = netSentiment(counts, error);
    const others = opinionsOf(without(all, cell));
    const pull = netPoints(counts, opinionsOf(all), error);
    const mentions = mentionsOf(cell);
    const total = mentionsOf(all);
    const hasShareBefore = hasBefore && allBefore > 0;
    return {
      theme,
      mentions,
      before: hasBefore ? mentionsOf(earlier) : null,
      share: total > 0 ? mentions / total : 0,
      shareRange: shareInterval(mentions, total),
      shareBefore: hasShareBefore ? mentionsOf(earlier) / allBefore : null,
      weight: directionOf(
        hasShareBefore ? probabilityShareHigher(mentions, total, mentionsOf(earlier), allBefore) : null,
      ),
      net,
      opinions: counts.positive + counts.negative,
      grey: net === null || isGrey(net),
      isPullGrey: arePointsGrey(pull, counts.positive + counts.negative),
      netBefore: hasBefore ? netSentiment(opinionsOf(earlier), error) : null,
      sentiment: directionOf(hasBefore ? probabilityHigher(counts, opinionsOf(earlier)) : null),
      pull,
      lean: directionOf(probabilityHigher(counts, others)),
    };
  });
  return rows.sort((a, b) => {
    if (a.net && b.net) return b.net.net - a.net.net;
    return Number(b.net !== null) - Number(a.net !== null) || b.mentions - a.mentions;
  });
}

/**
 * What helps most and hurts most: the themes that move the whole furthest, among those surely praised more, or less, than
 * the rest. So a loud few never win, and a scorer that leans does not hide which theme weighs. Where even that is no fact
 * (`isPullGrey`) it seems to; a smaller one that is sure would not be the most.
 */
export function themePoles(rows: readonly ThemeRow[]): { helps: ThemeRow | null; hurts: ThemeRow | null } {
  let helps: ThemeRow | null = null;
  let hurts: ThemeRow | null = null;
  for (const row of rows) {
    if (row.pull === null) continue;
    if (row.lean === 'up' && row.pull.points > 0 && isStronger(row, helps)) helps = row;
    if (row.lean === 'down' && row.pull.points < 0 && isStronger(row, hurts)) hurts = row;
  }
  return { helps, hurts };
}

/** Those that follow the poles closely: by half as many points or more. */
export function nextToPoles(rows: readonly ThemeRow[]): { helps: ThemeRow | null; hurts: ThemeRow | null } {
  const poles = themePoles(rows);
  const next = themePoles(rows.filter((row) => row !== poles.helps && row !== poles.hurts));
  const close = (row: ThemeRow | null, pole: ThemeRow | null) =>
    row && pole && 2 * weightOf(row) >= weightOf(pole) ? row : null;
  return { helps: close(next.helps, poles.helps), hurts: close(next.hurts, poles.hurts) };
}

/** What would help or hurt most if it were not among the themes that are often filed wrongly: said beside what is named in its place. */
export function doubtedPoles(
  rows: readonly ThemeRow[],
  doubtful: ReadonlyMap<string, number>,
): { helps: ThemeRow | null; hurts: ThemeRow | null } {
  const { helps, hurts } = themePoles(rows);
  const onlyDoubted = (row: ThemeRow | null) => (row && doubtful.has(row.theme) ? row : null);
  return { helps: onlyDoubted(helps), hurts: onlyDoubted(hurts) };
}

const weightOf = ({ pull }: ThemeRow): number => Math.abs(pull?.points ?? 0);

function isStronger(row: ThemeRow, than: ThemeRow | null): boolean {
  if (!than) return true;
  return weightOf(row) > weightOf(than);
}

/** The points that a theme adds to net sentiment or takes from it, as they are written; less than half of one is no whole zero. */
export function pullOf({ pull }: ThemeRow, format: { signed(value: number): string }): string {
  const points = pull?.points ?? 0;
  if (Math.round(points) !== 0) return format.signed(points);
  return points < 0 ? '> −1' : '< 1';
}

/** Themes under which messages are often filed wrongly (`shared/scoreboard.ts`) show grey and lead no sentence. */
export function greyDoubtful(rows: readonly ThemeRow[], doubtful: ReadonlyMap<string, number>): ThemeRow[] {
  return rows.map((row) => (doubtful.has(row.theme) ? { ...row, grey: true, isPullGrey: true, lean: 'unknown' } : row));
}

/**
 * At most so many rows, in their order: the most praised and the most complained about of those that are clear, then those that move
 * the whole furthest, then the most mentioned ones. What hurts most may be said by few.
 */
export function fewThemes(rows: readonly ThemeRow[], most: number): ThemeRow[] {
  const clear = rows.filter(({ net, grey }) => net !== null && !grey);
  const ends = [clear.at(-1), clear[0]].flatMap((row) => row ?? []);
  const weight = (row: ThemeRow) => Math.round(weightOf(row));
  const byWeight = [...rows].sort((a, b) => weight(b) - weight(a) || b.mentions - a.mentions);
  const ranked = new Set([...ends, ...byWeight]);
  const kept = new Set([...ranked].slice(0, most));
  return rows.filter((row) => kept.has(row));
}

/** The theme whose share of the talk changed most, among those that surely did; else the most mentioned one. */
export function biggestMover(rows: readonly ThemeRow[]): ThemeRow | null {
  const ratio = (row: ThemeRow) => Math.abs(Math.log((row.share + 0.001) / ((row.shareBefore ?? row.share) + 0.001)));
  const moved = rows.filter((row) => row.weight === 'up' || row.weight === 'down');
  const candidates = moved.length > 0 ? moved : rows;
  const value = moved.length > 0 ? ratio : (row: ThemeRow) => row.mentions;
  let best: ThemeRow | null = null;
  for (const row of candidates) if (!best || value(row) > value(best)) best = row;
  return best && best.mentions > 0 ? best : null;
}
