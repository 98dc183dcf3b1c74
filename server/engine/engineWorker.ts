import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../store/sqlite.ts';
import type { RuleSet } from '../store/store.ts';
import { tellFailures } from '../workers.ts';
import { createAuthorHash } from './authorKey.ts';
import { type CoreNotice, createCore } from './core.ts';
import { createJudge } from './createJudge.ts';
import type { Arrival } from './job.ts';
import {
  type Answer,
  type Call,
  type EngineWorkerData,
  type FromEngine,
  type PackedArrival,
  type ReaderTells,
  type ToEngine,
  toFault,
  type WriterAsks,
} from './messages.ts';
import { unpackPiece } from './packPiece.ts';
import type { Piece } from './piece.ts';
import { createReplayThread } from './replayThread.ts';
import { createWarmUp } from './warmUp.ts';

/**
 * The thread that owns the store's only write connection and decides what depends on the order of posts. An error that
 * escapes ends it, and the program.
 */
const port = parentPort!;
tellFailures(port);
const { path, authorKey, keeping, maxPages, transformer } = workerData as EngineWorkerData;
const say = (message: FromEngine) => port.postMessage(message);

function notify(notice: CoreNotice): void {
  if (notice.type === 'commit') port.postMessage(notice satisfies FromEngine, [notice.commit.rows.numbers.buffer]);
  else say(notice);
}

const newJudge = () => createJudge({ hashAuthor: createAuthorHash(authorKey) });

/** The way to the thread that reads, once there is one; it asks and is answered one thing at a time for each delivery. */
let reader: MessagePort | undefined;
let rules: RuleSet | undefined;
const asked = new Map<number, (piece: Piece) => void>();
const ask = (message: WriterAsks) => reader!.postMessage(message);

function askPiece(message: Extract<WriterAsks, { type: 'more' | 'again' }>): Promise<Piece> {
  return new Promise((resolve) => {
    asked.set(message.id, resolve);
    ask(message);
  });
}

const core = await createCore({
  store: openStore(path, maxPages ? { maxPages } : {}),
  judge: newJudge(),
  replay: createReplayThread({ path, authorKey }, transformer ?? undefined),
  ...(transformer === undefined ? {} : { transformer: transformer?.identity ?? null }),
  reader: {
    use(ruleSet) {
      rules = ruleSet;
      reader?.postMessage({ type: 'use', ruleSet } satisfies WriterAsks);
    },
  },
  now: Date.now,
  keeping,
  notify,
  warn: (fields, message) => say({ type: 'log', level: 'warn', fields, message }),
});

/** The answer to whoever delivered `id`. */
function answer(id: number, work: Promise<Answer>): Promise<void> {
  return work.then(
    (said) => say({ type: 'answer', id, answer: said }),
    (error: unknown) => say({ type: 'fault', id, fault: toFault(error) }),
  );
}

function arrive({ id, receivedAt, extras, piece }: PackedArrival): void {
  const arrival: Arrival = {
    receivedAt,
    extras,
    piece: unpackPiece(piece),
    more: () => askPiece({ type: 'more', id }),
    again: (posts) => askPiece({ type: 'again', id, posts }),
    drop: () => ask({ type: 'drop', id }),
  };
  void answer(id, core.save(arrival));
}

let isClosing = false;
let warmUp: ReturnType<typeof createWarmUp> | undefined;

function connect(port: MessagePort): void {
  reader = port;
  port.on('message', (told: ReaderTells) => {
    switch (told.type) {
      case 'arrivals':
        for (const one of told.arrivals) arrive(one);
        break;
      case 'piece': {
        const take = asked.get(told.id);
        asked.delete(told.id);
        take?.(unpackPiece(told.piece));
        break;
      }
      case 'sample':
        if (isClosing) break;
        warmUp ??= createWarmUp({ store: openStore(':memory:'), judge: newJudge(), keeping, now: Date.now });
        void warmUp.save(unpackPiece(told.piece));
        break;
    }
  });
  ask({ type: 'use', ruleSet: rules! });
}

/** Every delivery has been answered by now: the reader has nothing more to say that matters. */
async function close(): Promise<void> {
  isClosing = true;
  reader?.close();
  await Promise.all([core.close(), warmUp?.close()]);
}

function dispatch(message: Call): Promise<Answer> {
  switch (message.call) {
    case 'cursor':
      return core.cursor(...message.args);
    case 'ruleSet':
      return core.ruleSet(...message.args);
    case 'saveWorkspace':
      return core.saveWorkspace(...message.args);
    case 'correct':
      return core.correct(...message.args);
    case 'recompute':
      return core.recompute(...message.args).then(() => undefined);
    case 'setting':
      return core.setting(...message.args);
    case 'setSetting':
      return core.setSetting(...message.args).then(() => undefined);
    case 'keepRecords':
      return core.keepRecords(...message.args).then(() => undefined);
    case 'keepSignals':
      return core.keepSignals(...message.args);
    case 'dropSignal':
      return core.dropSignal(...message.args);
    case 'close':
      return close().then(() => undefined);
  }
}

port.on('message', (message: ToEngine) => {
  if (message.call === 'connect') connect(message.reader);
  else
    void answer(message.id, dispatch(message)).then(() => {
      if (message.call === 'close') port.close();
    });
});
say({ type: 'ready', ruleSet: await core.ruleSet() });
