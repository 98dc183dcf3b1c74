import type { Launch } from '../../shared/domain.ts';
import type { ComparedLaunch, ComparePoint, LaunchComparison } from '../../shared/launchComparison.ts';
import { hourMs } from '../../shared/rollup.ts';
import { type TextsBeside, textsBeside, wayOf } from '../../shared/textsBeside.ts';
import { type ClassifierError, type NetSentiment, netSentiment, probabilityMore } from '../../shared/uncertainty.ts';

/** The axis on which the launches of a list are counted, hours from T0: one for all. */
export const tableAxis = { from: -4, to: 24 } as const;
/** How many launches one question may be about: the one asked for and those beside it. */
export const mostInOneQuestion = 51;
/** Below three past launches nothing is said in words. */
const fewestPast = 3;

/** Mentions from T0 to `toMs` after it, and how many distinct texts they are. `stops`: why not all of the way; `now`: it has not come further, `heard`: nobody listened on. */
export type Reached = { mentions: number; texts: number; toMs: number; stops?: 'now' | 'heard' };
export type Verdict = {
  way: 'more' | 'less' | 'same';
  times: number;
  /** What its distinct texts say beside it. */
  texts: { how: TextsBeside; times: number };
  /** Of so many launches before it. */
  launches: number;
  toMs: number;
};
export type LaunchTableRow = {
  launch: Launch;
  /** What was counted; undefined: not asked yet. */
  told: ComparedLaunch | undefined;
  isAhead: boolean;
  early: Reached | null;
  day: Reached | null;
  /** Most mentions in one hour from T0 on. */
  peak: { mentions: number; offsetMs: number } | null;
  net: NetSentiment | null;
  verdict: Verdict | null;
};

const since = (points: readonly ComparePoint[], toMs: number) =>
  points.filter(({ offsetMs }) => offsetMs >= 0 && offsetMs < toMs);
const sumOf = (points: readonly ComparePoint[], count: 'mentions' | 'distinct') =>
  points.reduce((sum, point) => sum + point[count], 0);

/** From T0 to `toMs`, or as far as it was heard; null where it was not heard from T0 on. */
function reachedOf({ at, points, heard }: ComparedLaunch, toMs: number, now: number): Reached | null {
  if (!heard || heard.fromMs > 0 || heard.toMs < hourMs) return null;
  const untilMs = Math.min(toMs, Math.floor(heard.toMs / hourMs) * hourMs);
  const counted = since(points, untilMs);
  const reached: Reached = { mentions: sumOf(counted, 'mentions'), texts: sumOf(counted, 'distinct'), toMs: untilMs };
  if (untilMs < toMs) reached.stops = now - at < toMs ? 'now' : 'heard';
  return reached;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Whom a launch is measured against: those it names, else all before it. The rule of its own page. */
function pastOf(launch: Launch, launches: readonly Launch[]): string[] {
  const { compareWith } = launch;
  return launches
    .filter(({ id, at }) => id !== launch.id && (compareWith ? compareWith.includes(id) : at < launch.at))
    .map(({ id }) => id);
}

function verdictOf(
  reached: Reached | null,
  past: readonly (ComparedLaunch | undefined)[],
  now: number,
): Verdict | null {
  if (!reached) return null;
  const others = past.flatMap((one) => {
    const there = one && reachedOf(one, reached.toMs, now);
    return there && there.toMs === reached.toMs ? [there] : [];
  });
  if (others.length < fewestPast) return null;
  const against = (count: 'mentions' | 'texts') => {
    const median = medianOf(others.map((other) => other[count]));
    if (median === 0) return null;
    return { times: reached[count] / median, probabilityMore: probabilityMore(reached[count], median) };
  };
  const [mentions, texts] = [against('mentions'), against('texts')];
  if (!mentions) return null;
  const how = textsBeside({ ...reached, ...mentions, texts: { value: null, count: reached.texts, ...texts } });
  return {
    way: wayOf(mentions.probabilityMore),
    times: mentions.times,
    texts: { how, times: texts?.times ?? 0 },
    launches: others.length,
    toMs: reached.toMs,
  };
}

/** The launches of a workspace in figures, the newest first, each measured against those before it. Pure. */
export function launchTable(
  launches: readonly Launch[],
  comparisons: readonly LaunchComparison[],
  now: number,
  error: ClassifierError,
): LaunchTableRow[] {
  const told = new Map(comparisons.flatMap(({ launch, past }) => [launch, ...past]).map((one) => [one.id, one]));
  return [...launches]
    .sort((a, b) => b.at - a.at)
    .map((launch): LaunchTableRow => {
      const one = told.get(launch.id);
      const day = one ? reachedOf(one, tableAxis.to * hourMs, now) : null;
      const counted = one && day ? since(one.points, day.toMs) : [];
      const busiest = counted.reduce<ComparePoint | null>(
        (best, point) => (point.mentions > (best?.mentions ?? 0) ? point : best),
        null,
      );
      const opinions = { positive: 0, neutral: 0, negative: 0 };
      for (const point of counted) {
        opinions.positive += point.positive;
        opinions.neutral += point.neutral;
        opinions.negative += point.negative;
      }
      return {
        launch,
        told: one,
        isAhead: launch.at > now,
        early: one ? reachedOf(one, 6 * hourMs, now) : null,
        day,
        peak: busiest && { mentions: busiest.mentions, offsetMs: busiest.offsetMs },
        net: netSentiment(opinions, error),
        verdict: verdictOf(
          day,
          pastOf(launch, launches).map((id) => told.get(id)),
          now,
        ),
      };
    });
}

/** The most mentions an hour that any curve of the table has: their one scale. */
export const tableTop = (rows: readonly LaunchTableRow[]): number =>
  Math.max(1, ...rows.flatMap(({ told }) => told?.points.map(({ mentions }) => mentions) ?? []));
