import { describe, expect, it } from 'vitest';
import { type AskedQuestion, groupQuestions } from '../../../../server/pipeline/questions/groupQuestions.ts';
import { createQuestionReader } from '../../../../server/pipeline/questions/questionOf.ts';
import { apartWords } from '../../../../server/pipeline/terms/apartWords.ts';
import { seeded } from '../../../support/makePosts.ts';

const questionOf = createQuestionReader(apartWords([]));
const ask = (texts: string[]): AskedQuestion[] =>
  texts.map((text, k) => {
    const question = questionOf({ text, title: null, lang: '' });
    if (!question) throw new Error(`no question: ${text}`);
    return { ...question, seq: k + 1, at: 1_000 * (k + 1) };
  });

describe('groupQuestions', () => {
  it('brings together what is asked in other words, most asked first', () => {
    const asked = ask([
      'When does the refill ship?',
      'Where is the pump made?',
      'when will the refill ship??',
      'when do refills ship to us?',
      'Is the pump vegan?',
      'where is your pump made?',
    ]);
    const groups = groupQuestions(asked, 10);
    expect(groups.map(({ question, count, firstAt, lastAt }) => ({ question, count, firstAt, lastAt }))).toEqual([
      { question: 'When does the refill ship?', count: 3, firstAt: 1_000, lastAt: 4_000 },
      { question: 'Where is the pump made?', count: 2, firstAt: 2_000, lastAt: 6_000 },
    ]);
    expect(groups[0]).toMatchObject({ seqs: [1, 3, 4], search: 'refill* ship*' });
  });

  it('keeps apart what is asked of the same thing in another way', () => {
    expect(groupQuestions(ask(['Why is the pump blue?', 'Where is the pump?']), 10)).toEqual([]);
  });

  it('gives the same groups in whatever order the questions come (seed 3)', () => {
    const chance = seeded(3);
    const words = ['pump', 'refill', 'colour', 'price', 'shop', 'label'];
    const word = () => words[Math.floor(chance() * words.length)];
    const asked = ask(Array.from({ length: 200 }, () => `When is the ${word()} of the ${word()} in ${word()}?`));
    const shuffled = [...asked].sort(() => chance() - 0.5);
    expect(groupQuestions(shuffled, 50)).toEqual(groupQuestions(asked, 50));
  });
});
