import { describe, expect, it } from 'vitest';
import { createCopyIndex } from '../../../server/pipeline/copies.ts';
import { createSketcher } from '../../../server/pipeline/copySketch.ts';
import { normalize } from '../../../server/pipeline/normalize.ts';

const sketchOf = createSketcher();
const look = (text: string) => sketchOf(normalize(text));
const dayMs = 86_400_000;
const original = 'The pump of the new serum broke after two days and the shop will not answer my mails';

function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const vocabulary = Array.from({ length: 2_000 }, (_, index) => `w${index.toString(36)}x`);
const sentence = (random: () => number, words: number) =>
  Array.from({ length: words }, () => vocabulary[Math.floor(random() * vocabulary.length)]!);

describe('createCopyIndex', () => {
  it.each([
    original,
    original.toUpperCase(),
    `RT @somebody: ${original}`,
    `RT @a: RT @b: ${original} https://t.example/xyz`,
    `${original.replace('mails', 'e-mails')} https://other.example`,
    `Please share. ${original}`,
    original.replace('serum', 'cream'),
    `${original.split(' ').slice(0, 12).join(' ')}…`,
  ])('knows a copy: %s', (text) => {
    const index = createCopyIndex();
    expect(index.findOrAdd(look(original), 7, 0)).toBeUndefined();
    expect(index.find(look(text), 1_000)).toBe(7);
  });

  it('takes a long text with another number for a copy, and a short one for what somebody else says', () => {
    const long = (order: number) =>
      `Order ${order}: the parcel arrived broken and the serum had leaked, please refund me`;
    const short = (order: number) => `my order ${order} arrived broken`;
    const index = createCopyIndex();
    for (const [seq, text] of [long(1234), short(1234)].entries()) index.findOrAdd(look(text), seq + 1, 0);
    expect(index.find(look(long(1235)), 1_000)).toBe(1);
    expect(index.find(look(short(1235)), 1_000)).toBeUndefined();
    expect(index.find(look(short(1234)), 1_000)).toBe(2);
  });

  it.each([
    'The pump of my old lamp broke, so the shop will send another one within two weeks, they answer all mails',
    'I love the new serum, it sinks in after two minutes and the shop sent it at once',
  ])('lets another text be: %s', (text) => {
    const index = createCopyIndex();
    index.add(look(original), 7, 0);
    expect(index.find(look(text), 0)).toBeUndefined();
  });

  it('calls three words nobody’s, four to seven a copy only when they are the same', () => {
    const index = createCopyIndex();
    index.add(look('love my serum'), 1, 0);
    index.add(look('the new serum smells odd'), 2, 0);
    expect(index.find(look('love my serum'), 0)).toBeUndefined();
    expect(index.find(look('The new serum smells odd!'), 0)).toBe(2);
    expect(index.find(look('the new serum smells good'), 0)).toBeUndefined();
  });

  it('looks a week back and ahead, because posts come late too', () => {
    const index = createCopyIndex();
    index.add(look(original), 1, 10 * dayMs);
    expect(index.find(look(original), 17 * dayMs)).toBe(1);
    expect(index.find(look(original), 3 * dayMs)).toBe(1);
    expect(index.find(look(original), 17 * dayMs + 1)).toBeUndefined();
    expect(index.find(look(original), 3 * dayMs - 1)).toBeUndefined();
  });

  it('names the first of a chain, not the copy before', () => {
    const index = createCopyIndex();
    for (let seq = 1; seq <= 5; seq++) index.findOrAdd(look(`RT @u${seq}: ${original}`), seq, seq);
    expect(index.find(look(original), 9)).toBe(1);
    expect(index.size()).toBe(1);
  });

  it('takes back what a failed transaction added, what it covered included', () => {
    const index = createCopyIndex();
    index.add(look(original), 1, 0);
    index.checkpoint();
    index.add(look(original), 2, 0);
    index.add(look(`${original} and more of it`), 3, 0);
    index.rollback();
    expect(index.find(look(original), 0)).toBe(1);
    expect(index.size()).toBe(1);
    index.checkpoint();
    expect(index.findOrAdd(look('a wholly other text about a lamp that does not burn'), 4, 0)).toBeUndefined();
    index.checkpoint();
    index.rollback();
    expect(index.find(look('a wholly other text about a lamp that does not burn'), 0)).toBe(4);
  });

  it('finds at least 97 % of texts with one word changed, and takes fewer than 1 % of others for copies (seed 7)', () => {
    const random = createRandom(7);
    const index = createCopyIndex();
    const texts = Array.from({ length: 3_000 }, () => sentence(random, 10 + Math.floor(random() * 20)));
    for (const [seq, words] of texts.entries()) index.add(look(words.join(' ')), seq, 0);
    let found = 0;
    let wrong = 0;
    texts.forEach((words, seq) => {
      const changed = [...words];
      changed[Math.floor(random() * changed.length)] = 'another';
      if (index.find(look(changed.join(' ')), 0) === seq) found += 1;
      if (index.find(look(sentence(random, 15).join(' ')), 0) !== undefined) wrong += 1;
    });
    expect(found / texts.length).toBeGreaterThan(0.97);
    expect(wrong / texts.length).toBeLessThan(0.01);
  });

  it('keeps to its capacity, forgets the oldest and stays right while it grows', () => {
    const random = createRandom(11);
    const capacity = 10_000;
    const index = createCopyIndex({ capacity });
    const texts = Array.from({ length: 12_000 }, () => sentence(random, 12).join(' '));
    texts.forEach((text, seq) => {
      if (seq % 100 === 0) index.checkpoint();
      index.add(look(text), seq, 0);
    });
    expect(index.size()).toBe(capacity);
    expect(index.find(look(texts[0]!), 0)).toBeUndefined();
    let found = 0;
    for (let seq = 2_000; seq < texts.length; seq++) if (index.find(look(texts[seq]!), 0) === seq) found += 1;
    expect(found / capacity).toBeGreaterThan(0.98);
  });

  it('answers the same for the same posts in the same order', () => {
    const run = () => {
      const random = createRandom(3);
      const index = createCopyIndex({ capacity: 500 });
      return Array.from({ length: 3_000 }, (_, seq) => {
        const words = sentence(createRandom(Math.floor(random() * 700)), 12);
        return index.findOrAdd(look(words.join(' ')), seq, seq);
      });
    };
    expect(run()).toEqual(run());
  });
});
