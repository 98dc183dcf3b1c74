import { setImmediate as breathe } from 'node:timers/promises';
import type { AlertRule, BacktestAnswer } from '../../shared/alerts.ts';
import { channels, type Workspace } from '../../shared/domain.ts';
import { bucketOf, quarterMs } from '../../shared/rollup.ts';
import type { TellProgress } from '../engine/previewWorkspace.ts';
import type { History } from '../store/store.ts';
import { createJudge, type SeriesDetector } from './createJudge.ts';
import { createRaising } from './createRaising.ts';
import { readQuarters } from './readQuarters.ts';
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
  const alerts: Story[] = [];
  const counts = sensitivities.map(() => 0);
  let turnEnds = performance.now() + turnMs;

  async function play(own: readonly Watched[], read: Awaited<ReturnType<typeof readQuarters>>, sensitivity: number) {
    const judged = own.map((one) => ({ ...one, rule: { ...one.rule, sensitivity } }));
    const judge = createJudge(judged, {
      knownFrom: from,
      createDetector: (of) => options.createDetector(of, options.among),
    });
    const raising = createRaising();
    const stories: Story[] = [];
    const places = new Map<string, number>();
    for (let at = from; at + quarterMs <= to; at += quarterMs) {
      const told = judge.close(at, read);
      const now = at + quarterMs;
      for (const { alert } of [...raising.see(told, now), ...raising.end(judge.standing(), now)]) {
        const { kind, brand, theme, channel, severity, current: figure, until } = alert;
        const subject = {
          kind,
          ...(brand ? { brand } : {}),
          ...(theme ? { theme } : {}),
          ...(channel ? { channel } : {}),
        };
        const place = places.get(alert.id) ?? stories.length;
        places.set(alert.id, place);
        stories[place] = { ...subject, at: alert.at, until, severity, figure };
      }
      if (performance.now() < turnEnds) continue;
      await breathe();
      signal.throwIfAborted();
      turnEnds = performance.now() + turnMs;
    }
    return stories;
  }

  for (const [place, group] of groups.entries()) {
    const own = watched.filter(({ subject }) =>
      group === 'channels' ? subject.channel : subject.brand === group.brand,
    );
    if (own.length > 0) {
      const read = await readQuarters(history, group, { from, to });
      for (const [index, sensitivity] of sensitivities.entries()) {
        const stories = await play(own, read, sensitivity);
        counts[index]! += stories.length;
        if (sensitivity === rule.sensitivity) alerts.push(...stories);
      }
    }
    tell?.(place + 1, groups.length);
  }
  alerts.sort((a, b) => b.at - a.at);
  const weeks = Math.max(1 / 7, (to - from) / weekMs);
  return { from, to, series: watched.length, alerts, perWeek: counts.map((count) => count / weeks) };
}
