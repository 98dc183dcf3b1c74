import type { BacktestAnswer } from '../../shared/alerts.ts';
import { EngineBusy } from '../engine/engine.ts';
import type { TellProgress } from '../engine/previewWorkspace.ts';
import { startWorker } from '../workers.ts';
import type { BacktestAsked } from './backtest.ts';

/** What is given to the thread of a back-test, and what it says. */
export type BacktestWorkerData = { path: string; asked: BacktestAsked };
export type FromBacktest =
  | { type: 'progress'; done: number; total: number }
  | { type: 'backtest'; answer: BacktestAnswer };

/** Each takes a core for some seconds. */
const mostAtOnce = 2;

export type Backtests = (asked: BacktestAsked, signal: AbortSignal, tell?: TellProgress) => Promise<BacktestAnswer>;

/**
 * Back-tests in threads of their own, which are ended with the answer or as soon as nobody waits for it. Throws EngineBusy when too
 * many run, and the signal's reason when it is given up.
 */
export function createBacktests(path: string): Backtests {
  let running = 0;
  return async (asked, signal, tell) => {
    if (running >= mostAtOnce) throw new EngineBusy('other rules are being tried', 5);
    signal.throwIfAborted();
    running += 1;
    const worker = startWorker('backtestWorker', { path, asked } satisfies BacktestWorkerData);
    try {
      return await new Promise<BacktestAnswer>((resolve, reject) => {
        worker.on('message', (message: FromBacktest | { type: 'died' }) => {
          if (message.type === 'progress') tell?.(message.done, message.total);
          else if (message.type === 'backtest') resolve(message.answer);
        });
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`the thread of the back-test ended with code ${code}`)));
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    } finally {
      running -= 1;
      await worker.terminate();
    }
  };
}
