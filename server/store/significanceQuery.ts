import type { Database } from 'better-sqlite3';
import { thresholdSteps } from '../../shared/keptPerDay.ts';
import { firstSort, type Outcome, outcomeCode } from './codes.ts';
import { mentionsList } from './lists.ts';
import type { Meta } from './meta.ts';
import type { History } from './store.ts';

type Asked = Parameters<History['significance']>[0];
type Counted = Awaited<ReturnType<History['significance']>>;

/** What the threshold decides between; spam, copies and other meanings are set aside whatever it is. */
export const decidedOutcomes: readonly Outcome[] = ['significant', 'passing', 'no-opinion'];

export const noSteps = (): number[] => Array.from({ length: thresholdSteps + 1 }, () => 0);

/** Reads scores by the list of mentions, and those of posts that stand in no list yet from the log. */
export function createSignificanceQuery(db: Database) {
  const isDecided = `outcome IN (${decidedOutcomes.map(outcomeCode)})`;
  // As `stepOf` says it; -1: not for a threshold to decide.
  const step = `CASE WHEN posts.${isDecided} THEN min(${thresholdSteps}, CAST(significance * ${thresholdSteps} + 1e-9 AS INTEGER)) ELSE -1 END`;
  const counts = db.prepare<[number, number, number, number, number], { step: number; posts: number }>(
    `SELECT step, count(*) AS posts FROM (
       SELECT ${step} AS step FROM listing JOIN posts ON posts.seq = listing.seq
         WHERE list = ${mentionsList} AND listing.at >= ? AND listing.at < ?
       UNION ALL SELECT ${step} FROM posts WHERE seq > ? AND at >= ? AND at < ? AND outcome < ${firstSort})
     GROUP BY step`,
  );
  const lastListed = db.prepare<[], number | null>(`SELECT max(at) FROM listing WHERE list = ${mentionsList}`).pluck();
  const lastLogged = db
    .prepare<[number], number | null>(`SELECT max(at) FROM posts WHERE seq > ? AND outcome < ${firstSort}`)
    .pluck();

  return function significance({ from, to }: Asked, { counted }: Meta): Counted {
    const steps = noSteps();
    let mentions = 0;
    for (const { step: reached, posts } of counts.iterate(from, to, counted, from, to)) {
      mentions += posts;
      if (reached >= 0) steps[reached]! += posts;
    }
    const lasts = [lastListed.get() ?? null, lastLogged.get(counted) ?? null].filter((at) => at !== null);
    return { mentions, steps, lastAt: lasts.length > 0 ? Math.max(...lasts) : null };
  };
}
