import type { SourceHealth, SourceState } from '../../shared/protocol.ts';

/** Counts of sources that are listened to. `missing`: those in trouble, whose posts the figures lack. */
export type SourceCount = { live: number; silent: number; missing: number; all: number };

/** A file is read once, and what is switched off is not missed: neither is listened to. */
const isHeard = (source: SourceHealth): boolean => source.kind !== 'import' && source.state !== 'off';

export function sourceCount(sources: Record<string, SourceHealth>): SourceCount {
  const count = { live: 0, silent: 0, missing: 0, all: 0 };
  for (const source of Object.values(sources)) {
    if (!isHeard(source)) continue;
    count.all += 1;
    if (source.state === 'live') count.live += 1;
    else if (source.state === 'silent') count.silent += 1;
    else count.missing += 1;
  }
  return count;
}

export function isSameCount(one: SourceCount, other: SourceCount): boolean {
  return (
    one.live === other.live && one.silent === other.silent && one.missing === other.missing && one.all === other.all
  );
}

/** Posts that come in so much later than they were said are no picture of now. */
const lateAfterMs = 2 * 60_000;
export const isLate = ({ state, lagMs }: SourceHealth): boolean =>
  state === 'live' && lagMs !== undefined && lagMs > lateAfterMs;

/** `lagMs`: how much later than they were said a late source's posts come in; zero for any other. */
export type SourceRow = { name: string; state: SourceState; isLate: boolean; silentMs: number; lagMs: number };

const worst: SourceState[] = ['lost', 'slow', 'live', 'silent', 'off'];
const byTrouble = (a: SourceRow, b: SourceRow): number =>
  worst.indexOf(a.state) - worst.indexOf(b.state) ||
  Number(b.isLate) - Number(a.isLate) ||
  a.name.localeCompare(b.name);

/**
 * What a footer has room for: all that are lost or slow first, then those whose posts come late, then those heard, by name,
 * `most` together if so few are in trouble; the others are `rest`.
 */
export function sourceRows(
  sources: Record<string, SourceHealth>,
  now: number,
  most: number,
): { rows: SourceRow[]; rest: SourceRow[] } {
  const all = Object.entries(sources)
    .filter(([, source]) => isHeard(source))
    .map(([name, source]) => ({
      name,
      state: source.state,
      isLate: isLate(source),
      silentMs: source.heardAt > 0 ? Math.max(0, now - source.heardAt) : 0,
      lagMs: isLate(source) ? (source.lagMs ?? 0) : 0,
    }))
    .sort(byTrouble);
  const troubled = all.filter((row) => row.state === 'lost' || row.state === 'slow' || row.isLate).length;
  const named = Math.max(most, troubled);
  return { rows: all.slice(0, named), rest: all.slice(named) };
}
