import type { Worker } from 'node:worker_threads';
import type { IngestAnswer } from '../../shared/protocol.ts';
import { unpackRows } from '../store/packRows.ts';
import type { Keeping, RuleSet } from '../store/store.ts';
import { startWorker } from '../workers.ts';
import { type Commit, type Delivery, type Engine, EngineBusy } from './engine.ts';
import { type Answer, type Call, type EngineWorkerData, type FromEngine, fromFault, type Warm } from './messages.ts';

export type EngineOptions = {
  /** The database file; made when missing. */
  path: string;
  authorKey: Uint8Array;
  keeping: Keeping;
  /** Bytes handed over and not yet answered, above which senders are asked to come again. */
  maxQueuedBytes?: number;
  warm?: Warm;
  /** For tests of a full disk. */
  maxPages?: number;
  log: (level: 'info' | 'warn', fields: object, message: string) => void;
  /** The worker died: nothing more will be saved, the program must end. */
  onFatal: (error: Error) => void;
};

const defaultMaxQueuedBytes = 64 * 1024 * 1024;
/** What a post that is already an object weighs in the queue, roughly. */
const postBytes = 500;

function weigh(delivery: Delivery): number {
  return delivery.kind === 'bytes' ? delivery.bytes.byteLength : delivery.posts.length * postBytes;
}

/** Starts the worker; resolves when its store is open and its memory of recent posts is loaded. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const {
    path,
    authorKey,
    keeping,
    maxPages,
    warm = 'never',
    log,
    onFatal,
    maxQueuedBytes = defaultMaxQueuedBytes,
  } = options;
  const data: EngineWorkerData = { path, authorKey, keeping, warm, ...(maxPages ? { maxPages } : {}) };
  const worker: Worker = startWorker('engineWorker', data);

  type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };
  const waiting = new Map<number, Waiting>();
  const commitListeners = new Set<(commit: Commit) => void>();
  const ruleSetListeners = new Set<(ruleSet: RuleSet) => void>();
  let lastId = 0;
  let queuedBytes = 0;
  let indexBehind = 0;
  let trouble: string | undefined;
  let drainedBytesPerS = 0;
  let dead: Error | undefined;
  let closing: Promise<void> | undefined;

  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));

  function die(error: Error): void {
    if (dead) return;
    dead = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    onFatal(error);
  }

  function tellCommit(commit: Commit): void {
    for (const listener of commitListeners) listener(commit);
  }

  function settle(id: number): Waiting | undefined {
    const one = waiting.get(id);
    waiting.delete(id);
    return one;
  }

  await new Promise<void>((resolve, reject) => {
    let isReady = false;
    worker.on('message', (message: FromEngine) => {
      switch (message.type) {
        case 'ready':
          isReady = true;
          resolve();
          break;
        case 'answer':
          settle(message.id)?.resolve(message.answer as never);
          break;
        case 'fault':
          settle(message.id)?.reject(fromFault(message.fault));
          break;
        case 'commit':
          indexBehind = message.indexBehind;
          tellCommit({ ...message.commit, rows: unpackRows(message.commit.rows) });
          break;
        case 'rules':
          for (const listener of ruleSetListeners) listener(message.ruleSet);
          break;
        case 'status':
          indexBehind = message.indexBehind;
          trouble = message.trouble;
          break;
        case 'log':
          log(message.level, message.fields, message.message);
          break;
      }
    });
    const fail = (error: Error) => (isReady ? die(error) : reject(error));
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => {
      if (!closing) fail(new Error(`the engine's thread ended with code ${code}`));
    });
  });

  function ask<T extends Answer>(call: Call['call'], args: Call['args'], transfer: ArrayBuffer[] = []): Promise<T> {
    if (dead) return Promise.reject(dead);
    if (closing && call !== 'close') return Promise.reject(new EngineBusy('the server is stopping', 5));
    lastId += 1;
    const id = lastId;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call, args }, transfer);
    });
  }

  /** How long the queue will take to empty at the speed it last had. */
  function retryAfterS(): number {
    const seconds = drainedBytesPerS > 0 ? queuedBytes / drainedBytesPerS : 2;
    return Math.min(30, Math.max(1, Math.ceil(seconds)));
  }

  return {
    async ingest(delivery) {
      if (trouble) throw new EngineBusy(trouble, 2);
      const weight = weigh(delivery);
      if (queuedBytes > 0 && queuedBytes + weight > maxQueuedBytes)
        throw new EngineBusy('more is arriving than can be saved', retryAfterS());
      const startedAt = performance.now();
      queuedBytes += weight;
      try {
        if (delivery.kind === 'posts') return await ask<IngestAnswer>('ingest', [delivery]);
        const { bytes } = delivery;
        // Only a buffer that holds nothing else may be transferred: small Node buffers share a pool.
        const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
        const answer = await ask<IngestAnswer>('ingest', [{ ...delivery, bytes: own }], [own.buffer as ArrayBuffer]);
        const tookS = (performance.now() - startedAt) / 1_000;
        drainedBytesPerS = queuedBytes / Math.max(tookS, 0.001);
        return answer;
      } finally {
        queuedBytes -= weight;
      }
    },
    cursor: (source) => ask('cursor', [source]),
    ruleSet: () => ask('ruleSet', []),
    saveWorkspace: (workspace, ifMatch) => ask('saveWorkspace', [workspace, ifMatch]),
    setting: (key) => ask('setting', [key]),
    setSetting: async (key, value) => {
      await ask('setSetting', [key, value]);
    },
    status: () => ({ queuedBytes, indexBehind, ...(trouble ? { trouble } : {}) }),
    onCommit(listener) {
      commitListeners.add(listener);
      return () => commitListeners.delete(listener);
    },
    onRuleSet(listener) {
      ruleSetListeners.add(listener);
      return () => ruleSetListeners.delete(listener);
    },
    close() {
      if (!closing) {
        const finished = dead ? Promise.resolve() : ask('close', []);
        closing = finished.then(() => exited).then(() => undefined);
      }
      return closing;
    },
  };
}
