import type { Post } from '../../shared/domain.ts';
import type { IngestAnswer } from '../../shared/protocol.ts';
import type { Batch } from '../store/store.ts';
import type { Piece } from './piece.ts';

/** Posts of one transaction, each with the delivery it came in and its place in a piece of it. */
export type Group = { posts: Post[]; owners: Job[]; pieces: Piece[]; places: number[] };

/** Saved in the same transaction as the posts. */
export type Extras = Pick<Batch, 'cursors' | 'removed' | 'skipped'>;

/** A delivery whose first posts are analysed. Its reader is asked for one thing at a time. */
export type Arrival = {
  receivedAt: number;
  extras: Extras;
  piece: Piece;
  /** The next posts, where the piece before was not the last. */
  more(): Promise<Piece>;
  /** The same posts under the rules that now hold. */
  again(posts: readonly Post[]): Promise<Piece>;
  /** Nothing of it will be asked for any more. */
  drop(): void;
};

/** One delivery on its way through one or more transactions, answered once, after the last. */
export type Job = Pick<Arrival, 'receivedAt' | 'extras' | 'more' | 'again'> & {
  answer: IngestAnswer;
  /** What can be saved now; undefined while it is being analysed. */
  piece: Piece | undefined;
  isExhausted: boolean;
  /** Moves the piece into the group. */
  take(group: Group): Piece | undefined;
  finish(): void;
  reject(error: Error): void;
};

export function createJob(
  arrival: Arrival,
  resolve: (answer: IngestAnswer) => void,
  reject: (error: Error) => void,
): Job {
  const answer: IngestAnswer = { received: 0, accepted: 0, duplicates: 0, rejected: [] };
  const job: Job = {
    ...arrival,
    answer,
    piece: undefined,
    isExhausted: false,
    take(group) {
      const { piece } = job;
      if (!piece) return undefined;
      job.piece = undefined;
      answer.received += piece.received;
      for (const one of piece.rejected) answer.rejected.push(one);
      for (let place = 0; place < piece.posts.length; place++) {
        group.posts.push(piece.posts[place]!);
        group.owners.push(job);
        group.pieces.push(piece);
        group.places.push(place);
      }
      return piece;
    },
    finish() {
      answer.duplicates = answer.received - answer.accepted - answer.rejected.length;
      answer.rejected.sort((a, b) => a.index - b.index);
      resolve(answer);
    },
    reject(error) {
      arrival.drop();
      reject(error);
    },
  };
  return job;
}
