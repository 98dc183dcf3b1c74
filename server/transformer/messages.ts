import type { MessagePort } from 'node:worker_threads';
import type { Probabilities } from '../../shared/kinds.ts';
import type { TransformerIdentity } from '../../shared/transformer.ts';
import type { TransformerOptions } from './options.ts';

export type TransformerWorkerData = TransformerOptions;
/** A question, or another port to listen to. */
export type ToTransformer = { id: number; text: string } | { connect: MessagePort };
/** `null`: it fails on this text, and will again. */
export type FromTransformer = { id: number; said: Probabilities | null };
/** From the thread to who started it. */
export type TransformerTells =
  | { type: 'ready'; identity: TransformerIdentity }
  | { type: 'refused'; because: string }
  | { type: 'failed'; because: string };

/** A thread's way to the transformer. */
export type TransformerPort = { identity: TransformerIdentity; port: MessagePort };
