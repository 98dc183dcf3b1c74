import type { SourceHealth, SourceState } from '../../shared/protocol.ts';

/** Sources that are meant to be heard, and how many of them are. One that is switched off is not missed. */
export function sourceCount(sources: Record<string, SourceHealth>): { live: number; all: number } {
  let live = 0;
  let all = 0;
  for (const source of Object.values(sources)) {
    if (source.state === 'off') continue;
    all += 1;
    if (source.state === 'live') live += 1;
  }
  return { live, all };
}

export type SourceRow = { name: string; state: SourceState; silentMs: number };

const worst: SourceState[] = ['lost', 'slow', 'live', 'off'];

/** What a footer has room for: those in trouble first, then by name; the rest as a number. */
export function sourceRows(
  sources: Record<string, SourceHealth>,
  now: number,
  most: number,
): { rows: SourceRow[]; more: number } {
  const all = Object.entries(sources)
    .filter(([, source]) => source.state !== 'off')
    .map(([name, source]) => ({
      name,
      state: source.state,
      silentMs: source.heardAt > 0 ? Math.max(0, now - source.heardAt) : 0,
    }))
    .sort((a, b) => worst.indexOf(a.state) - worst.indexOf(b.state) || a.name.localeCompare(b.name));
  return { rows: all.slice(0, most), more: Math.max(0, all.length - most) };
}
