import { parentPort, workerData } from 'node:worker_threads';
import { loadLanguageModel } from '../pipeline/languageModel.ts';
import { openHistory } from '../store/sqliteHistory.ts';
import { askThrough } from '../transformer/askThrough.ts';
import { describeFailure, tellFailures } from '../workers.ts';
import { createAuthorHash } from './authorKey.ts';
import { createAnalyst } from './createAnalyst.ts';
import type { FromReplay, ReplayWorkerData, ToReplay } from './messages.ts';
import { packPiece, partsOf } from './packPiece.ts';
import { createReplay } from './replay.ts';

/** The thread that reads kept posts anew, there only while history is counted again. */
const port = parentPort!;
tellFailures(port);
const { path, authorKey, transformer } = workerData as ReplayWorkerData;
const history = openHistory(path);
const hashAuthor = createAuthorHash(authorKey);
const analyst = createAnalyst({ hashAuthor, languageModel: await loadLanguageModel() });
const replay = createReplay(history, analyst, transformer && askThrough(transformer.port));

async function take(message: ToReplay): Promise<void> {
  const { id } = message;
  try {
    const slice = await (message.ask === 'slice' ? replay.slice(...message.args) : replay.listen(...message.args));
    const piece = packPiece(slice);
    port.postMessage({ id, last: slice.last, piece } satisfies FromReplay, partsOf(piece));
  } catch (error) {
    port.postMessage({ id, error: describeFailure(error).message } satisfies FromReplay);
  }
}

port.on('message', (message: ToReplay) => void take(message));
