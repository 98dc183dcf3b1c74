import type { Alert, AlertKind } from '../../shared/alerts.ts';
import type { Post } from '../../shared/domain.ts';
import type { Rehearsal, RehearsalScenario } from '../../shared/rehearsal.ts';
import { bucketOf, minuteMs, quarterMs } from '../../shared/rollup.ts';
import { lostSource, rehearsalMs, rehearsalPosts } from './rehearsalPosts.ts';

/** Which alerts answer a scenario. */
const answers: Record<RehearsalScenario, readonly AlertKind[]> = {
  crisis: ['complaints', 'volume', 'net-sentiment', 'negative-share'],
  'bot-storm': ['copies'],
  outage: ['silent-source'],
};
/** What is raised this long after a scenario has ended is not its doing. */
const aftermathMs = 10 * minuteMs;
/** So far before what was played the beginning of an alert may lie. */
const reachMs = 10 * minuteMs;
/** Shares are told when their quarter-hour is over, a moment later. */
const tellingMs = minuteMs;

/** Plays one scenario at a time into the demo's stream, and measures how fast it was noticed and taken up. */
export function createRehearsal({ now, alerts }: { now: () => number; alerts: () => Promise<readonly Alert[]> }) {
  let current: Rehearsal | undefined;
  let second = 0;

  const endOf = ({ scenario, startedAt }: Rehearsal) => startedAt + rehearsalMs[scenario];
  /** The end of its aftermath: the quarter-hour in which it ended is judged as a whole only after that. */
  const overOf = (rehearsal: Rehearsal) => {
    const end = endOf(rehearsal);
    return Math.max(end + aftermathMs, bucketOf(end, quarterMs) + quarterMs + tellingMs);
  };

  return {
    /** False while another one is being played. */
    start(scenario: RehearsalScenario): boolean {
      if (current && now() < endOf(current)) return false;
      current = { scenario, startedAt: now(), posts: 0 };
      second = 0;
      return true;
    },
    /** What is to be said by now beside the story. */
    due(): Post[] {
      if (!current || current.endedAt !== undefined) return [];
      const posts: Post[] = [];
      const until = Math.min(now(), endOf(current));
      for (; current.startedAt + (second + 1) * 1_000 <= until; second += 1)
        posts.push(...rehearsalPosts(current.scenario, current.startedAt, second));
      current.posts += posts.length;
      if (now() >= endOf(current)) current.endedAt = endOf(current);
      return posts;
    },
    /** The source of which nothing comes now. */
    lost: (): string | undefined =>
      current?.scenario === 'outage' && current.endedAt === undefined ? lostSource : undefined,
    isPlaying: (): boolean => current !== undefined && now() < endOf(current),
    /** Whether what is raised now is its doing. `at`: when that began; piles and silences reach some minutes back. */
    made: (at: number): boolean =>
      current !== undefined && now() < overOf(current) && at >= bucketOf(current.startedAt - reachMs, quarterMs),
    async report(): Promise<Rehearsal | null> {
      if (!current) return null;
      const { scenario, startedAt } = current;
      const found = [...(await alerts())]
        .filter(({ raisedAt }) => raisedAt >= startedAt && raisedAt < overOf(current!))
        .filter(({ kind }) => answers[scenario].includes(kind))
        .sort((a, b) => a.raisedAt - b.raisedAt)[0];
      if (!found) return { ...current };
      const { id, severity, raisedAt, acknowledgedAt } = found;
      return {
        ...current,
        alert: { id, severity },
        raisedAfterMs: raisedAt - startedAt,
        ...(acknowledgedAt === undefined ? {} : { acknowledgedAfterMs: acknowledgedAt - startedAt }),
      };
    },
  };
}

export type RehearsalPlayer = ReturnType<typeof createRehearsal>;
