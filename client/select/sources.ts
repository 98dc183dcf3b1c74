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

export type MissingSource = { name: string; heardAt: number };

/** Those in trouble, by name: what they carry is not in the figures. */
export function missingSources(sources: Record<string, SourceHealth>): MissingSource[] {
  return Object.entries(sources)
    .filter(([, source]) => isHeard(source) && (source.state === 'lost' || source.state === 'slow'))
    .map(([name, { heardAt }]) => ({ name, heardAt }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

export type SourceRow = { name: string; state: SourceState; silentMs: number };

const worst: SourceState[] = ['lost', 'slow', 'live', 'silent', 'off'];

/** What a footer has room for: those in trouble first, then those heard, by name; the rest as a number. */
export function sourceRows(
  sources: Record<string, SourceHealth>,
  now: number,
  most: number,
): { rows: SourceRow[]; more: number } {
  const all = Object.entries(sources)
    .filter(([, source]) => isHeard(source))
    .map(([name, source]) => ({
      name,
      state: source.state,
      silentMs: source.heardAt > 0 ? Math.max(0, now - source.heardAt) : 0,
    }))
    .sort((a, b) => worst.indexOf(a.state) - worst.indexOf(b.state) || a.name.localeCompare(b.name));
  return { rows: all.slice(0, most), more: Math.max(0, all.length - most) };
}
