import type { Post } from '../../shared/domain.ts';
import type { SourceHealth } from '../../shared/protocol.ts';
import type { Removal } from '../store/store.ts';

/** One event of a stream, after the source has read it. The cursor stands behind it: saved, it need not come again. */
export type SourceEvent = {
  post?: Post;
  removed?: Removal;
  /** Looked at and left out, because no brand could match. */
  skipped?: true;
  cursor: string;
  /** When the network saw it, epoch ms: for the lag. */
  at: number;
};

/** What a connection tells the runtime while it is open. */
export type SourceEvents = {
  opened(): void;
  event(event: SourceEvent): void;
  /** Something came that is no event of ours: the line is alive. */
  heard(): void;
  /** For people, in plain words: shown beside the source until the next reconnect. */
  notice(message: string): void;
};

/** The runtime asks for a pause when it holds too much; the source stops reading its line. */
export type Connection = {
  pause(): void;
  resume(): void;
  /** Closes at once, without waiting for the other side. */
  end(): void;
  /** Resolves once, when the connection is over, with why. */
  ended: Promise<string>;
};

export type Source = {
  name: string;
  kind: SourceHealth['kind'];
  /** A line that is silent for this long is dead. */
  stallMs: number;
  connect(cursor: string | undefined, events: SourceEvents): Connection;
};
