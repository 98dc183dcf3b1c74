import { parentPort, workerData } from 'node:worker_threads';
import { loadLanguageModel } from '../pipeline/languageModel.ts';
import { openHistory } from '../store/sqliteHistory.ts';
import { describeFailure, tellFailures } from '../workers.ts';
import { createAuthorHash } from './authorKey.ts';
import { createAnalyst } from './createAnalyst.ts';
import type { FromReplay, ReplayWorkerData, ToReplay } from './messages.ts';
import { packPiece, partsOf } from './packPiece.ts';
import { createReplay } from './replay.ts';

/** The thread that reads kept posts anew, there only while history is counted again. */
const port = parentPort!;
tellFailures(port);
const { path, authorKey } = workerData as ReplayWorkerData;
const history = openHistory(path);
const hashAuthor = createAuthorHash(authorKey);
const replay = createReplay(history, createAnalyst({ hashAuthor, languageModel: await loadLanguageModel() }));

async function take({ id, ruleSet, after, limit }: ToReplay): Promise<void> {
  try {
    const slice = await replay.slice(ruleSet, after, limit);
    const piece = packPiece(slice);
    port.postMessage({ id, last: slice.last, piece } satisfies FromReplay, partsOf(piece));
  } catch (error) {
    port.postMessage({ id, error: describeFailure(error).message } satisfies FromReplay);
  }
}

port.on('message', (message: ToReplay) => void take(message));
