import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type LanguageModel, loadLanguageModel } from '../pipeline/languageModel.ts';
import { tellFailures } from '../workers.ts';
import { createAuthorHash } from './authorKey.ts';
import { groupPosts } from './core.ts';
import { createAnalyst } from './createAnalyst.ts';
import { createReader, type Reading } from './createReader.ts';
import type { Delivery } from './engine.ts';
import {
  type FromReader,
  type PackedArrival,
  type ReaderTells,
  type ReaderWorkerData,
  type ToReader,
  toFault,
  type WriterAsks,
} from './messages.ts';
import { type PackedPiece, packPiece, partsOf } from './packPiece.ts';
import type { Piece } from './piece.ts';
import { samplePieces } from './warmUp.ts';

/**
 * The thread that reads and analyses what arrives, and hands it to the one that writes. An error that escapes ends it, and
 * the program.
 */
const port = parentPort!;
tellFailures(port);
const { authorKey, writer } = workerData as ReaderWorkerData;

const model: LanguageModel = await loadLanguageModel();
const newReader = () => createReader(createAnalyst({ hashAuthor: createAuthorHash(authorKey), languageModel: model }));
const reader = newReader();
const readings = new Map<number, Reading>();

function tell(message: ReaderTells, ...pieces: PackedPiece[]): void {
  writer.postMessage(message, pieces.flatMap(partsOf));
}

function nextOf(id: number, reading: Reading): Piece {
  const piece = reading.next();
  if (piece.isLast) readings.delete(id);
  else readings.set(id, reading);
  return piece;
}

function answer(id: number, read: Piece): void {
  const piece = packPiece(read);
  tell({ type: 'piece', id, piece }, piece);
}

/** The first piece of a delivery, or nothing when it cannot be read. */
function open(id: number, delivery: Delivery): PackedArrival | undefined {
  try {
    const piece = packPiece(nextOf(id, reader.open(delivery)));
    const extras =
      delivery.kind === 'posts'
        ? { cursors: delivery.cursors, removed: delivery.removed, skipped: delivery.skipped }
        : {};
    return { id, receivedAt: delivery.receivedAt, extras, piece };
  } catch (error) {
    port.postMessage({ type: 'fault', id, fault: toFault(error) } satisfies FromReader);
    return undefined;
  }
}

/** Reads invented posts, piece by piece, and lets the writer save them where nobody looks; real deliveries pass in between. */
async function warmUp(): Promise<void> {
  for (const read of samplePieces(newReader(), Date.now())) {
    const piece = packPiece(read);
    tell({ type: 'sample', piece }, piece);
    await nextTurn();
  }
}

/**
 * What waits is handed over together, up to a transaction's worth: one by one, each delivery would meet a writer that waits
 * and be a transaction of its own.
 */
function take(first: ToReader): void {
  const arrivals: PackedArrival[] = [];
  let posts = 0;
  for (let message: ToReader | undefined = first; message !== undefined; message = waiting()) {
    if (message === 'warm-up') void warmUp();
    else {
      const arrival = open(message.id, message.delivery);
      if (!arrival) continue;
      arrivals.push(arrival);
      posts += arrival.piece.received;
      if (posts >= groupPosts) break;
    }
  }
  if (arrivals.length > 0) tell({ type: 'arrivals', arrivals }, ...arrivals.map(({ piece }) => piece));
}

const waiting = () => receiveMessageOnPort(port)?.message as ToReader | undefined;

writer.on('message', (asked: WriterAsks) => {
  switch (asked.type) {
    case 'use':
      reader.use(asked.ruleSet);
      // Deliveries wait in the port until there are rules to read them with.
      if (port.listenerCount('message') === 0) port.on('message', take);
      break;
    case 'more':
      answer(asked.id, nextOf(asked.id, readings.get(asked.id)!));
      break;
    case 'again':
      answer(asked.id, reader.again(asked.posts));
      break;
    case 'drop':
      readings.delete(asked.id);
      break;
  }
});
