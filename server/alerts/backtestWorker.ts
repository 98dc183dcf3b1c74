import { parentPort, workerData } from 'node:worker_threads';
import { openHistory } from '../store/sqliteHistory.ts';
import { tellFailures } from '../workers.ts';
import { backtest } from './backtest.ts';
import type { BacktestWorkerData, FromBacktest } from './backtestThread.ts';
import { createSeriesDetectors } from './seriesDetector.ts';

/** The thread of one back-test: it is ended with its answer, or by whoever no longer waits for one. */
const port = parentPort!;
tellFailures(port);
const { path, asked } = workerData as BacktestWorkerData;
const say = (message: FromBacktest) => port.postMessage(message);
const answer = await backtest({
  ...asked,
  history: openHistory(path),
  createDetector: createSeriesDetectors,
  signal: new AbortController().signal,
  tell: (done, total) => say({ type: 'progress', done, total }),
});
say({ type: 'backtest', answer });
