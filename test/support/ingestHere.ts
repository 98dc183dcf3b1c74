import type { Core } from '../../server/engine/core.ts';
import type { Reader } from '../../server/engine/createReader.ts';
import type { Delivery } from '../../server/engine/engine.ts';
import type { IngestAnswer } from '../../shared/protocol.ts';

/** Reader and writing loop put together in one thread. */
export function ingestHere(core: Core, reader: Reader): (delivery: Delivery) => Promise<IngestAnswer> {
  return async (delivery) => {
    const reading = reader.open(delivery);
    return core.save({
      receivedAt: delivery.receivedAt,
      extras:
        delivery.kind === 'posts'
          ? { cursors: delivery.cursors, removed: delivery.removed, skipped: delivery.skipped }
          : {},
      piece: reading.next(),
      more: async () => reading.next(),
      again: async (posts) => reader.again(posts),
      drop: () => undefined,
    });
  };
}
