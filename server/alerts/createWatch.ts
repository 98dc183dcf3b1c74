import { setImmediate as breathe } from 'node:timers/promises';
import { alertSettingsOf } from '../../shared/alertDefaults.ts';
import type { Alert, AlertsState } from '../../shared/alerts.ts';
import { channels, type Workspace } from '../../shared/domain.ts';
import { bucketOf, dayMs, hourMs, minuteMs, quarterMs } from '../../shared/rollup.ts';
import type { LiveWindow } from '../live/window.ts';
import { takeWord } from './changeAlert.ts';
import { courseOf } from './courseOf.ts';
import { createJudge, type Judge, type SeriesDetector } from './createJudge.ts';
import { createPiles, type Piles } from './createPiles.ts';
import { type AlertEvent, createRaising } from './createRaising.ts';
import type { Told } from './standing.ts';
import { keyOf, type Watched, watchedBy } from './watched.ts';

/** Posts that take this long from mouth to store still count for the quarter-hour in which they were said. */
export const graceMs = 3_000;
/** After so much of other work a turn of learning waits for the next. */
const turnMs = 8;
/** What is over stays on screens for so long. */
const shownAfterMs = 6 * hourMs;
const mostShown = 20;

/** Who slept long enough asks again. */
export function wakeUp(alert: Alert, now: number): Alert {
  if (alert.state !== 'snoozed' || (alert.snoozedUntil ?? 0) > now) return alert;
  alert.state = 'open';
  delete alert.snoozedUntil;
  return alert;
}

export type WatchDeps = {
  window: Pick<LiveWindow, 'quarter' | 'minutes' | 'knownFrom'>;
  workspace: Workspace;
  /** Alerts that were raised lately, over or not. */
  alerts: readonly Alert[];
  now: () => number;
  createDetector: (of: Watched, among: number) => SeriesDetector;
  /** Other ways in which something can stand out: what they see now. */
  alsoSeen: () => readonly Told[];
  /** Called with each alert that is to be told, and with all that screens show when any of it changed. */
  tell: (events: readonly AlertEvent[]) => void;
  show: (state: AlertsState) => void;
};

/**
 * Looks at the live window, learns what is usual from the weeks it remembers, and tells what is not. It judges whole
 * quarter-hours as they end, and between them what the running one already holds.
 */
export function createWatch(deps: WatchDeps) {
  const { window, now } = deps;
  const raising = createRaising(deps.alerts);
  /** Those that screens show, over or not. */
  const shown = new Map<string, Alert>(deps.alerts.map((alert) => [alert.id, alert]));
  for (const alert of raising.all()) shown.set(alert.id, alert);
  let workspace = deps.workspace;
  let judge: Judge | undefined;
  let piles: Piles | undefined;
  let watched: readonly Watched[] = [];
  let closedTo = 0;
  /** Grows with each new beginning: a turn of learning that was overtaken ends. */
  let beginning = 0;
  let isClosed = false;

  const watchedNow = (): Watched[] =>
    alertSettingsOf(workspace).rules.flatMap((rule) => watchedBy(rule, workspace, channels));

  /** Learns the past anew, a little at a time: nobody waits for it. */
  async function learn(): Promise<void> {
    beginning += 1;
    const mine = beginning;
    judge = undefined;
    const knownFrom = window.knownFrom();
    const first = knownFrom === 0 ? bucketOf(now(), quarterMs) : bucketOf(knownFrom, quarterMs);
    watched = watchedNow();
    const learning = createJudge(watched, {
      knownFrom: first,
      createDetector: deps.createDetector,
      isHeard: (at) => window.quarter(at, { brand: '*', theme: '*' }) !== undefined,
    });
    let turnEnds = performance.now() + turnMs;
    for (let at = first; at + quarterMs + graceMs <= now(); at += quarterMs) {
      learning.close(at, window.quarter);
      closedTo = at + quarterMs;
      if (performance.now() < turnEnds) continue;
      await breathe();
      if (isClosed || mine !== beginning) return;
      turnEnds = performance.now() + turnMs;
    }
    closedTo = Math.max(closedTo, first);
    const piling = createPiles(watched, { window, among: watched.length, expectedOf: learning.expectedOf });
    const minutesFrom = Math.max(first, bucketOf(now(), minuteMs) - dayMs);
    for (let place = 0; place < piling.size; place += 1) {
      piling.learn(place, minutesFrom, now());
      if (performance.now() < turnEnds) continue;
      await breathe();
      if (isClosed || mine !== beginning) return;
      turnEnds = performance.now() + turnMs;
    }
    judge = learning;
    piles = piling;
  }

  function states(): AlertsState {
    const at = now();
    for (const [id, alert] of shown)
      if (alert.overAt !== undefined && at - alert.overAt > shownAfterMs) shown.delete(id);
    const listed = [...shown.values()]
      .filter(({ state }) => state !== 'resolved')
      .map((alert) => wakeUp(alert, at))
      .sort((a, b) => b.raisedAt - a.raisedAt || (a.id < b.id ? -1 : 1))
      .slice(0, mostShown);
    return {
      order: listed.map(({ id }) => id),
      alerts: Object.fromEntries(listed.map((alert) => [alert.id, { ...alert }])),
    };
  }

  /** Draws the last hours of an alert's series anew. */
  function draw(alert: Alert): void {
    const key = keyOf(alert.rule, alert);
    const of = watched.find((one) => one.key === key);
    const knownFrom = bucketOf(window.knownFrom(), quarterMs);
    const range = { read: window.quarter, from: knownFrom, to: closedTo + quarterMs };
    const course = of && courseOf(of, deps.createDetector(of, watched.length), range);
    if (course) alert.course = { ...course, until: now() };
  }

  function tell(events: readonly AlertEvent[]): void {
    for (const { alert, event } of events) {
      shown.set(alert.id, alert);
      if (event === 'raised' || event === 'grown') draw(alert);
    }
    if (events.length > 0) deps.tell(events);
  }

  return {
    learn,
    /** Looks again: several times a second, or whenever something came. */
    look(): void {
      const at = now();
      let ended: Told[] | undefined;
      while (judge && at >= closedTo + quarterMs + graceMs) {
        // After a long sleep each quarter-hour is judged in its turn; what the last one says is what holds.
        ended = judge.close(closedTo, window.quarter);
        closedTo += quarterMs;
      }
      const running = judge ? judge.peek(closedTo, window.quarter, at) : [];
      // What a learned series says of itself comes last, and is what holds.
      const seen = [...deps.alsoSeen(), ...(judge && piles ? piles.look(at) : []), ...(ended ?? []), ...running];
      tell(raising.look(seen, at, ended !== undefined));
      if (ended) for (const alert of raising.all()) draw(alert);
      deps.show(states());
    },
    /** Ends alerts whose cause is known to be over. */
    end(isDone: (alert: Alert) => boolean): void {
      const over = raising.close(isDone, now());
      tell(over);
      if (over.length > 0) deps.show(states());
    },
    setWorkspace(next: Workspace): void {
      workspace = next;
    },
    find: (id: string): Alert | undefined => shown.get(id),
    /** A person's word, or what was found out about it. */
    change(id: string, change: Partial<Alert>): Alert | undefined {
      const alert = shown.get(id);
      if (!alert) return undefined;
      Object.assign(alert, change);
      return alert;
    },
    /** What people said of an alert, as it was written down; its figures may have gone on meanwhile. */
    say(next: Alert): Alert | undefined {
      const alert = shown.get(next.id);
      if (!alert) return undefined;
      takeWord(alert, next);
      deps.show(states());
      return alert;
    },
    isLearning: () => judge === undefined,
    close(): void {
      isClosed = true;
    },
  };
}

export type Watch = ReturnType<typeof createWatch>;
