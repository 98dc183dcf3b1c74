import { maskPersonal } from '../../shared/mask.ts';
import { type AskedQuestion, groupQuestions } from '../pipeline/questions/groupQuestions.ts';
import { createQuestionReader } from '../pipeline/questions/questionOf.ts';
import { apartWords } from '../pipeline/terms/apartWords.ts';
import type { TermSource } from './findTerms.ts';
import { pickExamples } from './pickExamples.ts';
import type { FoundQuestions, QuestionsFilter } from './store.ts';

/** More texts than these are not read: an even sample of them asks the same. */
const mostTexts = 30_000;
const looked = 24;

/** Answers `questions`, alike for every store. */
export async function findQuestions(
  source: TermSource,
  { apart, limit, ...filter }: QuestionsFilter,
): Promise<FoundQuestions> {
  const questionOf = createQuestionReader(apartWords(apart));
  const asked: AskedQuestion[] = [];
  const { texts, share } = source.read(filter, mostTexts);
  for await (const piece of texts)
    for (const one of piece) {
      const question = questionOf(one);
      if (question) asked.push({ ...question, seq: one.seq, at: one.at });
    }
  const items = groupQuestions(asked, limit).map(({ seqs, ...group }) => ({
    ...group,
    // Whom it is said to is no part of what is asked.
    question: maskPersonal(group.question).text.replace(/^(?:[.\s]*@…\s*)+/, ''),
    count: Math.round(group.count / share),
    messages: pickExamples(source.load(seqs.slice(-looked))),
  }));
  return { asked: Math.round(asked.length / share), share, items };
}
