import type { PreviewAnswer } from '../../shared/protocol.ts';
import { startWorker } from '../workers.ts';
import { EngineBusy } from './engine.ts';
import type { FromPreview, PreviewWorkerData } from './messages.ts';

/** Each takes a core and 150 MB for some seconds. */
const mostAtOnce = 2;

export type Preview = (workspace: PreviewWorkerData['workspace'], signal: AbortSignal) => Promise<PreviewAnswer>;

/** Previews in threads of their own. Throws EngineBusy when too many run, and the signal's reason when it is given up. */
export function createPreviews(data: Omit<PreviewWorkerData, 'workspace'>): Preview {
  let running = 0;
  return async (workspace, signal) => {
    if (running >= mostAtOnce) throw new EngineBusy('other previews are being worked out', 5);
    signal.throwIfAborted();
    running += 1;
    const worker = startWorker('previewWorker', { ...data, workspace } satisfies PreviewWorkerData);
    try {
      return await new Promise<PreviewAnswer>((resolve, reject) => {
        worker.on('message', (message: FromPreview | { type: 'died' }) => {
          if (message.type === 'preview') resolve(message.answer);
        });
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`the thread of the preview ended with code ${code}`)));
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    } finally {
      running -= 1;
      await worker.terminate();
    }
  };
}
