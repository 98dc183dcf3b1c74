import { setImmediate as breathe } from 'node:timers/promises';
import type { Alert, AlertRule, BacktestAnswer } from '../../shared/alerts.ts';
import { channels, type Workspace } from '../../shared/domain.ts';
import { bucketOf, quarterMs } from '../../shared/rollup.ts';
import type { TellProgress } from '../engine/previewWorkspace.ts';
import type { History } from '../store/store.ts';
import { createJudge, type ReadCell, type SeriesDetector } from './createJudge.ts';
import { createRaising } from './createRaising.ts';
import { readQuarters } from './readQuarters.ts';
import type { Told } from './standing.ts';
import { type Watched, watchedBy } from './watched.ts';

const turnMs = 8;
const sensitivities = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const weekMs = 7 * 24 * 3_600_000;

export type BacktestOptions = {
  history: Pick<History, 'series'>;
  workspace: Workspace;
  rule: AlertRule;
  from: number;
  to: number;
  createDetector: (of: Watched, among: number) => SeriesDetector;
  /** How many series are watched together by all rules: the threshold depends on it. */
  among: number;
  signal: AbortSignal;
  tell?: TellProgress | undefined;
};

type Story = BacktestAnswer['alerts'][number];

/** What a rule would have told over the past, with the judging and grouping that are used live. Throws when it is stopped. */
export async function backtest(options: BacktestOptions): Promise<BacktestAnswer> {
  const { history, workspace, rule, to, signal, tell } = options;
  const from = bucketOf(options.from, quarterMs);
  const groups = [...workspace.brands.map(({ id }) => ({ brand: id })), 'channels' as const];
  const watched = watchedBy({ ...rule, isOff: false }, workspace, channels);
  let turnEnds = performance.now() + turnMs;

  const all = await history.series({ from, to, step: '15m', zone: 'UTC', stage: 'important' });
  const heard = new Set(all.map(({ at }) => at));
  /** What stands out by sensitivity and moment, of all groups together. */
  const standing = sensitivities.map(() => new Map<number, Told[]>());

  async function judge(own: readonly Watched[], read: ReadCell, sensitivity: number, into: Map<number, Told[]>) {
    const judged = own.map((one) => ({ ...one, rule: { ...one.rule, sensitivity } }));
    const judging = createJudge(judged, {
      knownFrom: from,
      createDetector: (of) => options.createDetector(of, options.among),
      isHeard: (at) => heard.has(at),
    });
    for (let at = from; at + quarterMs <= to; at += quarterMs) {
      const told = judging.close(at, read);
      if (told.length > 0) into.set(at, [...(into.get(at) ?? []), ...told]);
      if (performance.now() < turnEnds) continue;
      await breathe();
      signal.throwIfAborted();
      turnEnds = performance.now() + turnMs;
    }
  }

  for (const [place, group] of groups.entries()) {
    const own = watched.filter(({ subject }) =>
      group === 'channels' ? subject.channel : subject.brand === group.brand,
    );
    if (own.length > 0) {
      const read = await readQuarters(history, group, { from, to });
      for (const [index, sensitivity] of sensitivities.entries()) await judge(own, read, sensitivity, standing[index]!);
    }
    tell?.(place + 1, groups.length);
  }
  const stories = standing.map(storiesOf);
  const weeks = Math.max(1 / 7, (to - from) / weekMs);
  const alerts = stories[sensitivities.indexOf(rule.sensitivity)] ?? [];
  return {
    ...{ from, to, series: watched.length },
    alerts: alerts.sort((a, b) => b.at - a.at),
    perWeek: stories.map(({ length }) => length / weeks),
  };
}

/** The alerts that would have been raised, each as it stood at its end. */
function storiesOf(standing: ReadonlyMap<number, Told[]>): Story[] {
  const raising = createRaising();
  const found = new Map<string, Alert>();
  const moments = [...standing.keys()].sort((a, b) => a - b);
  for (const at of moments) {
    const told = standing.get(at)!;
    const now = at + quarterMs;
    for (const { alert } of raising.see(told, now)) found.set(alert.id, alert);
    // Where nothing stood out in the next quarter-hour all of it was over.
    const next = standing.has(now) ? told : [];
    raising.end(new Set(next.map(({ watched: { key } }) => key)), now);
  }
  return [...found.values()].map(({ kind, brand, theme, channel, at, until, severity, current: figure }) => ({
    ...{ kind, at, until, severity, figure },
    ...(brand === undefined ? {} : { brand }),
    ...(theme === undefined ? {} : { theme }),
    ...(channel === undefined ? {} : { channel }),
  }));
}
