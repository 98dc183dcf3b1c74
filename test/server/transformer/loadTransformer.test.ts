import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadTransformer } from '../../../server/transformer/loadTransformer.ts';
import {
  type Files,
  networkOf,
  tinyFiles,
  tinyVotes,
  tokenizerOf,
  wordsOf,
  writeTransformer,
} from '../../support/makeTransformer.ts';

const root = mkdtempSync(join(tmpdir(), 'transformer-'));
afterAll(() => rmSync(root, { recursive: true }));
let made = 0;
const folder = (files: Files = tinyFiles()) => {
  made += 1;
  return writeTransformer(join(root, `made-${made}`), files);
};
const open = (files?: Files, languages = ['en']) => loadTransformer(folder(files), languages);
const words = wordsOf(tinyVotes);

/** What the votes of the words come to. */
function softmax(...odds: number[]) {
  const powers = odds.map(Math.exp);
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((one) => one / sum);
}

describe('loadTransformer', () => {
  it('lets the file say what a text means, with the probabilities of its own odds', async () => {
    const { judge } = await open();
    const [negative, neutral, positive] = softmax(3, 0, 8);
    const said = await judge('Splendid! splendid, I love it');
    expect(said.negative).toBeCloseTo(negative!, 6);
    expect(said.neutral).toBeCloseTo(neutral!, 6);
    expect(said.positive).toBeCloseTo(positive!, 6);
    expect((await judge('what a dreadful thing')).negative).toBeCloseTo(softmax(4, 0, 0)[0]!, 6);
  });

  it('tells which file it is: every byte of it, and the languages, are part of that', async () => {
    const { identity } = await open(undefined, ['FR', 'en']);
    expect(identity).toEqual({
      name: `made-${made}`,
      hash: expect.stringMatching(/^[0-9a-f]{16}$/),
      runtime: expect.stringMatching(/^onnxruntime-web \d/),
      languages: ['en', 'fr'],
    });
    expect((await open()).identity.hash).toBe(identity.hash);
    const others = tinyFiles({ ...tinyVotes, love: [2.9, 0, 0] });
    expect((await open(others)).identity.hash).not.toBe(identity.hash);
  });

  it('goes by what is in the files, not by what they are called', async () => {
    const dir = folder();
    renameSync(join(dir, 'model.onnx'), join(dir, 'model_int8.onnx'));
    expect((await loadTransformer(dir, ['en'])).identity.hash).toBe((await open()).identity.hash);
  });

  it('takes the languages that the settings name, when nobody says otherwise', async () => {
    const dir = folder(tinyFiles(tinyVotes, { language: ['fr', 'en-US'] }));
    expect((await loadTransformer(dir)).identity.languages).toEqual(['en', 'fr']);
    expect((await loadTransformer(dir, ['de'])).identity.languages).toEqual(['de']);
  });

  it('finds a quantised network under onnx/, without a mask, with 32 bits', async () => {
    const { 'model.onnx': _, ...rest } = tinyFiles();
    const network = networkOf(words, tinyVotes, { inputs: ['input_ids', 'token_type_ids'], type: 'int32' });
    const { judge } = await open({ ...rest, 'onnx/model_quantized.onnx': network });
    expect((await judge('splendid')).positive).toBeCloseTo(softmax(0, 0, 4)[2]!, 6);
  });

  it('adds up classes that are the same to us', async () => {
    const votes = { good: [0, 0, 0, 1, 2] as unknown as [number, number, number] };
    const id2label = { 0: '1 star', 1: '2 stars', 2: '3 stars', 3: '4 stars', 4: '5 stars' };
    const { judge } = await open({
      ...tinyFiles(votes, { id2label }),
      'model.onnx': networkOf(wordsOf(votes), votes, { classes: 5 }),
    });
    const five = softmax(0, 0, 0, 1, 2);
    const said = await judge('good');
    expect(said.negative).toBeCloseTo(five[0]! + five[1]!, 6);
    expect(said.positive).toBeCloseTo(five[3]! + five[4]!, 6);
  });

  it('reads no further than the limit of the file, and its signs at both ends stay', async () => {
    const { judge } = await open();
    // 32 tokens with those at the ends: the thirty-first word is not read.
    const start = Array(30).fill('thing').join(' ');
    expect((await judge(`${start} dreadful`)).negative).toBeCloseTo(1 / 3, 6);
    expect((await judge(`${start.slice(6)} dreadful`)).negative).toBeCloseTo(softmax(4, 0, 0)[0]!, 6);
  });

  it.each([
    ['one word of 100 KB', 'a'.repeat(100_000)],
    ['100 KB of words', 'dreadful '.repeat(11_000)],
    ['zalgo', `splendid${'\u0301\u0489'.repeat(5_000)}`],
    ['marks that turn text around', '\u202esplendid\u202d\u2066'],
    ['NUL', 'a\0splendid\0'],
    ['half a character', 'splendid \ud83d \udc4d'],
    ['nothing', ''],
  ])('reads %s in no time', async (_, text) => {
    const { judge } = await open();
    const startedAt = performance.now();
    const { negative, neutral, positive } = await judge(text);
    expect(negative + neutral + positive).toBeCloseTo(1, 6);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });

  it('gives the same numbers whatever it was asked before', async () => {
    const { judge } = await open();
    const first = await judge('splendid but dreadful');
    await judge('awful '.repeat(20));
    expect(await judge('splendid but dreadful')).toEqual(first);
  });
});

describe('a folder that cannot be used is refused with one sentence', () => {
  const config = (more: object) => ({ 'config.json': { id2label: { 0: 'neg', 1: 'neu', 2: 'pos' }, ...more } });
  const network = (shape: Parameters<typeof networkOf>[2]) => ({ 'model.onnx': networkOf(words, tinyVotes, shape) });
  const cases: [string, Files, RegExp][] = [
    ['without a network', { 'model.onnx': undefined }, /has no model\.onnx/],
    ['without a tokenizer', { 'tokenizer.json': undefined }, /has no tokenizer\.json/],
    ['without settings', { 'config.json': undefined }, /has no config\.json/],
    ['whose settings are broken', { 'config.json': '{"id2label":' }, /config\.json is no JSON/],
    ['whose settings have odd types', config({ max_position_embeddings: 'many' }), /max_position_embeddings/],
    ['whose classes have no names', config({ id2label: undefined }), /no id2label/],
    [
      'whose classes are only numbered',
      config({ id2label: { 0: 'LABEL_0', 1: 'LABEL_1', 2: 'LABEL_2' } }),
      /class 0 "LABEL_0", which is neither/,
    ],
    ['that knows no neutral', config({ id2label: { 0: 'NEGATIVE', 1: 'POSITIVE' } }), /no class that is neutral/],
    ['whose classes start at 1', config({ id2label: { 1: 'neg', 2: 'neu', 3: 'pos' } }), /from 0 on, not "3"/],
    ['whose network is noise', { 'model.onnx': new Uint8Array([1, 2, 3]) }, /network cannot be opened/],
    ['whose network is empty', { 'model.onnx': new Uint8Array() }, /network cannot be opened/],
    ['whose weights lie apart', { 'model.onnx_data': new Uint8Array(3) }, /weights in model\.onnx_data/],
    ['whose network asks for pictures', network({ inputs: ['pixel_values'] }), /asks for pixel_values/],
    ['whose network asks for fractions', network({ type: 'float', inputs: ['input_ids'] }), /cannot be opened|float32/],
    ['whose network answers otherwise', network({ output: 'last_hidden_state' }), /answers last_hidden_state/],
    ['whose network has other classes', network({ classes: 2 }), /1 x 2 numbers, but config\.json names 3/],
    ['whose probabilities are none', network({ output: 'probabilities' }), /add up to/],
    ['whose tokenizer is another thing', { 'tokenizer.json': { model: { type: 'Nonsense' } } }, /tokenizer\.json/],
    ['whose tokenizer is broken', { 'tokenizer.json': '<html>' }, /tokenizer\.json is no JSON/],
    [
      'whose tokenizer has more words than the network',
      { 'tokenizer.json': tokenizerOf([...words.filter((word) => word !== 'a'), ...Array(9).fill('x'), 'a']) },
      /fails on a first text/,
    ],
  ];
  it.each(cases)('%s', async (_, change, message) => {
    const opened = open({ ...tinyFiles(), ...change });
    await expect(opened).rejects.toMatchObject({ name: 'TransformerFault', message: expect.stringMatching(message) });
    await expect(opened).rejects.not.toThrow(/\n/);
  });

  it('that is not there, or a file', async () => {
    await expect(loadTransformer(join(root, 'nowhere'), ['en'])).rejects.toThrow(/there is no folder/);
    const dir = folder();
    await expect(loadTransformer(join(dir, 'model.onnx'), ['en'])).rejects.toThrow(/there is no folder/);
  });

  it('when nobody says which languages it knows, or in no way that we know', async () => {
    await expect(loadTransformer(folder())).rejects.toThrow(/--transformer-languages en,fr/);
    await expect(open(undefined, ['english'])).rejects.toThrow(/"english" is no language/);
  });
});
