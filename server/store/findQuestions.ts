import { maskPersonal } from '../../shared/mask.ts';
import { type AskedQuestion, groupQuestions } from '../pipeline/questions/groupQuestions.ts';
import { createQuestionReader } from '../pipeline/questions/questionOf.ts';
import { apartWords } from '../pipeline/terms/apartWords.ts';
import type { TermSource } from './findTerms.ts';
import { pickExamples } from './pickExamples.ts';
import { spread } from './spread.ts';
import type { FoundQuestions, Kept, QuestionsFilter } from './store.ts';

/** More texts than these are not read: an even sample of them asks the same. */
const mostTexts = 30_000;
const looked = 24;
/** So many of a question's messages, evenly drawn, tell of which brands it is asked. */
const mostNaming = 300;

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
  const items = groupQuestions(asked, limit).map(({ seqs, question, unnamed, ...group }) => {
    const brands = countBrands(source.load(spread(seqs, mostNaming)), filter.brands);
    return {
      ...group,
      // Whom it is said to is no part of what is asked.
      question: maskPersonal(brands > 1 ? unnamed : question).text.replace(/^(?:[.\s]*@…\s*)+/, ''),
      brands,
      count: Math.round(group.count / share),
      messages: pickExamples(source.load(seqs.slice(-looked))),
    };
  });
  return { asked: Math.round(asked.length / share), share, items };
}

/** One where all of them name the same brand, whichever they name beside it. */
function countBrands(posts: readonly Kept[], asked: readonly string[] | undefined): number {
  const named = new Map<string, number>();
  for (const { analysis } of posts)
    for (const { id } of analysis.brands)
      if (!asked?.length || asked.includes(id)) named.set(id, (named.get(id) ?? 0) + 1);
  return Math.max(...named.values()) === posts.length ? 1 : named.size;
}
