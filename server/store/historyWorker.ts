import { parentPort, workerData } from 'node:worker_threads';
import { createAuthorHash } from '../engine/authorKey.ts';
import { compileSearch } from '../pipeline/query/compileSearch.ts';
import { describeFailure, tellFailures } from '../workers.ts';
import { openHistory } from './sqliteHistory.ts';
import type { CompiledQuery, History, WindowRows } from './store.ts';
import type { HistoryCall, HistoryReply, HistoryWorkerData, WireMentionsFilter } from './wire.ts';

/** The thread that answers history questions: a long scan here delays neither the web thread nor the writer. */
const port = parentPort!;
tellFailures(port);
const { path, authorKey } = workerData as HistoryWorkerData;
/** Opened by the first question: the thread may be there before the writer has made the store what it should be. */
let opened: History | undefined;
function reading(): History {
  opened ??= openHistory(path);
  return opened;
}
const hashAuthor = authorKey ? createAuthorHash(authorKey) : () => 'nobody';

/** The door has checked the query already: a fault here is a bug. */
function compiled({ text }: { text: string }): CompiledQuery {
  const answer = compileSearch(text, { hashAuthor });
  if (!answer.ok) throw new Error(`a faulty query reached the history: ${answer.faults[0]?.message}`);
  return answer.search;
}

async function answer(history: History, { method, args }: HistoryCall): Promise<unknown> {
  if (method === 'mentions') {
    const { query, ...filter } = args[0] as WireMentionsFilter;
    return history.mentions(query ? { ...filter, query: compiled(query) } : filter);
  }
  const call = history[method] as (...args: unknown[]) => ReturnType<History[typeof method]>;
  return call(...args);
}

/** The rows that a window starts with are a hundred thousand: their blocks travel without being copied. */
function reply({ id, method }: HistoryCall, answer: unknown): void {
  const blocks = method === 'windowRows' ? (answer as WindowRows).rows.map(({ numbers }) => numbers.buffer) : [];
  port.postMessage({ id, answer } satisfies HistoryReply, blocks);
}

port.on('message', (call: HistoryCall | 'close') => {
  if (call === 'close') {
    void Promise.resolve(opened?.close()).then(() => port.close());
    return;
  }
  // Outside of any promise: a store that cannot be opened ends the thread.
  answer(reading(), call).then(
    (value) => reply(call, value),
    (thrown: unknown) => {
      const { name, message } = describeFailure(thrown);
      port.postMessage({ id: call.id, error: { name, message } } satisfies HistoryReply);
    },
  );
});
