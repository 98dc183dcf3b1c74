import { type OpinionCounts, tooFewBelow } from '../../shared/uncertainty.ts';
import { tokenKinds, wordAt } from '../pipeline/normalize.ts';
import { labelOf } from '../pipeline/scoreSentiment.ts';
import type { SentimentModel } from '../pipeline/sentiment/model.ts';
import { stopWords } from '../pipeline/words/stopWords.ts';
import { createThinker } from './createThinker.ts';
import type { CountedTwice, Trades } from './fitError.ts';
import { topicTweets, type Unseeing } from './netGroups.ts';
import type { Labelled, Sets } from './readSets.ts';

/** What was counted of all texts of a labelling, and of those that hold a word, by word. */
export type ThemeGroups = { whole: CountedTwice; words: CountedTwice[] };

const fewestLetters = 4;
const fewestOpinions = 30;
/** A word that more of the texts hold chooses no theme of theirs: a product's name. */
const largestShare = 0.15;

const stops = new Set(stopWords.en!.split(/\s+/));
const none = (): CountedTwice => ({
  people: { positive: 0, neutral: 0, negative: 0 },
  ours: { positive: 0, neutral: 0, negative: 0 },
});
const opinionsOf = ({ positive, negative }: OpinionCounts) => positive + negative;

/** Themes as a workspace's few words choose them, for want of labelled ones: the texts that hold a word, each word a theme. */
function byWord(rows: readonly Labelled[], model: SentimentModel): ThemeGroups {
  const { doc, think } = createThinker(model);
  const whole = none();
  const groups = new Map<string, CountedTwice>();
  for (const row of rows) {
    const ours = labelOf(think(row));
    const words = new Set<string>();
    for (let token = 0; token < doc.count; token++) {
      if (doc.kinds[token] !== tokenKinds.word || doc.length[token]! < fewestLetters) continue;
      const word = wordAt(doc, token);
      if (!stops.has(word)) words.add(word);
    }
    for (const group of [whole, ...[...words].map((word) => groupOf(groups, word))]) {
      group.people[row.label] += 1;
      group.ours[ours] += 1;
    }
  }
  const most = largestShare * rows.length;
  const words = [...groups.values()].filter(
    ({ people, ours }) =>
      opinionsOf(people) >= fewestOpinions &&
      opinionsOf(ours) >= tooFewBelow &&
      opinionsOf(people) + people.neutral <= most,
  );
  return { whole, words };
}

function groupOf(groups: Map<string, CountedTwice>, word: string): CountedTwice {
  const group = groups.get(word) ?? none();
  groups.set(word, group);
  return group;
}

/** The labellings whose themes are measured, by trade: those that net sentiment's own error is measured on. */
export const themeSets = {
  tweets: ['topics', 'towards'],
  festival: ['festival'],
  oneBrand: ['oneBrand'],
  beauty: ['reviews'],
} as const;
export type ThemeSet = (typeof themeSets)[keyof typeof themeSets][number];

/** The texts of every labelling, with a model that did not learn from its trade. */
export function labellings(sets: Sets, models: Unseeing): Record<ThemeSet, [rows: Labelled[], model: SentimentModel]> {
  const { later, towards } = topicTweets(sets);
  const { tweets, festival, oneBrand, beauty } = models;
  return {
    topics: [later, tweets],
    towards: [towards, tweets],
    festival: [sets.festival(), festival],
    oneBrand: [sets.oneBrand(), oneBrand],
    reviews: [[...sets.luxuryReviews(), ...sets.beautyReviews()], beauty],
  };
}

/** Every labelling's themes, judged by a model that did not learn from its trade. */
export function themeGroups(sets: Sets, models: Unseeing): Record<ThemeSet, ThemeGroups> {
  const { topics, towards, festival, oneBrand, reviews } = labellings(sets, models);
  return {
    topics: byWord(...topics),
    towards: byWord(...towards),
    festival: byWord(...festival),
    oneBrand: byWord(...oneBrand),
    reviews: byWord(...reviews),
  };
}

export const themeTradesOf = (groups: Readonly<Record<ThemeSet, Pick<ThemeGroups, 'words'>>>): Trades =>
  Object.fromEntries(
    Object.entries(themeSets).map(([trade, names]) => [
      trade,
      Object.fromEntries(names.map((name) => [name, groups[name].words])),
    ]),
  );

/** As sets of counts for a file: the whole of a labelling is the one group of its `.whole`. */
export const themeCounts = (groups: Readonly<Record<ThemeSet, ThemeGroups>>): Record<string, CountedTwice[]> =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([name, { whole, words }]) => [
      [`${name}.whole`, [whole]],
      [name, words],
    ]),
  );

export function themeGroupsOf(counts: Readonly<Record<string, CountedTwice[]>>): Record<ThemeSet, ThemeGroups> {
  const names = Object.values(themeSets).flat();
  return Object.fromEntries(
    names.map((name) => [name, { whole: counts[`${name}.whole`]![0]!, words: counts[name]! }]),
  ) as Record<ThemeSet, ThemeGroups>;
}
