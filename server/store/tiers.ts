import type { Database, Statement } from 'better-sqlite3';
import {
  addTally,
  bucketOf,
  dayMs,
  emptyTally,
  hourMs,
  mergeRollups,
  minuteMs,
  quarterMs,
  type RollupRow,
  type Tally,
} from '../../shared/rollup.ts';
import { type Outcome, outcomeCode } from './codes.ts';
import { mergeFunnel } from './counted.ts';
import type { WritableNames } from './names.ts';
import type { FunnelRow } from './store.ts';

/** `minute` and `quarter` hold whole cells; `hour` and `day` their sums over channel, language and country. */
export const tierMs = { minute: minuteMs, quarter: quarterMs, hour: hourMs, day: dayMs } as const;
export type Tier = keyof typeof tierMs;
export const funnelTierMs = { funnel_minute: minuteMs, funnel_quarter: quarterMs, funnel_day: dayMs } as const;
export type FunnelTier = keyof typeof funnelTierMs;

export const tallyColumns = [
  'mentions',
  'distinct_texts',
  'positive',
  'neutral',
  'negative',
  'significant',
  'significant_positive',
  'significant_neutral',
  'significant_negative',
  'reach',
  'engagement',
] as const;

/** Reads `tallyColumns` out of a raw row, from one column on. */
export function tallyFrom(row: readonly number[], first: number): Tally {
  return {
    mentions: row[first]!,
    distinct: row[first + 1]!,
    positive: row[first + 2]!,
    neutral: row[first + 3]!,
    negative: row[first + 4]!,
    significant: row[first + 5]!,
    significantPositive: row[first + 6]!,
    significantNeutral: row[first + 7]!,
    significantNegative: row[first + 8]!,
    reach: row[first + 9]!,
    engagement: row[first + 10]!,
  };
}

export const keyColumns = {
  minute: ['brand', 'theme', 'at', 'channel', 'lang', 'country'],
  quarter: ['brand', 'theme', 'at', 'channel', 'lang', 'country'],
  hour: ['brand', 'theme', 'at'],
  day: ['brand', 'theme', 'at'],
} as const;

type Sum = { brand: string; theme: string; at: number } & Tally;

/** Adds rows (or takes back negated ones) to every tier, within the caller's transaction. */
export type TierWriter = {
  addRollups(minutes: readonly RollupRow[], minutesFrom: number): void;
  addFunnel(minutes: readonly FunnelRow[], minutesFrom: number): void;
};

/** `prefix` names tables of the same shape that hold differences: there a row without mentions may say something. */
export function createTierWriter(db: Database, names: WritableNames, prefix = ''): TierWriter {
  const upserts = {} as Record<Tier, Statement<number[]>>;
  const sweeps = {} as Record<Tier, Statement<number[]>>;
  for (const tier of Object.keys(tierMs) as Tier[]) {
    const keys = keyColumns[tier];
    const columns = [...keys, ...tallyColumns];
    upserts[tier] = db.prepare(`INSERT INTO ${prefix}${tier} (${columns.join(', ')})
      VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO UPDATE
      SET ${tallyColumns.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')}`);
    sweeps[tier] = db.prepare(
      `DELETE FROM ${prefix}${tier} WHERE ${keys.map((key) => `${key} = ?`).join(' AND ')} AND mentions = 0`,
    );
  }
  const funnelUpserts = {} as Record<FunnelTier, Statement<number[]>>;
  const funnelSweeps = {} as Record<FunnelTier, Statement<number[]>>;
  for (const tier of Object.keys(funnelTierMs) as FunnelTier[]) {
    funnelUpserts[tier] =
      db.prepare(`INSERT INTO ${prefix}${tier} (brand, at, source, outcome, posts) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET posts = posts + excluded.posts`);
    funnelSweeps[tier] = db.prepare(
      `DELETE FROM ${prefix}${tier} WHERE brand = ? AND at = ? AND source = ? AND outcome = ? AND posts = 0`,
    );
  }

  function put(tier: Tier, key: number[], tally: Tally): void {
    upserts[tier].run(
      ...key,
      tally.mentions,
      tally.distinct,
      tally.positive,
      tally.neutral,
      tally.negative,
      tally.significant,
      tally.significantPositive,
      tally.significantNeutral,
      tally.significantNegative,
      tally.reach,
      tally.engagement,
    );
    // What was taken back whole leaves no row of zeros.
    if (tally.mentions < 0 && prefix === '') sweeps[tier].run(...key);
  }

  function putCell(tier: 'minute' | 'quarter', row: RollupRow): void {
    const { brand, theme, channel, lang, country } = row;
    const place = [names.idOf(channel), names.idOf(lang), names.idOf(country)];
    put(tier, [names.idOf(brand), names.idOf(theme), row.at, ...place], row);
  }

  return {
    addRollups(minutes, minutesFrom) {
      for (const row of minutes) if (row.at >= minutesFrom) putCell('minute', row);
      const quarters = mergeRollups(minutes, quarterMs);
      for (const row of quarters) putCell('quarter', row);
      const hours = sumPlaces(quarters, hourMs);
      for (const row of hours) put('hour', [names.idOf(row.brand), names.idOf(row.theme), row.at], row);
      for (const row of sumPlaces(hours, dayMs))
        put('day', [names.idOf(row.brand), names.idOf(row.theme), row.at], row);
    },
    addFunnel(minutes, minutesFrom) {
      for (const tier of Object.keys(funnelTierMs) as FunnelTier[])
        for (const row of mergeFunnel(minutes, funnelTierMs[tier])) {
          if (tier === 'funnel_minute' && row.at < minutesFrom) continue;
          const key = [names.idOf(row.brand), row.at, names.idOf(row.source), outcomeCode(row.outcome as Outcome)];
          funnelUpserts[tier].run(...key, row.posts);
          if (row.posts < 0) funnelSweeps[tier].run(...key);
        }
    },
  };
}

/** Merges cells over channel, language and country into buckets of `stepMs`. */
function sumPlaces(rows: Iterable<Sum>, stepMs: number): Sum[] {
  const sums = new Map<string, Sum>();
  for (const row of rows) {
    const at = bucketOf(row.at, stepMs);
    const key = `${at}\n${row.brand}\n${row.theme}`;
    let sum = sums.get(key);
    if (!sum) {
      sum = { brand: row.brand, theme: row.theme, at, ...emptyTally() };
      sums.set(key, sum);
    }
    addTally(sum, row);
  }
  return [...sums.values()];
}
