import type { MessagePort } from 'node:worker_threads';
import type { Judge } from './createHearing.ts';
import type { FromTransformer, ToTransformer } from './messages.ts';

type Answer = FromTransformer['said'];

/** Asks the transformer that listens at the other end of a port. */
export function askThrough(port: MessagePort): Judge {
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  port.on('message', ({ id, said }: FromTransformer) => {
    waiting.get(id)?.(said);
    waiting.delete(id);
    // Whoever waits for nothing must not be kept alive by it.
    if (waiting.size === 0) port.unref();
  });
  port.unref();
  return (text) =>
    new Promise<Answer>((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      port.ref();
      port.postMessage({ id: lastId, text } satisfies ToTransformer);
    });
}
