import type { Database } from 'better-sqlite3';
import type { SignalSummary, SignalsFilter, SignalValue } from './store.ts';

export function createSignalsWriter(db: Database) {
  const isKnown = db.prepare<[string, string, number]>('SELECT 1 FROM signals WHERE name = ? AND brand = ? AND at = ?');
  const put = db.prepare<[string, string, number, number]>(
    'INSERT OR REPLACE INTO signals (name, brand, at, value) VALUES (?, ?, ?, ?)',
  );
  const drop = db.prepare<[string, string]>('DELETE FROM signals WHERE name = ? AND brand = ?');
  return {
    keep(values: readonly SignalValue[]): number {
      let fresh = 0;
      for (const { name, brand, at, value } of values) {
        if (!isKnown.get(name, brand, at)) fresh += 1;
        put.run(name, brand, at, value);
      }
      return fresh;
    },
    drop: (name: string, brand: string): number => drop.run(name, brand).changes,
  };
}

export function createSignalsQuery(db: Database) {
  const find = db.prepare<
    [{ names: string | null; brand: string | null; from: number; to: number; limit: number }],
    SignalValue
  >(
    `SELECT * FROM (
       SELECT name, brand, at, value FROM signals
       WHERE (@names IS NULL OR name IN (SELECT value FROM json_each(@names))) AND (@brand IS NULL OR brand = @brand)
         AND at >= @from AND at < @to
       ORDER BY at DESC LIMIT @limit)
     ORDER BY name, brand, at`,
  );
  const summaries = db.prepare<[], SignalSummary>(
    `SELECT name, brand, count(*) AS "values", min(at) AS firstAt, max(at) AS lastAt FROM signals
     GROUP BY name, brand ORDER BY name, brand`,
  );
  return {
    values: ({ names, brand, from, to, limit }: SignalsFilter): SignalValue[] =>
      find.all({
        names: names ? JSON.stringify(names) : null,
        brand: brand ?? null,
        from: from ?? Number.MIN_SAFE_INTEGER,
        to: to ?? Number.MAX_SAFE_INTEGER,
        limit,
      }),
    names: (): SignalSummary[] => summaries.all(),
  };
}
