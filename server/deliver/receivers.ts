import type { Receiver } from '../../shared/receivers.ts';
import type { Engine } from '../engine/engine.ts';
import type { History } from '../store/store.ts';
import { createSealer, type Sealer, SecretsLocked } from './sealer.ts';

const kind = 'receiver';
export const mostReceivers = 50;

export type Receivers = {
  /** Oldest first. Throws SecretsLocked where one was sealed with another key. */
  list(): Promise<Receiver[]>;
  keep(receiver: Receiver): Promise<void>;
  remove(receiver: Receiver): Promise<void>;
  /**
   * Seals what was kept in the clear before there was a key. What does not open with this key is removed where `forget` says so; else
   * throws SecretsLocked.
   */
  unlock(forget: boolean): Promise<void>;
};

/** Kept beside the posts and not in the workspace, which people export and share: they hold secrets. */
export function createReceivers({
  engine,
  history,
  sealer = createSealer(undefined),
}: {
  engine: Pick<Engine, 'keepRecords'>;
  history: Pick<History, 'records'>;
  sealer?: Sealer;
}): Receivers {
  const records = () => history.records({ kind, limit: mostReceivers });

  return {
    async list() {
      return (await records()).map(({ id, body }) => JSON.parse(sealer.open(body, id)) as Receiver).reverse();
    },
    keep: (receiver) => {
      const body = sealer.seal(JSON.stringify(receiver), receiver.id);
      return engine.keepRecords([{ kind, id: receiver.id, at: receiver.createdAt, body }]);
    },
    remove: ({ id, createdAt }) => engine.keepRecords([{ kind, id, at: createdAt, body: null }]),
    async unlock(forget) {
      const changed: Parameters<Engine['keepRecords']>[0][number][] = [];
      for (const { id, at, body } of await records()) {
        try {
          const text = sealer.open(body, id);
          const kept = sealer.isSealed(body) ? body : sealer.seal(text, id);
          if (kept !== body) changed.push({ kind, id, at, body: kept });
        } catch (error) {
          if (!(error instanceof SecretsLocked) || !forget) throw error;
          changed.push({ kind, id, at, body: null });
        }
      }
      if (changed.length > 0) await engine.keepRecords(changed);
    },
  };
}
