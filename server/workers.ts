import { inspect } from 'node:util';
import { type MessagePort, Worker } from 'node:worker_threads';

/** Where each thread's code stands in the checkout; in the bundle it is `<name>.js` beside this file. */
const sources = {
  engineWorker: './engine/engineWorker.ts',
  readerWorker: './engine/readerWorker.ts',
  historyWorker: './store/historyWorker.ts',
  replayWorker: './engine/replayWorker.ts',
  previewWorker: './engine/previewWorker.ts',
  backtestWorker: './alerts/backtestWorker.ts',
  transformerWorker: './transformer/transformerWorker.ts',
};
export type WorkerName = keyof typeof sources;

/**
 * Of young objects, MB; more takes memory and saves no time. Node's own is 48. The web thread's limits, of both kinds, stand in
 * `npm start` (a third of this: it is counted by semi-space there).
 */
const youngMb: Record<WorkerName, number> = {
  engineWorker: 24,
  readerWorker: 24,
  historyWorker: 12,
  replayWorker: 24,
  previewWorker: 24,
  backtestWorker: 24,
  transformerWorker: 12,
};

/**
 * Far more than any thread needs. Under 2 GB V8 lets a heap grow to at most twice what is alive in it before it collects; on a
 * machine with much memory it would be four times.
 */
const oldMb = 1_792;

export type Failure = { name: string; message: string; stack?: string };

/** An error in words that survive the way between threads: SQLite's are no real ones there, nor is what else was thrown. */
export function describeFailure(thrown: unknown): Failure {
  if (!(thrown instanceof Error))
    return { name: 'Error', message: typeof thrown === 'string' ? thrown : inspect(thrown) };
  const { name, message, stack } = thrown;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? ` (${thrown.code})` : '';
  const cause = thrown.cause === undefined ? '' : `, because: ${describeFailure(thrown.cause).message}`;
  return { name, message: `${message}${code}${cause}`, ...(stack ? { stack } : {}) };
}

type LastWords = { type: 'died'; failure: Failure };
const isLastWords = (message: unknown): message is LastWords =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'died';

/** Called first in a thread: what nobody catches there is told in words, and ends the thread. */
export function tellFailures(port: MessagePort): void {
  process.on('uncaughtException', (thrown: unknown) => {
    port.postMessage({ type: 'died', failure: describeFailure(thrown) } satisfies LastWords);
    process.exit(1);
  });
}

function start(name: WorkerName, workerData: unknown, transferList: MessagePort[]): Worker {
  const resourceLimits = { maxYoungGenerationSizeMb: youngMb[name], maxOldGenerationSizeMb: oldMb };
  const isBundle = !import.meta.url.endsWith('.ts');
  const bundle = isBundle ? import.meta.url : process.env.LAUNCHROOM_THREADS;
  if (bundle) return new Worker(new URL(`./${name}.js`, bundle), { workerData, transferList, resourceLimits });
  const loader = import.meta.resolve('tsx/esm/api');
  const entry = new URL(sources[name], import.meta.url).href;
  const code = `import('${loader}').then(({ register }) => { register(); return import('${entry}'); })`;
  return new Worker(code, { eval: true, workerData, transferList, execArgv: [], resourceLimits });
}

/**
 * Starts a thread from the bundle, or from TypeScript under tsx, whose loader threads do not inherit (unless
 * `LAUNCHROOM_THREADS` says where a fresh bundle is: tests start hundreds of threads). Its failure is an `error` event with the
 * real message.
 */
export function startWorker(name: WorkerName, workerData: unknown, transfer: MessagePort[] = []): Worker {
  const worker = start(name, workerData, transfer);
  worker.on('message', (message: unknown) => {
    if (!isLastWords(message)) return;
    const { stack, ...failure } = message.failure;
    worker.emit('error', Object.assign(new Error(failure.message, { cause: stack }), { name: failure.name }));
  });
  return worker;
}
