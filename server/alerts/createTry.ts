import type { Alert, AlertRule, BacktestAnswer } from '../../shared/alerts.ts';
import { channels, type Workspace } from '../../shared/domain.ts';
import { minuteMs, quarterMs } from '../../shared/rollup.ts';
import type { CellOf } from '../live/window.ts';
import { createJudge, type SeriesDetector } from './createJudge.ts';
import { canPile, createPiling, type Piling } from './createPiles.ts';
import { createRaising } from './createRaising.ts';
import { createTermWatch } from './createTermWatch.ts';
import { graceMs } from './createWatch.ts';
import type { PastComplaints } from './pastComplaints.ts';
import type { PastMinutes } from './pastMinutes.ts';
import type { PastTerms } from './pastTerms.ts';
import type { Told } from './standing.ts';
import { type Watched, watchedBy } from './watched.ts';

export type Story = BacktestAnswer['alerts'][number];

/** A quarter-hour that is over, as all sensitivities hear it. */
export type PastQuarter = {
  at: number;
  day: PastMinutes;
  /** Series (by place) in which complaints may pile up within it, and those of which opinions become history with it. */
  due: ReadonlySet<number>;
  older: ReadonlySet<number>;
  silent: readonly Told[];
};

export type TryOptions = {
  workspace: Workspace;
  /** With the sensitivity that is tried. */
  rule: AlertRule;
  from: number;
  among: number;
  createDetector: (of: Watched, among: number) => SeriesDetector;
  isHeard: (at: number) => boolean;
  /** By the place of their series among those that can pile. */
  complaints: readonly PastComplaints[];
  terms: PastTerms;
};

/** The series that a rule watches, also one that is switched off. */
export const triedSeries = (rule: AlertRule, workspace: Workspace): Watched[] =>
  watchedBy({ ...rule, isOff: false }, workspace, channels);

/**
 * Hears the past of a rule with one sensitivity as the watch hears it live: complaints and running quarter-hours minute by minute
 * wherever something may stand out, all else as quarter-hours end.
 */
export function createTry(options: TryOptions) {
  const { rule, from, among, complaints } = options;
  const watched = triedSeries(rule, options.workspace);
  const judge = createJudge(watched, {
    knownFrom: from,
    createDetector: (of) => options.createDetector(of, among),
    isHeard: options.isHeard,
  });
  const pilings: Piling[] = watched
    .filter(canPile)
    .map((one, place) => createPiling(one, among, complaints[place]!.read, judge.expectedOf));
  for (const piling of pilings) piling.learn(from, from);
  /** Places of series of which a pile was seen at the last look. */
  const going = new Set<number>();
  const watchesTerms = rule.kinds.includes('term');
  const terms = createTermWatch(options.terms, { knownFrom: () => from });
  const asked = { ...options.workspace, alerts: { rules: [{ ...rule, isOff: false }], quietHours: null } };
  const raising = createRaising();
  const found = new Map<string, Alert>();

  function look(seen: readonly Told[], now: number, isQuarterOver: boolean): void {
    for (const { alert } of raising.look(seen, now, isQuarterOver)) found.set(alert.id, alert);
  }

  function piles(due: ReadonlySet<number>, now: number): Told[] {
    const told: Told[] = [];
    for (const place of new Set([...due, ...going])) {
      complaints[place]!.knowTo(bucketOfMinute(now));
      const pile = pilings[place]!.look(now);
      if (pile) told.push(pile);
      if (pile) going.add(place);
      else going.delete(place);
    }
    return told;
  }

  /** The cells of what will stand out once the quarter-hour is whole: a part of it says nothing that the whole would not. */
  function risingIn({ at, day }: PastQuarter): Set<CellOf> {
    const told = judge.peek(at, day.quarter, at + quarterMs);
    const keys = new Set(told.map(({ watched: { key } }) => key));
    return new Set(keys.size === 0 ? [] : watched.flatMap(({ key, cell }) => (keys.has(key) ? [cell] : [])));
  }

  return {
    series: watched.length,
    async hear(quarter: PastQuarter): Promise<void> {
      const { at, day, due, silent } = quarter;
      const end = at + quarterMs;
      const also = () => [...terms.seen(), ...silent];
      const rising = risingIn(quarter);
      if (rising.size > 0 || due.size > 0 || going.size > 0)
        for (let now = at + minuteMs + graceMs; now < end; now += minuteMs) {
          const part = (from: number, of: CellOf) =>
            rising.has(of) ? day.sum(from, bucketOfMinute(now), of) : undefined;
          const running = rising.size > 0 ? judge.peek(at, part, now) : [];
          const piled = piles(due, now);
          if (running.length + piled.length > 0) look([...also(), ...piled, ...running], now, false);
        }
      for (const place of quarter.older) {
        complaints[place]!.knowTo(end - minuteMs);
        pilings[place]!.learn(from, end - minuteMs + graceMs);
      }
      const ended = judge.close(at, day.quarter);
      const now = end + graceMs;
      if (watchesTerms) for (const _ of options.workspace.brands) await terms.look(asked, now);
      look([...also(), ...piles(due, now), ...ended], now, true);
    },
    stories: (): Story[] => [...found.values()].map(storyOf),
  };
}

export type Try = ReturnType<typeof createTry>;

const bucketOfMinute = (at: number): number => Math.floor(at / minuteMs) * minuteMs;

function storyOf({ kind, brand, theme, channel, source, term, ...alert }: Alert): Story {
  const { at, until, severity, isKnown, current: figure } = alert;
  return {
    ...{ kind, at, until, severity, isKnown, figure },
    ...(brand === undefined ? {} : { brand }),
    ...(theme === undefined ? {} : { theme }),
    ...(channel === undefined ? {} : { channel }),
    ...(source === undefined ? {} : { source }),
    ...(term === undefined ? {} : { term }),
  };
}
