import { parentPort, workerData } from 'node:worker_threads';
import { openHistory } from './sqliteHistory.ts';
import type { History } from './store.ts';
import type { HistoryCall, HistoryReply, HistoryWorkerData } from './wire.ts';

/** The thread that answers history questions: a long scan here delays neither the web thread nor the writer. */
const port = parentPort!;
const { path } = workerData as HistoryWorkerData;
const history = openHistory(path);

function answer({ method, args }: HistoryCall): Promise<unknown> {
  const call = history[method] as (...args: unknown[]) => ReturnType<History[typeof method]>;
  return call(...args);
}

port.on('message', (call: HistoryCall | 'close') => {
  if (call === 'close') {
    void history.close().then(() => port.close());
    return;
  }
  answer(call).then(
    (value) => port.postMessage({ id: call.id, answer: value } satisfies HistoryReply),
    (error: Error) => {
      const reply: HistoryReply = { id: call.id, error: { name: error.name, message: error.message } };
      port.postMessage(reply);
    },
  );
});
