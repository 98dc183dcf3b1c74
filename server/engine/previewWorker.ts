import { parentPort, workerData } from 'node:worker_threads';
import { loadLanguageModel } from '../pipeline/languageModel.ts';
import { openHistory } from '../store/sqliteHistory.ts';
import { tellFailures } from '../workers.ts';
import { createAuthorHash } from './authorKey.ts';
import { createAnalyst } from './createAnalyst.ts';
import type { FromPreview, PreviewWorkerData } from './messages.ts';
import { previewWorkspace } from './previewWorkspace.ts';

/** The thread of one preview: it is ended with its answer, or by whoever no longer waits for one. */
const port = parentPort!;
tellFailures(port);
const { path, authorKey, workspace } = workerData as PreviewWorkerData;
const analyst = createAnalyst({
  hashAuthor: createAuthorHash(authorKey),
  languageModel: await loadLanguageModel(),
});
const answer = await previewWorkspace({ history: openHistory(path), analyst, workspace });
port.postMessage({ type: 'preview', answer } satisfies FromPreview);
