import { describe, expect, it } from 'vitest';
import { backtest } from '../../../server/alerts/backtest.ts';
import { createArrivals } from '../../../server/alerts/createArrivals.ts';
import { createSourceWatch } from '../../../server/alerts/createSourceWatch.ts';
import { createTermWatch } from '../../../server/alerts/createTermWatch.ts';
import { createWatch, graceMs } from '../../../server/alerts/createWatch.ts';
import { createSeriesDetector, createSeriesDetectors } from '../../../server/alerts/seriesDetector.ts';
import { watchedBy } from '../../../server/alerts/watched.ts';
import { createWindow } from '../../../server/live/window.ts';
import { createRandom } from '../../../server/random.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import { eachRow } from '../../../server/store/packRows.ts';
import {
  type Alert,
  type AlertFigure,
  type AlertKind,
  type AlertRule,
  alertKinds,
  alertRuleSchema,
} from '../../../shared/alerts.ts';
import { channels, type Workspace, workspaceSchema } from '../../../shared/domain.ts';
import type { SourceHealth } from '../../../shared/protocol.ts';
import { bucketOf, dayMs, minuteMs, quarterMs } from '../../../shared/rollup.ts';
import { type Said, sayDays } from '../../support/sayDays.ts';

const start = Date.UTC(2026, 10, 2);
const days = 5;
/** The watch looks at five days minute by minute: seven thousand times. */
const testMs = 300_000;
const end = start + days * dayMs;

function workspaceOf(rule: AlertRule): Workspace {
  return workspaceSchema.parse({
    version: 1,
    brands: [
      { id: 'solenne', name: 'Solenne', query: 'solenne' },
      { id: 'mirelle', name: 'Mirelle', query: 'mirelle' },
    ],
    themes: [
      { id: 'skin', name: 'Skin', query: 'skin' },
      { id: 'price', name: 'Price', query: 'price' },
    ],
    alerts: { rules: [rule], quietHours: null },
  });
}

const ruleOf = (some: Partial<AlertRule> & { kinds: AlertRule['kinds'] }): AlertRule =>
  alertRuleSchema.parse({ id: 'rule', name: 'Rule', least: 1, ...some });

/** Feeds the posts minute by minute to everything that watches live, and answers what it told. */
async function hearLive(said: readonly Said[], rule: AlertRule, looks: readonly number[]) {
  const workspace = workspaceOf(rule);
  const { store, history } = createMemoryStore();
  const window = createWindow(start);
  const arrivals = createArrivals([], start);
  const sources = createSourceWatch(arrivals);
  const terms = createTermWatch(history, { knownFrom: window.knownFrom });
  const health: Record<string, SourceHealth> = {};
  const told = new Map<string, Alert>();
  let now = start;
  const watch = createWatch({
    ...{ window, workspace, alerts: [] },
    now: () => now,
    createDetector: createSeriesDetector,
    alsoSeen: () => [...terms.seen(), ...sources.look(workspace, health, now)],
    tell: (events) => {
      for (const { alert } of events) told.set(alert.id, alert);
    },
    show: () => {},
  });
  await watch.learn();
  let next = 0;
  for (let minute = start + minuteMs; minute <= end; minute += minuteMs)
    for (const look of looks) {
      now = minute - minuteMs + look;
      const from = next;
      while (next < said.length && said[next]!.post.at < Math.min(now, minute)) next += 1;
      const came = said.slice(from, next);
      if (came.length > 0) {
        const analyses = new Map(came.map(({ post, analysis }) => [post.id, analysis]));
        const posts = came.map(({ post }) => post);
        const saved = await store.save({ posts, receivedAt: now }, ({ id }) => analyses.get(id)!, 1);
        window.absorb(eachRow(saved.rows), []);
        for (const [source, { accepted }] of Object.entries(saved.sources)) {
          arrivals.count(source, accepted, Math.min(now, minute - 1));
          health[source] = { state: 'live', kind: 'ingest', heardAt: now, postAt: now, accepted, skipped: 0 };
        }
      }
      window.moveTo(now);
      // Words are looked for at the end of each quarter-hour, as a back-test does.
      const isQuarterOver = now % quarterMs === graceMs;
      if (rule.kinds.includes('term') && isQuarterOver)
        for (const _ of workspace.brands) await terms.look(workspace, now);
      watch.look();
    }
  return { alerts: [...told.values()], history, workspace };
}

async function hearBoth(said: readonly Said[], rule: AlertRule, looks: readonly number[] = [minuteMs + graceMs]) {
  const { alerts: live, history, workspace } = await hearLive(said, rule, looks);
  const past = await backtest({
    ...{ history, workspace, rule, from: start, to: end, unwatched: [] },
    among: watchedBy(rule, workspace, channels).length,
    createDetector: createSeriesDetectors,
    signal: new AbortController().signal,
  });
  return { live, past };
}

type Comparable = Pick<
  Alert,
  'kind' | 'brand' | 'theme' | 'channel' | 'source' | 'term' | 'at' | 'until' | 'severity' | 'isKnown'
> & { current?: AlertFigure; figure?: AlertFigure };
/** Of a silence a store knows the quarter-hour of the last post, and the watch its moment and each minute since. */
const whenOf = ({ kind, at, until, current, figure = current }: Comparable) =>
  kind === 'silent-source' ? { at: bucketOf(at, quarterMs) } : { at, until, figure };
const plain = (alert: Comparable) => {
  const { kind, brand, theme, channel, source, term, severity, isKnown } = alert;
  return JSON.parse(JSON.stringify({ ...whenOf(alert), kind, brand, theme, channel, source, term, severity, isKnown }));
};
const inOrder = (alerts: readonly Comparable[]) =>
  alerts.map(plain).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const kindsIn = (alerts: readonly Comparable[]) => new Set(alerts.map(({ kind }) => kind));

describe('a back-test and the watch', () => {
  for (const seed of [1, 2])
    it(
      `tell the same of the same posts: subject, beginning, end, severity, figure (seed ${seed})`,
      async () => {
        const said = sayDays(createRandom(seed), start, days);
        const { live, past } = await hearBoth(said, ruleOf({ kinds: [...alertKinds] }));
        expect(inOrder(past.alerts)).toEqual(inOrder(live));
        expect(kindsIn(live).size).toBeGreaterThan(2);
      },
      testMs,
    );

  for (const kind of alertKinds)
    it(
      `tell the same where a rule watches nothing but ${kind}`,
      async () => {
        const said = sayDays(createRandom(7), start, days);
        const { live, past } = await hearBoth(said, ruleOf({ kinds: [kind] }));
        expect(inOrder(past.alerts)).toEqual(inOrder(live));
        if (mustTell.includes(kind)) expect(live.length).toBeGreaterThan(0);
        expect(past.perWeek[4]).toBe(past.alerts.length / (days / 7));
      },
      testMs,
    );
});

/** Kinds of which the invented days hold something. */
const mustTell: AlertKind[] = ['complaints', 'volume', 'copies', 'term', 'silent-source'];

describe('a back-test', () => {
  const reads = (rule: AlertRule) => {
    const read = { counts: 0, texts: 0 };
    const history = {
      async pastCounts() {
        read.counts += 1;
        return { rows: [], sources: [] };
      },
      async texts() {
        read.texts += 1;
        return [];
      },
    };
    const asked = { workspace: workspaceOf(rule), rule, from: start, to: start + dayMs, among: 1, unwatched: [] };
    const signal = new AbortController().signal;
    return backtest({ ...asked, history, createDetector: createSeriesDetectors, signal }).then(() => read);
  };

  it('reads of the past what its rule watches, and no more', async () => {
    expect(await reads(ruleOf({ kinds: ['term'] }))).toEqual({ counts: 0, texts: 2 });
    expect(await reads(ruleOf({ kinds: ['volume'] }))).toEqual({ counts: 1, texts: 0 });
    expect(await reads(ruleOf({ kinds: ['silent-source'] }))).toEqual({ counts: 1, texts: 0 });
  });
});
