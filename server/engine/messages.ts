import type { IngestAnswer } from '../../shared/protocol.ts';
import type { Keeping, RuleSet } from '../store/store.ts';
import { describeFailure } from '../workers.ts';
import type { Core, CoreNotice } from './core.ts';
import { EngineBusy, UnreadableBody } from './engine.ts';

/**
 * When a thread makes itself ready for a flood of posts, which takes it half a second and 85 MB: at once, as soon as there
 * are brands to look for, or only when posts come.
 */
export type Warm = 'at-once' | 'with-brands' | 'never';

/** What the web thread and the engine's thread say to each other. */
export type EngineWorkerData = { path: string; authorKey: Uint8Array; keeping: Keeping; maxPages?: number; warm: Warm };

type Calls = Pick<Core, 'ingest' | 'cursor' | 'ruleSet' | 'saveWorkspace' | 'setting' | 'setSetting' | 'close'>;
export type Call = { [Name in keyof Calls]: { id: number; call: Name; args: Parameters<Calls[Name]> } }[keyof Calls];
export type CallName = keyof Calls;
export type Answer = IngestAnswer | RuleSet | (RuleSet & { saved: boolean }) | string | undefined;

/** Errors lose their class on the way between threads, so it travels as a word. */
export type Fault =
  | { kind: 'busy'; message: string; retryAfterS: number }
  | { kind: 'unreadable'; code: UnreadableBody['code']; message: string; position?: number }
  | { kind: 'bug'; message: string; stack?: string };

export type FromEngine =
  | { type: 'ready' }
  | { type: 'answer'; id: number; answer: Answer }
  | { type: 'fault'; id: number; fault: Fault }
  | { type: 'log'; level: 'info' | 'warn'; fields: object; message: string }
  | CoreNotice;

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
