import type { PreviewAnswer, RetrainAnswer } from '../../shared/protocol.ts';
import type { TransformerThread } from '../transformer/transformerThread.ts';
import { startWorker } from '../workers.ts';
import { EngineBusy } from './engine.ts';
import type { FromPreview, PreviewJob, PreviewWorkerData } from './messages.ts';
import type { TellProgress } from './previewWorkspace.ts';

/** Each takes a core and 150 MB for some seconds. */
const mostAtOnce = 2;

type Work<Answer> = (
  workspace: PreviewWorkerData['workspace'],
  signal: AbortSignal,
  tell?: TellProgress,
) => Promise<Answer>;
export type Preview = Work<PreviewAnswer>;
export type Retrain = Work<RetrainAnswer>;

type Data = Omit<PreviewWorkerData, 'workspace' | 'job' | 'transformer'>;

/** One job in threads of its own. Throws EngineBusy when too many run, and the signal's reason when it is given up. */
function createWork<Answer>(data: Data, job: PreviewJob, transformer?: TransformerThread): Work<Answer> {
  let running = 0;
  return async (workspace, signal, tell) => {
    if (running >= mostAtOnce) throw new EngineBusy('others of its kind are being worked out', 5);
    signal.throwIfAborted();
    running += 1;
    const way = transformer?.connect();
    const given: PreviewWorkerData = { ...data, job, workspace, ...(way ? { transformer: way } : {}) };
    const worker = startWorker('previewWorker', given, way ? [way.port] : []);
    try {
      return await new Promise<Answer>((resolve, reject) => {
        worker.on('message', (message: FromPreview | { type: 'died' }) => {
          if (message.type === 'progress') tell?.(message.done, message.total);
          else if (message.type === job) resolve(message.answer as Answer);
        });
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`the thread of the ${job} ended with code ${code}`)));
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    } finally {
      running -= 1;
      await worker.terminate();
    }
  };
}

/** `transformer`: who has the second look. */
export const createPreviews = (data: Data, transformer?: TransformerThread): Preview =>
  createWork<PreviewAnswer>(data, 'preview', transformer);
export const createRetrains = (data: Data): Retrain => createWork<RetrainAnswer>(data, 'retrain');
