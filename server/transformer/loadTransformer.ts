import type { InferenceSession, Tensor } from 'onnxruntime-web';
import type { Probabilities, SentimentLabel } from '../../shared/kinds.ts';
import type { TransformerIdentity } from '../../shared/transformer.ts';
import { createEncoder } from './createEncoder.ts';
import { TransformerFault } from './fault.ts';
import { readFolder, type TransformerFolder } from './readFolder.ts';

export type Transformer = {
  identity: TransformerIdentity;
  /** What it says of one text. The same text gives the same numbers, on every machine. */
  judge(text: string): Promise<Probabilities>;
};

type Runtime = typeof import('onnxruntime-web');
type Value = { data: ArrayLike<number | bigint>; dims: readonly number[] };
/** What a text can be asked with, and what a class is answered in: its own odds, or probabilities. */
const inputs = ['input_ids', 'attention_mask', 'token_type_ids'];
const outputs = ['logits', 'probabilities'];

async function loadLibraries() {
  try {
    const [ort, tokenizers] = await Promise.all([import('onnxruntime-web'), import('@huggingface/tokenizers')]);
    // One thread adds up in one order: figures must not depend on how many cores there are.
    ort.env.wasm.numThreads = 1;
    ort.env.logLevel = 'fatal';
    return { ort, tokenizers };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new TransformerFault(
      'a transformer needs packages that this installation left out: run npm ci without --omit=dev',
    );
  }
}

const because = (error: unknown) => (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');

async function openSession(ort: Runtime, network: Uint8Array): Promise<InferenceSession> {
  try {
    // What it would write into the log is in the errors that it throws.
    return await ort.InferenceSession.create(network, { executionProviders: ['wasm'], logSeverityLevel: 4 });
  } catch (error) {
    throw new TransformerFault(`the network cannot be opened: ${because(error)}`);
  }
}

function typeOf(session: InferenceSession, name: string): 'int64' | 'int32' {
  const meta = session.inputMetadata.find((one) => one.name === name);
  const type = meta?.isTensor ? meta.type : undefined;
  if (type === 'int64' || type === 'int32') return type;
  throw new TransformerFault(`the network's input ${name} takes ${String(type)}, not whole numbers`);
}

/** Checks what goes in and comes out, and answers how a text is asked. */
function createQuestion(ort: Runtime, session: InferenceSession, classes: number) {
  const { inputNames, outputNames } = session;
  const odd = inputNames.find((name) => !inputs.includes(name));
  if (odd !== undefined || !inputNames.includes('input_ids'))
    throw new TransformerFault(
      `the network asks for ${inputNames.join(', ')}; a text classifier asks for ${inputs.join(', ')}`,
    );
  const output = outputs.find((name) => outputNames.includes(name));
  if (output === undefined)
    throw new TransformerFault(`the network answers ${outputNames.join(', ')}; a text classifier answers logits`);
  const types = inputNames.map((name) => [name, typeOf(session, name)] as const);

  function feed(name: string, type: 'int64' | 'int32', ids: readonly number[]): Tensor {
    const values = name === 'input_ids' ? ids : ids.map(() => (name === 'attention_mask' ? 1 : 0));
    const data = type === 'int64' ? BigInt64Array.from(values, BigInt) : Int32Array.from(values);
    return new ort.Tensor(type, data, [1, ids.length]);
  }

  /** One text at a time and nothing filled up: a quantised network scales its numbers by all that it is shown at once. */
  return async (ids: readonly number[]): Promise<Float64Array> => {
    const feeds = Object.fromEntries(types.map(([name, type]) => [name, feed(name, type, ids)]));
    const answer = (await session.run(feeds, [output], { logSeverityLevel: 4 }))[output] as Value;
    if (answer.dims.length !== 2 || answer.dims[0] !== 1 || answer.dims[1] !== classes)
      throw new TransformerFault(
        `the network answers ${answer.dims.join(' x ')} numbers, but config.json names ${classes} classes`,
      );
    const said = Float64Array.from(answer.data, Number);
    if (!said.every(Number.isFinite)) throw new TransformerFault('the network answers with what is no number');
    return output === 'logits' ? softmax(said) : said;
  };
}

function softmax(odds: Float64Array): Float64Array {
  const highest = Math.max(...odds);
  const powers = odds.map((one) => Math.exp(one - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((one) => one / sum);
}

function addUp(classes: Float64Array, labels: readonly SentimentLabel[]): Probabilities {
  const sums: Probabilities = { negative: 0, neutral: 0, positive: 0 };
  labels.forEach((label, at) => {
    sums[label] += classes[at]!;
  });
  return sums;
}

async function open({ network, labels, tokenizer, tokenizerConfig, mostTokens, identity }: TransformerFolder) {
  const { ort, tokenizers } = await loadLibraries();
  let encode: (text: string) => number[];
  try {
    encode = createEncoder(new tokenizers.Tokenizer(tokenizer, tokenizerConfig), mostTokens);
  } catch (error) {
    if (error instanceof TransformerFault) throw error;
    throw new TransformerFault(`tokenizer.json cannot be understood: ${because(error)}`);
  }
  const session = await openSession(ort, network);
  const ask = createQuestion(ort, session, labels.length);
  const runtime = `onnxruntime-web ${ort.env.versions.web ?? ''}`.trim();
  return {
    identity: { ...identity, runtime },
    judge: async (text: string) => addUp(await ask(encode(text)), labels),
  };
}

/**
 * Opens the classifier in a folder; nothing is looked for anywhere else. Throws TransformerFault, in one sentence, for
 * whatever is missing or does not fit.
 */
export async function loadTransformer(dir: string, languages?: readonly string[]): Promise<Transformer> {
  const transformer = await open(readFolder(dir, languages));
  try {
    const said = await transformer.judge('a');
    const sum = said.negative + said.neutral + said.positive;
    if (Math.abs(sum - 1) > 1e-3) throw new TransformerFault(`the network's probabilities add up to ${sum}, not to 1`);
  } catch (error) {
    if (error instanceof TransformerFault) throw error;
    throw new TransformerFault(`the network fails on a first text: ${because(error)}`);
  }
  return transformer;
}
