import { existsSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../workers.ts';
import { BadCursor } from './selection.ts';
import type { History, MentionsFilter } from './store.ts';
import type { HistoryCall, HistoryMethod, HistoryReply, HistoryWorkerData, WireMentionsFilter } from './wire.ts';

/** The history thread ended while a question was open; the next question starts a new one. */
export class HistoryLost extends Error {
  override name = 'HistoryLost';
}

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };
type Options = {
  /** With which `author:` in a query is hashed; without it such a query finds nobody. */
  authorKey?: Uint8Array;
  /** Starts the thread now and not with the first question; it opens the store with that all the same. */
  atOnce?: boolean;
};

/** After so long a closing history waits no more for answers that are still being read. */
const answerWithinMs = 1_000;

/** Main-thread handle of the thread that reads. It starts with the first question, or at once, and again after a crash. */
export function createHistory(path: string, { authorKey, atOnce = false }: Options = {}): History {
  if (!existsSync(path)) throw new Error(`there is no store at ${path} yet: open the writer first`);
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  let isClosed = false;

  function lose(from: Worker, cause: unknown): void {
    if (worker !== from) return;
    worker = undefined;
    const error = new HistoryLost('the thread that reads history has ended', { cause });
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function running(): Worker {
    if (worker) return worker;
    const data: HistoryWorkerData = { path, authorKey };
    const started = startWorker('historyWorker', data);
    started.on('message', (reply: HistoryReply) => {
      const open = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ('error' in reply) open?.reject(asError(reply.error));
      else open?.resolve(reply.answer as never);
    });
    started.on('error', (error) => lose(started, error));
    started.on('exit', (code) => lose(started, new Error(`exit code ${code}`)));
    worker = started;
    return started;
  }

  function ask<Method extends HistoryMethod>(method: Method, ...args: unknown[]): ReturnType<History[Method]> {
    const answer = new Promise<never>((resolve, reject) => {
      if (isClosed) {
        reject(new Error('the history is closed'));
        return;
      }
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      running().postMessage({ id: lastId, method, args } satisfies HistoryCall);
    });
    return answer as unknown as ReturnType<History[Method]>;
  }

  if (atOnce) running();

  return {
    funnel: (filter) => ask('funnel', filter),
    series: (filter) => ask('series', filter),
    authors: (filter) => ask('authors', filter),
    mentions: (filter) => ask('mentions', forTheWire(filter)),
    copies: (filter) => ask('copies', filter),
    parts: (filter) => ask('parts', filter),
    mention: (key) => ask('mention', key),
    terms: (filter) => ask('terms', filter),
    questions: (filter) => ask('questions', filter),
    windowRows: (from, minutesFrom) => ask('windowRows', from, minutesFrom),
    pastCounts: (range) => ask('pastCounts', range),
    texts: (filter) => ask('texts', filter),
    ruleSet: (version) => ask('ruleSet', version),
    keptAfter: (seq, limit) => ask('keptAfter', seq, limit),
    replayPosts: (filter) => ask('replayPosts', filter),
    verdicts: (filter) => ask('verdicts', filter),
    correctedPosts: (limit) => ask('correctedPosts', limit),
    significance: (range) => ask('significance', range),
    keptCount: (some, more) => ask('keptCount', some, more),
    counted: () => ask('counted'),
    records: (filter) => ask('records', filter),
    signals: (filter) => ask('signals', filter),
    signalNames: () => ask('signalNames'),
    totals: () => ask('totals'),
    recount: () => ask('recount'),
    async close() {
      isClosed = true;
      const last = worker;
      if (!last) return;
      const ended = new Promise<void>((resolve) => last.once('exit', () => resolve()));
      last.postMessage('close');
      // It changes nothing: what it was asked last, or waits behind, may be left unread.
      const cut = setTimeout(() => void last.terminate(), answerWithinMs);
      await ended;
      clearTimeout(cut);
    },
  };
}

function forTheWire({ query, ...filter }: MentionsFilter): WireMentionsFilter {
  return query ? { ...filter, query: { text: query.text } } : filter;
}

function asError({ name, message }: { name: string; message: string }): Error {
  if (name === 'BadCursor') return new BadCursor(message);
  const error = new Error(message);
  error.name = name;
  return error;
}
