import { setImmediate as breathe } from 'node:timers/promises';
import type { AlertRule, BacktestAnswer } from '../../shared/alerts.ts';
import { channels, type Workspace } from '../../shared/domain.ts';
import { bucketOf, dayMs, minuteMs, quarterMs } from '../../shared/rollup.ts';
import type { TellProgress } from '../engine/previewWorkspace.ts';
import { eachRow } from '../store/packRows.ts';
import type { History, PastCounts } from '../store/store.ts';
import { createPastEar, type PastEarOptions, type PastQuarter } from './createPastEar.ts';
import { canPile, leastOf, lookedBackMs } from './createPiles.ts';
import { createTry } from './createTry.ts';
import { createPastComplaints } from './pastComplaints.ts';
import { createPastMinutes, type PastMinutes } from './pastMinutes.ts';
import { createPastSilences } from './pastSilences.ts';
import { createPastTerms } from './pastTerms.ts';
import { toldAt } from './standing.ts';
import { watchedBy } from './watched.ts';

const turnMs = 8;
const sensitivities = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const weekMs = 7 * dayMs;

/** What a rule is tried on. */
export type BacktestAsked = {
  workspace: Workspace;
  rule: AlertRule;
  from: number;
  to: number;
  /** How many series are watched together by all rules: the threshold depends on it. */
  among: number;
  /** Sources of whose silence nobody would be told. */
  unwatched: readonly string[];
};

export type BacktestParts = BacktestAsked & {
  history: Pick<History, 'pastCounts' | 'texts'>;
  createDetector: PastEarOptions['createDetector'];
  signal: AbortSignal;
  tell?: TellProgress | undefined;
};

/**
 * What a rule would have told over the past, with all that judges live, and all that groups once for each sensitivity, each of which it answers. The past is read
 * day by day and heard once, so memory does not grow with its length. Throws when it is stopped.
 */
export async function backtest(parts: BacktestParts): Promise<BacktestAnswer> {
  const { history, workspace, rule, to, among, signal, tell, createDetector } = parts;
  const from = bucketOf(parts.from, quarterMs);
  const watched = watchedBy({ ...rule, isOff: false }, workspace, channels);
  const complaints = watched.filter(canPile).map((one) => createPastComplaints(one, leastOf(rule)));
  const brands = workspace.brands.filter(
    ({ id }) => rule.kinds.includes('term') && (rule.brands?.includes(id) ?? true),
  );
  const terms = createPastTerms(brands, from);
  const silences = createPastSilences(workspace, rule, new Set(parts.unwatched));
  /** Of words alone nothing is counted, and a rule that watches nothing reads nothing. */
  const needsCounts = watched.length > 0 || rule.kinds.includes('silent-source');
  let day: PastMinutes = createPastMinutes([]);
  const isHeard = (at: number) => day.quarter(at, everything) !== undefined;
  const ear = createPastEar({ watched, from, among, sensitivities, createDetector, isHeard, complaints });
  const tries = sensitivities.map((sensitivity) => createTry({ ...rule, sensitivity }));

  function quarterOf(at: number): PastQuarter {
    const end = at + quarterMs;
    const due = new Set<number>();
    const older = new Set<number>();
    for (const [place, one] of complaints.entries()) {
      if (one.isDue(at, end + minuteMs)) due.add(place);
      if (one.isHeard(at - lookedBackMs, end)) older.add(place);
    }
    return { at, day, due, older };
  }

  function hear(quarter: PastQuarter, came: PastCounts['sources']): void {
    const silent = silences.hear(quarter.at, came);
    for (const { now, told } of ear.running(quarter))
      for (const [place, one] of tries.entries()) one.see(toldAt(place, told), silent, now);
    const { now, told } = ear.end(quarter);
    const talk = terms.rising(now);
    for (const [place, one] of tries.entries()) one.end(toldAt(place, told), silent, talk, now);
  }

  let turnEnds = performance.now() + turnMs;
  const days = Math.ceil((to - from) / dayMs);
  for (let number = 0; number < days; number += 1) {
    const start = from + number * dayMs;
    const range = { from: start, to: Math.min(start + dayMs, bucketOf(to, quarterMs)) };
    const counts = needsCounts ? await history.pastCounts(range) : nothing;
    await terms.add(history, range);
    day = createPastMinutes(eachOf(counts.rows));
    for (const one of complaints) {
      one.forget(start);
      one.add(day);
    }
    const came = bySourceQuarter(counts.sources);
    const quarters: number[] = [];
    for (let at = range.from; at < range.to; at += quarterMs) quarters.push(at);
    ear.begin(quarters, day);
    for (const at of quarters) {
      hear(quarterOf(at), came.get(at) ?? []);
      if (performance.now() < turnEnds) continue;
      await breathe();
      signal.throwIfAborted();
      turnEnds = performance.now() + turnMs;
    }
    tell?.(number + 1, days);
  }

  const bySensitivity = tries.map((one) => one.stories().sort((a, b) => b.at - a.at));
  const weeks = Math.max(1 / 7, (to - from) / weekMs);
  return {
    ...{ from, to, series: watched.length + brands.length + silences.sources() },
    alerts: bySensitivity[sensitivities.indexOf(rule.sensitivity)] ?? [],
    bySensitivity,
    perWeek: bySensitivity.map(({ length }) => length / weeks),
  };
}

const nothing: PastCounts = { rows: [], sources: [] };
const everything = { brand: '*', theme: '*' };

function* eachOf(blocks: PastCounts['rows']) {
  for (const block of blocks) yield* eachRow(block);
}

function bySourceQuarter(rows: PastCounts['sources']): Map<number, PastCounts['sources']> {
  const quarters = new Map<number, PastCounts['sources']>();
  for (const row of rows) {
    const own = quarters.get(row.at) ?? [];
    quarters.set(row.at, own);
    own.push(row);
  }
  return quarters;
}
