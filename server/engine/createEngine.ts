import { MessageChannel, type Worker } from 'node:worker_threads';
import type { HistoryState, IngestAnswer, RecomputeState } from '../../shared/protocol.ts';
import type { Keeping, RuleSet } from '../store/store.ts';
import type { TransformerThread } from '../transformer/transformerThread.ts';
import { startWorker } from '../workers.ts';
import { type Commit, type Delivery, type Engine, EngineBusy } from './engine.ts';
import {
  type Answer,
  type Call,
  type EngineWorkerData,
  type FromEngine,
  type FromReader,
  fromFault,
  type ReaderWorkerData,
  type ToEngine,
  type ToReader,
  type Warm,
} from './messages.ts';

export type EngineOptions = {
  /** The database file; made when missing. */
  path: string;
  authorKey: Uint8Array;
  keeping: Keeping;
  /** Bytes handed over and not yet answered, above which senders are asked to come again. */
  maxQueuedBytes?: number;
  warm?: Warm;
  /** Who has the second look; null: nobody from here on; absent: nobody now, and the rules stay as they are. */
  transformer?: TransformerThread | null;
  /** For tests of a full disk. */
  maxPages?: number;
  log: (level: 'info' | 'warn', fields: object, message: string) => void;
  /** A thread died: nothing more will be saved, the program must end. */
  onFatal: (error: Error) => void;
};

const defaultMaxQueuedBytes = 64 * 1024 * 1024;
/** Who opens a store again first wants to see it: the same two cores draw its figures, for up to three seconds. */
const restartRestMs = 3_000;
/** What a post that is already an object weighs in the queue, roughly. */
const postBytes = 500;

function weigh(delivery: Delivery): number {
  return delivery.kind === 'bytes' ? delivery.bytes.byteLength : delivery.posts.length * postBytes;
}

/**
 * Starts the thread that writes, and the one that reads deliveries when there is something to read. Resolves when the store
 * is open.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const {
    path,
    authorKey,
    keeping,
    maxPages,
    warm = 'never',
    transformer,
    log,
    onFatal,
    maxQueuedBytes = defaultMaxQueuedBytes,
  } = options;
  const way = transformer?.connect() ?? (transformer as null | undefined);
  const data: EngineWorkerData = {
    path,
    authorKey,
    keeping,
    ...(maxPages ? { maxPages } : {}),
    ...(way === undefined ? {} : { transformer: way }),
  };
  const worker: Worker = startWorker('engineWorker', data, way ? [way.port] : []);

  type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };
  const waiting = new Map<number, Waiting>();
  const commitListeners = new Set<(commit: Commit) => void>();
  const republishListeners = new Set<() => void>();
  const ruleSetListeners = new Set<(ruleSet: RuleSet) => void>();
  let lastId = 0;
  let queuedBytes = 0;
  let indexBehind = 0;
  let heardTo: number | undefined;
  let history: HistoryState = { ruleSet: 0, corrections: 0, seam: null };
  let recompute: RecomputeState | undefined;
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

  /** Its pipeline and language model take 100 MB and a third of a second: a data set that nobody posts to does without. */
  let reader: Worker | undefined;
  function startReader(): Worker {
    const { port1: writer, port2 } = new MessageChannel();
    const started = startWorker('readerWorker', { authorKey, writer } satisfies ReaderWorkerData, [writer]);
    worker.postMessage({ id: 0, call: 'connect', reader: port2 } satisfies ToEngine, [port2]);
    started.on('message', ({ id, fault }: FromReader) => settle(id)?.reject(fromFault(fault)));
    started.on('error', (error) => die(error instanceof Error ? error : new Error(String(error))));
    started.on('exit', (code) => {
      if (!closing) die(new Error(`the reader's thread ended with code ${code}`));
    });
    return started;
  }
  function tellReader(message: ToReader, transfer: ArrayBuffer[] = []): void {
    reader ??= startReader();
    reader.postMessage(message, transfer);
  }

  let isWarm = false;
  let warmTimer: NodeJS.Timeout | undefined;
  function makeReady(): void {
    if (isWarm || closing || dead) return;
    isWarm = true;
    tellReader('warm-up');
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
          if (message.ruleSet.version === 0 && warm === 'at-once') makeReady();
          else if (warm !== 'never' && message.ruleSet.workspace.brands.length > 0)
            warmTimer = setTimeout(makeReady, restartRestMs);
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
          tellCommit(message.commit);
          break;
        case 'rules':
          for (const listener of ruleSetListeners) listener(message.ruleSet);
          if (warm !== 'never' && message.ruleSet.workspace.brands.length > 0) makeReady();
          break;
        case 'republished':
          for (const listener of republishListeners) listener();
          break;
        case 'status':
          indexBehind = message.indexBehind;
          heardTo = message.heardTo;
          history = message.history;
          recompute = message.recompute;
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

  function expectAnswer<T extends Answer>(send: (id: number) => void): Promise<T> {
    if (dead) return Promise.reject(dead);
    lastId += 1;
    const id = lastId;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      send(id);
    });
  }

  function ask<T extends Answer>(call: Call['call'], args: Call['args']): Promise<T> {
    if (closing && call !== 'close') return Promise.reject(new EngineBusy('the server is stopping', 5));
    return expectAnswer<T>((id) => worker.postMessage({ id, call, args }));
  }

  /** What was handed over and not answered yet. */
  const delivering = new Set<Promise<IngestAnswer>>();
  function deliver(delivery: Delivery, transfer: ArrayBuffer[] = []): Promise<IngestAnswer> {
    if (closing) return Promise.reject(new EngineBusy('the server is stopping', 5));
    const answer = expectAnswer<IngestAnswer>((id) => tellReader({ id, delivery }, transfer));
    delivering.add(answer);
    return answer.finally(() => delivering.delete(answer));
  }

  async function stop(): Promise<void> {
    clearTimeout(warmTimer);
    await Promise.allSettled(delivering);
    // Where one thread died, what the other holds is lost to its sender anyway: on disk or not acknowledged.
    if (dead) await worker.terminate();
    else await ask('close', []);
    await reader?.terminate();
    await exited;
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
        if (delivery.kind === 'posts') return await deliver(delivery);
        const { bytes } = delivery;
        // Only a buffer that holds nothing else may be transferred: small Node buffers share a pool.
        const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
        const answer = await deliver({ ...delivery, bytes: own }, [own.buffer as ArrayBuffer]);
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
    correct: (seqs, corrections) => ask('correct', [seqs, corrections]),
    recompute: async (action) => {
      await ask('recompute', [action]);
    },
    setting: (key) => ask('setting', [key]),
    setSetting: async (key, value) => {
      await ask('setSetting', [key, value]);
    },
    keepRecords: async (changes) => {
      await ask('keepRecords', [changes]);
    },
    keepSignals: (values) => ask('keepSignals', [values]),
    dropSignal: (name, brand) => ask('dropSignal', [name, brand]),
    status: () => ({
      queuedBytes,
      indexBehind,
      ...(heardTo === undefined ? {} : { heardTo }),
      history,
      ...(recompute ? { recompute } : {}),
      ...(trouble ? { trouble } : {}),
    }),
    onCommit(listener) {
      commitListeners.add(listener);
      return () => commitListeners.delete(listener);
    },
    onRepublish(listener) {
      republishListeners.add(listener);
      return () => republishListeners.delete(listener);
    },
    onRuleSet(listener) {
      ruleSetListeners.add(listener);
      return () => ruleSetListeners.delete(listener);
    },
    close() {
      closing ??= stop();
      return closing;
    },
  };
}
