import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { type LanguageModel, loadLanguageModel } from '../pipeline/languageModel.ts';
import { tellFailures } from '../workers.ts';
import { createAuthorHash } from './authorKey.ts';
import { createAnalyst } from './createAnalyst.ts';
import { createReader, type Reading } from './createReader.ts';
import type { Delivery } from './engine.ts';
import {
  type FromReader,
  type ReaderTells,
  type ReaderWorkerData,
  type ToReader,
  toFault,
  type WriterAsks,
} from './messages.ts';
import { packPiece, partsOf } from './packPiece.ts';
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

function tell(message: ReaderTells): void {
  writer.postMessage(message, partsOf(message.piece));
}

function nextOf(id: number, reading: Reading): Piece {
  const piece = reading.next();
  if (piece.isLast) readings.delete(id);
  else readings.set(id, reading);
  return piece;
}

function open(id: number, delivery: Delivery): void {
  try {
    const piece = nextOf(id, reader.open(delivery));
    const extras =
      delivery.kind === 'posts'
        ? { cursors: delivery.cursors, removed: delivery.removed, skipped: delivery.skipped }
        : {};
    tell({ type: 'arrival', id, receivedAt: delivery.receivedAt, extras, piece: packPiece(piece) });
  } catch (error) {
    port.postMessage({ type: 'fault', id, fault: toFault(error) } satisfies FromReader);
  }
}

/** Reads invented posts, piece by piece, and lets the writer save them where nobody looks; real deliveries pass in between. */
async function warmUp(): Promise<void> {
  for (const piece of samplePieces(newReader(), Date.now())) {
    tell({ type: 'sample', piece: packPiece(piece) });
    await nextTurn();
  }
}

function take(message: ToReader): void {
  if (message === 'warm-up') void warmUp();
  else open(message.id, message.delivery);
}

writer.on('message', (asked: WriterAsks) => {
  switch (asked.type) {
    case 'use':
      reader.use(asked.ruleSet);
      // Deliveries wait in the port until there are rules to read them with.
      if (port.listenerCount('message') === 0) port.on('message', take);
      break;
    case 'more':
      tell({ type: 'piece', id: asked.id, piece: packPiece(nextOf(asked.id, readings.get(asked.id)!)) });
      break;
    case 'again':
      tell({ type: 'piece', id: asked.id, piece: packPiece(reader.again(asked.posts)) });
      break;
    case 'drop':
      readings.delete(asked.id);
      break;
  }
});
