import type { Worker } from 'node:worker_threads';
import type { TransformerPort } from '../transformer/messages.ts';
import { forkPort } from '../transformer/transformerThread.ts';
import { startWorker } from '../workers.ts';
import type { FromReplay, ReplayWorkerData, ToReplay } from './messages.ts';
import { unpackPiece } from './packPiece.ts';
import type { Replay, Slice } from './replay.ts';

type Waiting = { resolve: (slice: Slice) => void; reject: (error: Error) => void };

type Data = Omit<ReplayWorkerData, 'transformer'>;
type Question =
  | { ask: 'slice'; args: Parameters<Replay['slice']> }
  | { ask: 'listen'; args: Parameters<Replay['listen']> };

/**
 * `Replay` in a thread of its own, so that neither what arrives nor what is asked waits for it. `transformer`: the way to
 * who has second looks.
 */
export function createReplayThread(data: Data, transformer?: TransformerPort): Replay {
  let worker: Worker | undefined;
  let waiting = new Map<number, Waiting>();
  let lastId = 0;

  function lose(from: Worker, cause: unknown): void {
    if (worker !== from) return;
    worker = undefined;
    const lost = waiting;
    waiting = new Map();
    for (const { reject } of lost.values())
      reject(new Error('the thread that reads history anew has ended', { cause }));
  }

  function running(): Worker {
    if (worker) return worker;
    const way = transformer && forkPort(transformer);
    const started = startWorker(
      'replayWorker',
      { ...data, ...(way ? { transformer: way } : {}) } satisfies ReplayWorkerData,
      way ? [way.port] : [],
    );
    started.on('message', (message: FromReplay) => {
      const open = waiting.get(message.id);
      waiting.delete(message.id);
      if ('error' in message) open?.reject(new Error(message.error));
      else open?.resolve({ ...unpackPiece(message.piece), last: message.last });
    });
    started.on('error', (error) => lose(started, error));
    started.on('exit', (code) => lose(started, new Error(`exit code ${code}`)));
    worker = started;
    return started;
  }

  const put = (question: Question) =>
    new Promise<Slice>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      running().postMessage({ id: lastId, ...question } satisfies ToReplay);
    });

  return {
    slice: (...args) => put({ ask: 'slice', args }),
    listen: (...args) => put({ ask: 'listen', args }),
    rest() {
      const last = worker;
      if (!last) return;
      lose(last, 'it was not needed any more');
      void last.terminate();
    },
  };
}
