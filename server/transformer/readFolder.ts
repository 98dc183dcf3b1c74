import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import type { SentimentLabel } from '../../shared/kinds.ts';
import type { TransformerIdentity } from '../../shared/transformer.ts';
import { TransformerFault } from './fault.ts';
import { readLabels } from './readLabels.ts';

/** Where exports keep the network, the full one first: who brings several files means the exact one. */
const networkNames = ['model', 'model_quantized', 'model_int8', 'model_uint8', 'model_q8', 'model_fp16', 'model_q4'];
const networkPlaces = ['', 'onnx/'].flatMap((folder) => networkNames.map((name) => `${folder}${name}.onnx`));
/** Nothing that people post is longer, and a network's memory grows with the square of it. */
const mostTokens = 512;
/** WebAssembly has 4 GB in all, and the file is in it twice while it is opened. */
const largestNetwork = 1.5 * 2 ** 30;

const configSchema = z.looseObject({
  id2label: z.unknown().optional(),
  model_type: z.string().optional(),
  _name_or_path: z.string().optional(),
  max_position_embeddings: z.number().int().positive().optional(),
  pad_token_id: z.number().int().nullish(),
  language: z.union([z.string(), z.array(z.string())]).optional(),
});
const tokenizerConfigSchema = z.looseObject({ model_max_length: z.number().positive().optional() });

export type TransformerFolder = {
  network: Uint8Array;
  tokenizer: Record<string, unknown>;
  tokenizerConfig: Record<string, unknown>;
  /** The sentiment of each of its classes. */
  labels: SentimentLabel[];
  /** The longest text it reads, in its own tokens, the ones at both ends included. */
  mostTokens: number;
  identity: Omit<TransformerIdentity, 'runtime'>;
};

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

function readJson<Read>(dir: string, name: string, schema: z.ZodType<Read>, bytes: Uint8Array): Read {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new TransformerFault(`${join(dir, name)} is no JSON: ${(error as Error).message}`);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new TransformerFault(`${join(dir, name)} cannot be used: ${[...issue!.path, issue!.message].join(' ')}`);
}

/** Position 0 of RoBERTa and its kin comes after the padding: so many of the positions hold no token. */
function positionsLost({ model_type = '', pad_token_id }: z.infer<typeof configSchema>): number {
  return /roberta|camembert|bertweet/.test(model_type) ? (pad_token_id ?? 1) + 1 : 0;
}

/** Where the exporter kept a file is nobody's business: a name is one of a hub. */
function nameIn({ _name_or_path: name }: z.infer<typeof configSchema>): string | undefined {
  return name !== undefined && /^[\w.-]+(\/[\w.-]+)?$/.test(name) && !name.startsWith('.')
    ? name.slice(0, 120)
    : undefined;
}

function languagesOf(asked: readonly string[] | undefined, said: string | string[] | undefined): string[] {
  const all = asked ?? (said === undefined ? [] : [said].flat());
  const codes = all.map((one) => one.trim().toLowerCase().split(/[-_]/)[0]!);
  if (codes.length === 0)
    throw new TransformerFault(
      'nothing says which languages the transformer knows: name them, such as --transformer-languages en,fr',
    );
  const odd = codes.find((one) => !/^[a-z]{2,3}$/.test(one));
  if (odd !== undefined)
    throw new TransformerFault(`"${odd}" is no language: --transformer-languages takes codes such as en,fr`);
  return [...new Set(codes)].sort();
}

/**
 * Reads an exported sentiment classifier as hubs keep them: `model.onnx` (or a quantised one, also under `onnx/`),
 * `tokenizer.json`, `config.json` and, where there is one, `tokenizer_config.json`. Throws TransformerFault.
 */
export function readFolder(path: string, languages?: readonly string[]): TransformerFolder {
  const dir = resolve(path);
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new TransformerFault(`there is no folder ${dir}`);
  const read = (name: string): Uint8Array => {
    if (!isFile(join(dir, name))) throw new TransformerFault(`${dir} has no ${name}`);
    return readFileSync(join(dir, name));
  };
  const configBytes = read('config.json');
  const config = readJson(dir, 'config.json', configSchema, configBytes);
  const labels = readLabels(config.id2label);
  const tokenizerBytes = read('tokenizer.json');
  const tokenizer = readJson(dir, 'tokenizer.json', z.record(z.string(), z.unknown()), tokenizerBytes);
  const hasMore = existsSync(join(dir, 'tokenizer_config.json'));
  const moreBytes = hasMore ? read('tokenizer_config.json') : new Uint8Array();
  const more = hasMore ? readJson(dir, 'tokenizer_config.json', tokenizerConfigSchema, moreBytes) : {};

  const place = networkPlaces.find((one) => isFile(join(dir, one)));
  if (place === undefined)
    throw new TransformerFault(`${dir} has no model.onnx: export the classifier to ONNX (it may also lie under onnx/)`);
  if (existsSync(join(dir, `${place}_data`)))
    throw new TransformerFault(`${place} keeps its weights in ${place}_data: export it into one file`);
  if (statSync(join(dir, place)).size > largestNetwork)
    throw new TransformerFault(`${join(dir, place)} is larger than 1.5 GB: take a quantised one`);
  const network = read(place);

  const hash = createHash('sha256');
  for (const part of [network, tokenizerBytes, configBytes, moreBytes]) hash.update(`${part.length}\n`).update(part);
  const positions = (config.max_position_embeddings ?? mostTokens) - positionsLost(config);
  return {
    network,
    tokenizer,
    tokenizerConfig: more,
    labels,
    mostTokens: Math.min(mostTokens, positions, more.model_max_length ?? mostTokens),
    identity: {
      name: nameIn(config) ?? basename(dir),
      hash: hash.digest('hex').slice(0, 16),
      languages: languagesOf(languages, config.language),
    },
  };
}
