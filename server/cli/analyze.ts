import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { workspaceSchema } from '../../shared/domain.ts';
import type { TransformerIdentity } from '../../shared/transformer.ts';
import { analyze } from '../pipeline/analyze.ts';
import { loadLanguageModel } from '../pipeline/languageModel.ts';
import { parsePost } from '../pipeline/parsePost.ts';
import { compileRules, type Rules, RulesFault } from '../pipeline/rules.ts';
import type { Hear } from '../pipeline/secondLook.ts';
import { createHearing, type Judge } from '../transformer/createHearing.ts';
import { TransformerFault } from '../transformer/fault.ts';
import { loadTransformer } from '../transformer/loadTransformer.ts';
import { readTransformerOptions, type TransformerOptions, transformerHelp } from '../transformer/options.ts';
import { rememberAnswers } from '../transformer/rememberAnswers.ts';
import { type CommandIo, UsageFault } from './commandLine.ts';
import { checkFile } from './givenFile.ts';

const help = `launchroom analyze [FILE|-] --workspace FILE: what the pipeline says of each post, without server or store

  FILE               posts as NDJSON, also gzipped; - or nothing: standard input. "at" may be missing here
  --workspace FILE   brands and themes (without it no post names a brand)
${transformerHelp}
Writes one line of JSON for each line, in the same order: {"id", "error"} for one that cannot be read, else id, stage,
reason, brands, themes, significance, spam, lang and sentiment. Every part is computed for every post. Where a transformer had
the second look, "heard" holds its hash.
`;

const flushAtCharacters = 1 << 16;

async function readRules(path: string | undefined, transformer: Transformer | undefined): Promise<Rules> {
  let document: unknown = { version: 1 };
  if (path !== undefined) {
    try {
      document = JSON.parse(await readFile(path, 'utf8'));
    } catch (error) {
      throw new UsageFault(`the workspace cannot be read: ${(error as Error).message}`);
    }
  }
  const parsed = workspaceSchema.safeParse(document);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new UsageFault(`the workspace has faults\n  ${faults.join('\n  ')}`);
  }
  try {
    const languageModel = await loadLanguageModel();
    return compileRules(parsed.data, 0, { languageModel, transformer: transformer?.identity });
  } catch (error) {
    if (!(error instanceof RulesFault)) throw error;
    const faults = error.faults.map((fault) => `${fault.path} at ${fault.position}: ${fault.message}`);
    throw new UsageFault(`the workspace has faults\n  ${faults.join('\n  ')}`);
  }
}

type Transformer = { identity: TransformerIdentity; judge: Judge };

async function openTransformer(asked: TransformerOptions | undefined): Promise<Transformer | undefined> {
  if (!asked) return undefined;
  try {
    const { identity, judge } = await loadTransformer(asked.dir, asked.languages);
    return { identity, judge: rememberAnswers(judge) };
  } catch (error) {
    if (!(error instanceof TransformerFault)) throw error;
    throw new UsageFault(error.message);
  }
}

function idIn(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null ? (value as Record<string, unknown>).id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

/** The moment decides nothing here, so that labelled sets without times can be analysed. */
function withMoment(value: unknown): unknown {
  const lacksIt = typeof value === 'object' && value !== null && !Array.isArray(value) && !('at' in value);
  return lacksIt ? { ...value, at: '1970-01-01T00:00:00Z' } : value;
}

function answerTo(line: string, rules: Rules, hear?: Hear): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'not a line of JSON' };
  }
  // A moment far ahead is no reason to say nothing about a text.
  const parsed = parsePost(withMoment(value), { source: 'analyze' }, Number.MAX_SAFE_INTEGER, (name) => name);
  if (!parsed.ok) return { id: idIn(value), error: `${parsed.code}: ${parsed.message}` };
  const { post } = parsed;
  const found = analyze(post, rules, undefined, { complete: true, ...(hear ? { hear } : {}) });
  const whole = found.sentiment;
  const themeSentiment = (label: string | undefined) => (label === undefined ? {} : { sentiment: { label } });
  return {
    id: post.id,
    stage: found.stage,
    ...(found.reason === null ? {} : { reason: found.reason }),
    brands: found.brands.map(({ id, opinion, score }) => ({
      id,
      sentiment: opinion === whole.label && score === whole.score ? whole : { label: opinion, score },
    })),
    themes: found.themes.map(({ id, opinion }) => ({ id, ...themeSentiment(opinion) })),
    significance: found.significance,
    spam: found.spam,
    lang: found.lang,
    sentiment: whole,
  };
}

/** The same with a second look, where the line deserves one. */
async function heardAnswerTo(line: string, rules: Rules, { identity, judge }: Transformer) {
  const hearing = createHearing(judge);
  const answer = answerTo(line, rules, hearing.hear);
  return (await hearing.ask()) ? { ...answerTo(line, rules, hearing.hear), heard: identity.hash } : answer;
}

function openInput(file: string, io: CommandIo): NodeJS.ReadableStream {
  if (file === '-') return io.stdin;
  checkFile(file);
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) return bytes;
  const text = createGunzip();
  bytes.on('error', (error) => text.destroy(error));
  return bytes.pipe(text);
}

/** Cut at line feeds only: `readline` also cuts at U+2028, which JSON leaves as it is inside texts. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

export async function run(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      workspace: { type: 'string' },
      transformer: { type: 'string' },
      'transformer-languages': { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    io.out(help);
    return 0;
  }
  if (positionals.length > 1) throw new UsageFault('analyze takes one file');
  const transformer = await openTransformer(readTransformerOptions(io.env, values));
  const rules = await readRules(values.workspace, transformer);
  let answers = '';
  for await (const line of linesOf(openInput(positionals[0] ?? '-', io))) {
    const answer = transformer ? await heardAnswerTo(line, rules, transformer) : answerTo(line, rules);
    answers += `${JSON.stringify(answer)}\n`;
    if (answers.length < flushAtCharacters) continue;
    io.out(answers);
    answers = '';
  }
  if (answers !== '') io.out(answers);
  return 0;
}
