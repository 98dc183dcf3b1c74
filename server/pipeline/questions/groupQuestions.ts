import type { Question } from './questionOf.ts';

export type AskedQuestion = Question & { seq: number; at: number };

/** `unnamed`: the question without the words that were set apart. `search`: words that most of them share, as a query. `seqs` oldest first. */
export type QuestionGroup = {
  question: string;
  unnamed: string;
  count: number;
  firstAt: number;
  lastAt: number;
  seqs: number[];
  search: string;
};

/** Asked once it is a message, not a question that people ask. */
const fewestAsked = 2;
/** Share of the weight of all their words that two questions have in common; where they ask in another way more, and two words. */
const alikeFrom = 0.45;
const alikeOtherwiseFrom = 0.75;
/** Less where all of the shorter question, two words or more, stands in the longer one: people wrap what they ask. */
const alikeWholeFrom = 0.25;
/** Words in so many of a group's questions are searched for. */
const sharedFrom = 0.6;
/** Shorter beginnings would match too much: such words are searched for whole. */
const shortestStem = 4;

type Same = { class: Question['class']; words: readonly string[]; asked: AskedQuestion[] };
type Group = { head: Same; members: Same[] };

/**
 * Brings together questions that ask the same in other words: those with the same words first, then each such set joins the
 * larger one that it shares most of its rare words with. The same questions give the same groups, in whatever order.
 */
export function groupQuestions(asked: readonly AskedQuestion[], limit: number): QuestionGroup[] {
  const same = new Map<string, Same>();
  const standsIn = new Map<string, number>();
  for (const one of [...asked].sort((a, b) => a.at - b.at || a.seq - b.seq)) {
    const key = `${one.class} ${one.words.join(' ')}`;
    const known = same.get(key);
    if (known) known.asked.push(one);
    else same.set(key, { class: one.class, words: one.words, asked: [one] });
    for (const word of one.words) standsIn.set(word, (standsIn.get(word) ?? 0) + 1);
  }
  const weightOf = (word: string) => Math.log(1 + asked.length / standsIn.get(word)!);
  const sumOf = (words: readonly string[]) => words.reduce((sum, word) => sum + weightOf(word), 0);

  const groups: Group[] = [];
  const byWord = new Map<string, Group[]>();
  const order = [...same.values()].sort(
    (a, b) => b.asked.length - a.asked.length || a.words.length - b.words.length || before(a.asked[0]!, b.asked[0]!),
  );
  for (const one of order) {
    const sharedWith = new Map<Group, { words: number; weight: number }>();
    for (const word of one.words)
      for (const group of byWord.get(word) ?? []) {
        const known = sharedWith.get(group) ?? { words: 0, weight: 0 };
        sharedWith.set(group, { words: known.words + 1, weight: known.weight + weightOf(word) });
      }
    let best: Group | null = null;
    let bestAlike = 0;
    for (const [group, shared] of sharedWith) {
      const isSameClass = group.head.class === one.class;
      if (!isSameClass && shared.words < 2) continue;
      const whole = group.head.words.length > 1 && shared.words === group.head.words.length;
      const alike = shared.weight / (sumOf(one.words) + sumOf(group.head.words) - shared.weight);
      const enough = !isSameClass ? alikeOtherwiseFrom : whole ? alikeWholeFrom : alikeFrom;
      if (alike >= enough && alike > bestAlike) {
        best = group;
        bestAlike = alike;
      }
    }
    if (best) {
      best.members.push(one);
      continue;
    }
    const group = { head: one, members: [one] };
    groups.push(group);
    for (const word of one.words) {
      const known = byWord.get(word);
      if (known) known.push(group);
      else byWord.set(word, [group]);
    }
  }
  return groups
    .map(tell)
    .filter(({ count }) => count >= fewestAsked)
    .sort((a, b) => b.count - a.count || b.lastAt - a.lastAt || a.seqs[0]! - b.seqs[0]!)
    .slice(0, limit);
}

const before = (a: AskedQuestion, b: AskedQuestion) => a.at - b.at || a.seq - b.seq;

function tell({ head, members }: Group): QuestionGroup {
  const asked = members.flatMap((one) => one.asked).sort(before);
  // The shortest way to put it that most use.
  const [question] = [...head.asked].sort((a, b) => a.text.length - b.text.length || before(a, b));
  const standsIn = new Map<string, number>();
  for (const { words } of asked) for (const word of words) standsIn.set(word, (standsIn.get(word) ?? 0) + 1);
  const shared = head.words.filter((word) => standsIn.get(word)! >= sharedFrom * asked.length);
  return {
    question: question!.text,
    unnamed: question!.unnamed,
    count: asked.length,
    firstAt: asked[0]!.at,
    lastAt: asked.at(-1)!.at,
    seqs: asked.map(({ seq }) => seq),
    search: (shared.length > 0 ? shared : head.words).map(searchFor).join(' '),
  };
}

function searchFor(word: string): string {
  if (!/^[\p{L}\p{N}_]+$/u.test(word)) return `"${word}"`;
  return word.length >= shortestStem ? `${word}*` : word;
}
