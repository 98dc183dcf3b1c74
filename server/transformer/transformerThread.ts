import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { startWorker } from '../workers.ts';
import { TransformerFault } from './fault.ts';
import type { ToTransformer, TransformerPort, TransformerTells } from './messages.ts';
import type { TransformerOptions } from './options.ts';

export type TransformerThread = Pick<TransformerPort, 'identity'> & {
  /** A way to it for another thread, to be handed over. */
  connect(): TransformerPort;
  close(): Promise<void>;
};

export type TransformerThreadOptions = TransformerOptions & {
  warn: (fields: object, message: string) => void;
  /** It died: what it should have said nobody says. */
  onFatal: (error: Error) => void;
};

type Through = Pick<TransformerPort, 'identity'> & {
  port: { postMessage(message: ToTransformer, transfer: MessagePort[]): void };
};

/** Another way to the transformer through one that is there: threads that start threads hand it on. */
export function forkPort({ identity, port }: Through): TransformerPort {
  const { port1, port2 } = new MessageChannel();
  port.postMessage({ connect: port2 }, [port2]);
  return { identity, port: port1 };
}

/** Opens the transformer in a thread of its own. Throws TransformerFault when the folder cannot be used. */
export async function startTransformer(options: TransformerThreadOptions): Promise<TransformerThread> {
  const { warn, onFatal, ...data } = options;
  const worker = startWorker('transformerWorker', data);
  let isClosing = false;
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const identity = await new Promise<TransformerPort['identity']>((resolve, reject) => {
    let isReady = false;
    const fail = (error: Error) => {
      if (isReady && !isClosing) onFatal(error);
      reject(error);
    };
    worker.on('message', (told: TransformerTells) => {
      if (told.type === 'ready') {
        isReady = true;
        resolve(told.identity);
      } else if (told.type === 'refused') reject(new TransformerFault(told.because));
      else if (told.type === 'failed')
        warn({ error: told.because }, 'the transformer fails on a text, which keeps what the first look says');
    });
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => fail(new Error(`the transformer's thread ended with code ${code}`)));
  });
  return {
    identity,
    connect: () => forkPort({ identity, port: worker }),
    async close() {
      isClosing = true;
      await worker.terminate();
      await exited;
    },
  };
}
