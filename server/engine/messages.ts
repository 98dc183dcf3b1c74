import type { MessagePort } from 'node:worker_threads';
import type { Post, Workspace } from '../../shared/domain.ts';
import type { IngestAnswer, PreviewAnswer, RetrainAnswer } from '../../shared/protocol.ts';
import type { Keeping, RuleSet } from '../store/store.ts';
import type { TransformerPort } from '../transformer/messages.ts';
import { describeFailure } from '../workers.ts';
import type { Core, CoreNotice } from './core.ts';
import { type Delivery, EngineBusy, UnreadableBody } from './engine.ts';
import type { Extras } from './job.ts';
import type { PackedPiece } from './packPiece.ts';
import type { Replay } from './replay.ts';

/**
 * When the threads make themselves ready for a flood of posts, which takes them half a second and 85 MB: at once, as soon as
 * there are brands to look for, or only when posts come.
 */
export type Warm = 'at-once' | 'with-brands' | 'never';

/** What the web thread and the engine's threads say to each other. */
export type EngineWorkerData = {
  path: string;
  authorKey: Uint8Array;
  keeping: Keeping;
  maxPages?: number;
  /** `null`: nobody has the second look from here on; absent: nobody has it now, and the rules stay as they are. */
  transformer?: TransformerPort | null;
};
export type ReaderWorkerData = { authorKey: Uint8Array; writer: MessagePort };

export type ReplayWorkerData = { path: string; authorKey: Uint8Array; transformer?: TransformerPort };
export type ToReplay =
  | { id: number; ask: 'slice'; args: Parameters<Replay['slice']> }
  | { id: number; ask: 'listen'; args: Parameters<Replay['listen']> };
export type FromReplay = { id: number; last: number; piece: PackedPiece } | { id: number; error: string };

export type PreviewJob = 'preview' | 'retrain';
export type PreviewWorkerData = {
  path: string;
  authorKey: Uint8Array;
  job: PreviewJob;
  workspace: Workspace;
  transformer?: TransformerPort;
};
export type FromPreview =
  | { type: 'progress'; done: number; total: number }
  | { type: 'preview'; answer: PreviewAnswer }
  | { type: 'retrain'; answer: RetrainAnswer };

type Calls = Pick<
  Core,
  | 'cursor'
  | 'ruleSet'
  | 'saveWorkspace'
  | 'correct'
  | 'recompute'
  | 'setting'
  | 'setSetting'
  | 'keepRecords'
  | 'keepSignals'
  | 'dropSignal'
  | 'close'
>;
export type Call = { [Name in keyof Calls]: { id: number; call: Name; args: Parameters<Calls[Name]> } }[keyof Calls];
export type ToEngine = Call | { id: 0; call: 'connect'; reader: MessagePort };
export type Answer = IngestAnswer | number | RuleSet | (RuleSet & { saved: boolean }) | string | undefined;

export type ToReader = { id: number; delivery: Delivery } | 'warm-up';

/** From the thread that writes to the one that reads. */
export type WriterAsks =
  | { type: 'use'; ruleSet: RuleSet }
  | { type: 'more'; id: number }
  | { type: 'again'; id: number; posts: readonly Post[] }
  | { type: 'drop'; id: number };
/** The first piece of a delivery. */
export type PackedArrival = { id: number; receivedAt: number; extras: Extras; piece: PackedPiece };
/** And back. `piece` is what was asked for. */
export type ReaderTells =
  | { type: 'arrivals'; arrivals: PackedArrival[] }
  | { type: 'piece'; id: number; piece: PackedPiece }
  | { type: 'sample'; piece: PackedPiece };

/** Errors lose their class on the way between threads, so it travels as a word. */
export type Fault =
  | { kind: 'busy'; message: string; retryAfterS: number }
  | { kind: 'unreadable'; code: UnreadableBody['code']; message: string; position?: number }
  | { kind: 'bug'; message: string; stack?: string };

export type FromEngine =
  | { type: 'ready'; ruleSet: RuleSet }
  | { type: 'answer'; id: number; answer: Answer }
  | { type: 'fault'; id: number; fault: Fault }
  | { type: 'log'; level: 'info' | 'warn'; fields: object; message: string }
  | CoreNotice;
export type FromReader = Extract<FromEngine, { type: 'fault' }>;

export function toFault(error: unknown): Fault {
  if (error instanceof EngineBusy) return { kind: 'busy', message: error.message, retryAfterS: error.retryAfterS };
  if (error instanceof UnreadableBody)
    return { kind: 'unreadable', code: error.code, message: error.message, position: error.position };
  const { message, stack } = describeFailure(error);
  return { kind: 'bug', message, ...(stack ? { stack } : {}) };
}

export function fromFault(fault: Fault): Error {
  if (fault.kind === 'busy') return new EngineBusy(fault.message, fault.retryAfterS);
  if (fault.kind === 'unreadable') return new UnreadableBody(fault.code, fault.message, fault.position);
  return new Error(fault.message, { cause: fault.stack });
}
