import type { Ledger, SourceHealth, SourceState } from '../../shared/protocol.ts';

/** Health of every source of one data set, as screens and /api/health show it. */
export type SourceBoard = {
  /** Merges what is known about a source; an unknown name appears. */
  report(source: string, health: Partial<SourceHealth> & { kind?: SourceHealth['kind'] }): void;
  count(ledger: Ledger): void;
  health(now: number): Record<string, SourceHealth>;
  ledger(): Ledger;
};

const silentAfterMs = 60_000;
const offAfterMs = 86_400_000;
/** A file that is being read hands over many batches a second; it may wait a little for a busy store. */
const readAfterMs = 10_000;
/** A sender may name as many sources as it likes; every status frame lists them all. */
const mostShown = 200;

const isSpoken = ({ kind }: SourceHealth) => kind === 'ingest' || kind === 'import' || kind === 'feed';

function stateAt(health: SourceHealth, now: number): SourceState {
  if (!isSpoken(health)) return health.state;
  const silence = now - health.heardAt;
  if (health.kind === 'import') return silence > readAfterMs ? 'off' : health.state;
  if (silence > offAfterMs) return 'off';
  return silence > silentAfterMs ? 'silent' : health.state;
}

/**
 * A continuous source (bluesky, demo) reports its own state. Doors that only speak when somebody posts (ingest, feed) are
 * live while they spoke within a minute and silent afterwards, which is no fault but must be seen; after a day they are off. A
 * file is off as soon as it was read. Of all these only the ones that spoke last are kept.
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
      // Named anew at the end: the first that only speaks is the one that was silent longest.
      known.delete(source);
      known.set(source, merged);
      if (known.size > mostShown)
        for (const [name, one] of known)
          if (isSpoken(one) && name !== source) {
            known.delete(name);
            break;
          }
    },
    count(more) {
      ledger.received += more.received;
      ledger.accepted += more.accepted;
      ledger.duplicates += more.duplicates;
      ledger.rejected += more.rejected;
    },
    health(now) {
      // By name, so that the order says nothing; and by entries, which keep a source called `__proto__` a plain member.
      const names = [...known.keys()].sort();
      return Object.fromEntries(
        names.map((name) => {
          const health = known.get(name)!;
          return [name, { ...health, state: stateAt(health, now) }];
        }),
      );
    },
    ledger: () => ({ ...ledger }),
  };
}
