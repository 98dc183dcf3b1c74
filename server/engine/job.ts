import type { Post } from '../../shared/domain.ts';
import type { IngestAnswer } from '../../shared/protocol.ts';
import type { Batch } from '../store/store.ts';
import type { Analyst } from './analyst.ts';
import type { Delivery } from './engine.ts';
import { type BodyItem, readJsonBody, readNdjsonBody } from './readBody.ts';

/** Posts of one transaction, each with the delivery it came in and its place there. */
export type Group = { posts: Post[]; owners: Job[]; indexes: number[] };

/** One delivery on its way through one or more transactions, answered once, after the last. */
export type Job = {
  receivedAt: number;
  answer: IngestAnswer;
  /** Moves up to `limit` posts into the group; a job with cursors goes whole, because they belong to one transaction. */
  take(group: Group, limit: number): void;
  isExhausted(): boolean;
  /** Saved in the same transaction as the posts. */
  extras: Pick<Batch, 'cursors' | 'removed' | 'skipped'>;
  resolve(answer: IngestAnswer): void;
  reject(error: Error): void;
};

/** Throws UnreadableBody. */
export function createJob(
  delivery: Delivery,
  analyst: Analyst,
  resolve: (answer: IngestAnswer) => void,
  reject: (error: Error) => void,
): Job {
  const answer: IngestAnswer = { received: 0, accepted: 0, duplicates: 0, rejected: [] };
  const shared = { receivedAt: delivery.receivedAt, answer, resolve, reject };
  if (delivery.kind === 'posts') {
    let taken = false;
    const job: Job = {
      ...shared,
      extras: { cursors: delivery.cursors, removed: delivery.removed, skipped: delivery.skipped },
      take(group) {
        for (const post of delivery.posts) {
          group.posts.push(post);
          group.owners.push(job);
          group.indexes.push(answer.received);
          answer.received += 1;
        }
        taken = true;
      },
      isExhausted: () => taken,
    };
    return job;
  }
  const items: Iterator<BodyItem> =
    delivery.format === 'json' ? readJsonBody(delivery.bytes).values() : readNdjsonBody(delivery.bytes);
  let next = items.next();
  const job: Job = {
    ...shared,
    extras: {},
    take(group, limit) {
      for (let taken = 0; taken < limit && !next.done; next = items.next()) {
        const item = next.value;
        const index = answer.received;
        answer.received += 1;
        if (!('value' in item)) {
          answer.rejected.push({ index, code: item.code, message: item.message });
          continue;
        }
        const parsed = analyst.parse(item.value, delivery.defaults, delivery.receivedAt);
        if (!parsed.ok) {
          answer.rejected.push({ index, code: parsed.code, message: parsed.message });
          continue;
        }
        group.posts.push(parsed.post);
        group.owners.push(job);
        group.indexes.push(index);
        taken += 1;
      }
    },
    isExhausted: () => next.done === true,
  };
  return job;
}
