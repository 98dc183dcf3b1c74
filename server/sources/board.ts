import type { Ledger, SourceHealth } from '../../shared/protocol.ts';

/** Health of every source of one data set, as screens and /api/health show it. */
export type SourceBoard = {
  /** Merges what is known about a source; an unknown name appears. */
  report(source: string, health: Partial<SourceHealth> & { kind?: SourceHealth['kind'] }): void;
  count(ledger: Ledger): void;
  health(now: number): Record<string, SourceHealth>;
  ledger(): Ledger;
};

const slowAfterMs = 60_000;

/**
 * A continuous source (bluesky, demo) reports its own state. Doors that only speak when somebody posts (ingest, import,
 * feed) are live while they spoke within a minute and off afterwards: silence there is no fault.
 */
export function createSourceBoard(): SourceBoard {
  const known = new Map<string, SourceHealth>();
  const ledger: Ledger = { received: 0, accepted: 0, duplicates: 0, rejected: 0 };
  return {
    report(source, health) {
      const before = known.get(source);
      const merged: SourceHealth = {
        ...(before ?? { state: 'live', kind: 'ingest', heardAt: 0, postAt: 0, accepted: 0, skipped: 0 }),
        ...health,
        accepted: (before?.accepted ?? 0) + (health.accepted ?? 0),
        skipped: (before?.skipped ?? 0) + (health.skipped ?? 0),
      };
      if (health.state && health.state !== 'lost' && health.state !== 'slow' && health.message === undefined)
        delete merged.message;
      known.set(source, merged);
    },
    count(more) {
      ledger.received += more.received;
      ledger.accepted += more.accepted;
      ledger.duplicates += more.duplicates;
      ledger.rejected += more.rejected;
    },
    health(now) {
      const shown: Record<string, SourceHealth> = {};
      for (const [name, health] of known) {
        const spoken = health.kind === 'ingest' || health.kind === 'import' || health.kind === 'feed';
        shown[name] = spoken && now - health.heardAt > slowAfterMs ? { ...health, state: 'off' } : { ...health };
      }
      return shown;
    },
    ledger: () => ({ ...ledger }),
  };
}
