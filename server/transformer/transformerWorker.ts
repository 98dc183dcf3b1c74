import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Probabilities } from '../../shared/kinds.ts';
import { tellFailures } from '../workers.ts';
import { TransformerFault } from './fault.ts';
import { loadTransformer, type Transformer } from './loadTransformer.ts';
import type { FromTransformer, ToTransformer, TransformerTells, TransformerWorkerData } from './messages.ts';
import { rememberAnswers } from './rememberAnswers.ts';

/** The thread in which the network runs: one, for all who ask, one text after the other. */
const parent = parentPort!;
tellFailures(parent);
const { dir, languages } = workerData as TransformerWorkerData;
const say = (told: TransformerTells) => parent.postMessage(told);

async function load(): Promise<Transformer | undefined> {
  try {
    return await loadTransformer(dir, languages);
  } catch (error) {
    if (!(error instanceof TransformerFault)) throw error;
    say({ type: 'refused', because: error.message });
    return undefined;
  }
}

function serve(transformer: Transformer): void {
  const judge = rememberAnswers(async (text): Promise<Probabilities | null> => {
    try {
      return await transformer.judge(text);
    } catch (error) {
      // A text that the file cannot take keeps what the first look says, each time the same.
      say({ type: 'failed', because: error instanceof Error ? error.message : String(error) });
      return null;
    }
  });
  let turn: Promise<void> = Promise.resolve();
  const listen = (port: MessagePort) =>
    port.on('message', (asked: ToTransformer) => {
      if ('connect' in asked) {
        listen(asked.connect);
        return;
      }
      turn = turn.then(async () => {
        port.postMessage({ id: asked.id, said: await judge(asked.text) } satisfies FromTransformer);
      });
    });
  listen(parent);
  say({ type: 'ready', identity: transformer.identity });
}

const transformer = await load();
if (transformer) serve(transformer);
