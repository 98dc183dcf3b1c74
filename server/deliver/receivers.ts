import type { Receiver } from '../../shared/receivers.ts';
import type { Engine } from '../engine/engine.ts';
import type { History } from '../store/store.ts';

const kind = 'receiver';
export const mostReceivers = 50;

export type Receivers = {
  /** Oldest first. */
  list(): Promise<Receiver[]>;
  keep(receiver: Receiver): Promise<void>;
  remove(receiver: Receiver): Promise<void>;
};

/** Kept beside the posts and not in the workspace, which people export and share: they hold secrets. */
export function createReceivers({
  engine,
  history,
}: {
  engine: Pick<Engine, 'keepRecords'>;
  history: Pick<History, 'records'>;
}): Receivers {
  return {
    async list() {
      const records = await history.records({ kind, limit: mostReceivers });
      return records.map(({ body }) => JSON.parse(body) as Receiver).reverse();
    },
    keep: (receiver) =>
      engine.keepRecords([{ kind, id: receiver.id, at: receiver.createdAt, body: JSON.stringify(receiver) }]),
    remove: ({ id, createdAt }) => engine.keepRecords([{ kind, id, at: createdAt, body: null }]),
  };
}
