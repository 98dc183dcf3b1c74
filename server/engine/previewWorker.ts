import { parentPort, workerData } from 'node:worker_threads';
import { loadLanguageModel } from '../pipeline/languageModel.ts';
import { openHistory } from '../store/sqliteHistory.ts';
import { askThrough } from '../transformer/askThrough.ts';
import { tellFailures } from '../workers.ts';
import { createAuthorHash } from './authorKey.ts';
import { createAnalyst } from './createAnalyst.ts';
import type { FromPreview, PreviewWorkerData } from './messages.ts';
import { previewWorkspace } from './previewWorkspace.ts';
import { retrainWorkspace } from './retrainWorkspace.ts';

/** The thread of one preview or retrain: it is ended with its answer, or by whoever no longer waits for one. */
const port = parentPort!;
tellFailures(port);
const { path, authorKey, job, workspace, transformer } = workerData as PreviewWorkerData;
const history = openHistory(path);
const hashAuthor = createAuthorHash(authorKey);

async function work(): Promise<FromPreview> {
  if (job === 'retrain') return { type: job, answer: await retrainWorkspace({ history, hashAuthor, workspace }) };
  const analyst = createAnalyst({ hashAuthor, languageModel: await loadLanguageModel() });
  const tell = (done: number, total: number) =>
    port.postMessage({ type: 'progress', done, total } satisfies FromPreview);
  return {
    type: job,
    answer: await previewWorkspace({
      history,
      analyst,
      workspace,
      tell,
      ...(transformer ? { transformer: { identity: transformer.identity, judge: askThrough(transformer.port) } } : {}),
    }),
  };
}
port.postMessage(await work());
