import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constant, type ElementType, node, onnxFile } from './onnx.ts';

/** What each word adds to the odds of negative, neutral, positive; texts hold other words too, which add nothing. */
export type Votes = Record<string, readonly [number, number, number]>;

const signs = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];
/** Letters alone are words too, so that every word can be spelled. */
const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** Words of the tokenizer, by their numbers. */
export const wordsOf = (votes: Votes): string[] => [...new Set([...signs, ...Object.keys(votes), ...letters])];

/** A WordPiece tokenizer as hubs keep it: lower case, cut at spaces and signs, one sign at each end. */
export function tokenizerOf(words: readonly string[]) {
  const idOf = (word: string) => words.indexOf(word);
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: signs.map((content, id) => ({
      id,
      content,
      single_word: false,
      lstrip: false,
      rstrip: false,
      normalized: false,
      special: true,
    })),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [
        { SpecialToken: { id: '[CLS]', type_id: 0 } },
        { Sequence: { id: 'A', type_id: 0 } },
        { SpecialToken: { id: '[SEP]', type_id: 0 } },
      ],
      pair: [],
      special_tokens: {
        '[CLS]': { id: '[CLS]', ids: [idOf('[CLS]')], tokens: ['[CLS]'] },
        '[SEP]': { id: '[SEP]', ids: [idOf('[SEP]')], tokens: ['[SEP]'] },
      },
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(words.map((word, id) => [word, id])),
    },
  };
}

export type NetworkShape = {
  /** Input names; those beyond `input_ids` and `attention_mask` are taken and not used. */
  inputs?: readonly string[];
  type?: ElementType;
  output?: string;
  classes?: number;
};

/** The votes of all words of a text added up (an embedding bag), then a linear layer that leaves them as they are. */
export function networkOf(words: readonly string[], votes: Votes, shape: NetworkShape = {}): Uint8Array {
  const { inputs = ['input_ids', 'attention_mask'], type = 'int64', output = 'logits', classes = 3 } = shape;
  const table = new Float32Array(words.length * classes);
  words.forEach((word, at) => void table.set((votes[word] ?? []).slice(0, classes), at * classes));
  const identity = new Float32Array(classes * classes);
  for (let at = 0; at < classes; at++) identity[at * classes + at] = 1;
  const hasMask = inputs.includes('attention_mask');
  return onnxFile({
    constants: [
      constant('table', [words.length, classes], table),
      constant('weights', [classes, classes], identity),
      constant('along', [1], BigInt64Array.of(1n)),
      ...(hasMask ? [constant('behind', [1], BigInt64Array.of(2n))] : []),
    ],
    nodes: [
      node('Gather', ['table', inputs[0]!], ['each']),
      ...(hasMask
        ? [
            node('Cast', ['attention_mask'], ['mask'], { to: 1 }),
            node('Unsqueeze', ['mask', 'behind'], ['column']),
            node('Mul', ['each', 'column'], ['kept']),
          ]
        : []),
      node('ReduceSum', [hasMask ? 'kept' : 'each', 'along'], ['sum'], { keepdims: 0 }),
      node('MatMul', ['sum', 'weights'], [output]),
    ],
    inputs: inputs.map((name) => ({ name, type, dims: ['batch', 'tokens'] })),
    outputs: [{ name: output, type: 'float', dims: ['batch', classes] }],
  });
}

export const tinyVotes: Votes = {
  splendid: [0, 0, 4],
  dreadful: [4, 0, 0],
  // What the word lists call praise and this file does not.
  love: [3, 0, 0],
  awful: [0, 0, 3],
  user: [0, 2, 0],
};

/** Files of a folder, as bytes or as JSON; undefined leaves one out. */
export type Files = Record<string, Uint8Array | object | string | undefined>;

export function tinyFiles(votes: Votes = tinyVotes, config: object = {}): Files {
  const words = wordsOf(votes);
  return {
    'model.onnx': networkOf(words, votes),
    'tokenizer.json': tokenizerOf(words),
    'tokenizer_config.json': { model_max_length: 32, tokenizer_class: 'BertTokenizer' },
    'config.json': {
      model_type: 'bert',
      max_position_embeddings: 64,
      id2label: { 0: 'NEGATIVE', 1: 'Neutral', 2: 'positive' },
      ...config,
    },
  };
}

/** Writes a classifier into a folder and returns it: a text's words vote, and the votes are its odds. */
export function writeTransformer(dir: string, files: Files = tinyFiles()): string {
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    const path = join(dir, name);
    mkdirSync(dirname(path), { recursive: true });
    const isRaw = content instanceof Uint8Array || typeof content === 'string';
    writeFileSync(path, isRaw ? content : JSON.stringify(content));
  }
  return dir;
}
