import { dayMs } from '../../shared/rollup.ts';
import { type OpinionCounts, tooFewBelow } from '../../shared/uncertainty.ts';
import { type CopyIndex, createCopyIndex } from '../pipeline/copies.ts';
import { createSketcher } from '../pipeline/copySketch.ts';
import { labelOf } from '../pipeline/scoreSentiment.ts';
import type { SentimentModel } from '../pipeline/sentiment/model.ts';
import { createThinker } from './createThinker.ts';
import type { CountedTwice, Trades } from './fitError.ts';
import type { Labelled, Sets, Tweet } from './readSets.ts';
import { englishCourse, teach } from './trainSentiment.ts';

/** The tweets that judge English: of later months than those it then learns from. */
export const isLater = ({ group }: Pick<Tweet, 'group'>): boolean => group === 'twitter-2016test-A';

/** English without the tweets that judge it. */
export const earlierCourse = (sets: Sets) =>
  englishCourse({ ...sets, tweets: () => sets.tweets().filter((tweet) => !isLater(tweet)) });

/** English models, each of which has not seen the texts that it is to judge. */
export type Unseeing = Record<'tweets' | 'festival' | 'oneBrand' | 'beauty', SentimentModel>;

export const teachUnseeing = (sets: Sets): Unseeing => ({
  tweets: teach(earlierCourse(sets)),
  festival: teach(englishCourse(sets, ['festival'])),
  oneBrand: teach(englishCourse(sets, ['oneBrand'])),
  beauty: teach(englishCourse(sets, ['luxuryReviews', 'beautyReviews'])),
});

/** What the model thinks of a text: of negative, neutral, positive. `isCopy`: of a text before it in its group. */
export type Thought = { probabilities: Float64Array; isCopy: boolean };
export type NetGroup = CountedTwice & { thoughts: Thought[] };

const sketch = createSketcher();
const none = (): OpinionCounts => ({ positive: 0, neutral: 0, negative: 0 });

/** Texts by `keyOf` ('': in no group), where people found `least` opinions or more and the model enough for a figure. */
function groupBy<Row extends Labelled>(
  rows: readonly Row[],
  model: SentimentModel,
  keyOf: (row: Row) => string,
  least: number,
): NetGroup[] {
  const { doc, think } = createThinker(model);
  const groups = new Map<string, NetGroup & { known: CopyIndex }>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === '') continue;
    const group = groups.get(key) ?? { people: none(), ours: none(), thoughts: [], known: createCopyIndex() };
    groups.set(key, group);
    const probabilities = think(row);
    group.people[row.label] += 1;
    group.ours[labelOf(probabilities)] += 1;
    const isCopy = group.known.findOrAdd(sketch(doc), group.thoughts.length, 0) !== undefined;
    group.thoughts.push({ probabilities, isCopy });
  }
  return [...groups.values()].filter(
    ({ people, ours }) => people.positive + people.negative >= least && ours.positive + ours.negative >= tooFewBelow,
  );
}

/** What the error is fitted on: 30 opinions or more. `topics` by the whole text's label, `towards` by the opinion of the topic. */
export const fittedSets = {
  tweets: ['topics', 'towards'],
  festival: ['targets'],
  oneBrand: ['days'],
  beauty: ['products'],
} as const;
/** What else it is checked on, by day or year: ten opinions or more. */
export const checkedSets = ['topicDays', 'towardsDays', 'productYears'] as const;

const day = (at: number) => String(Math.floor(at / dayMs));

/** The later tweets whose topic people judged too: as they labelled the text, and by its opinion of the topic. */
export function topicTweets(sets: Sets) {
  const topicOf = new Map(sets.topicPoints().map((row) => [row.text, row]));
  const later = sets.tweets().filter((tweet) => isLater(tweet) && topicOf.has(tweet.text));
  const towards = later.map((tweet) => ({ ...tweet, label: topicOf.get(tweet.text)!.label }));
  return { later, towards, topicOf: ({ text }: Labelled) => topicOf.get(text)!.topic };
}

/** Every group that people labelled, judged by a model that did not learn from its trade. */
export function netGroups(sets: Sets, models: Unseeing) {
  const { later, towards, topicOf: topic } = topicTweets(sets);
  const reviews = [...sets.luxuryReviews(), ...sets.beautyReviews()];
  const { tweets, festival, oneBrand, beauty } = models;
  return {
    topics: groupBy(later, tweets, topic, 30),
    towards: groupBy(towards, tweets, topic, 30),
    targets: groupBy(sets.festival(), festival, ({ target }) => target, 30),
    days: groupBy(sets.oneBrand(), oneBrand, ({ at }) => day(at), 30),
    products: groupBy(reviews, beauty, ({ product }) => product, 30),
    topicDays: groupBy(later, tweets, (row) => `${topic(row)} ${day(row.at)}`, 10),
    towardsDays: groupBy(towards, tweets, (row) => `${topic(row)} ${day(row.at)}`, 10),
    productYears: groupBy(
      reviews,
      beauty,
      ({ product, at }) => (at === undefined ? '' : `${product} ${new Date(at).getUTCFullYear()}`),
      10,
    ),
  };
}

export type NetSets<Group extends CountedTwice = CountedTwice> = Record<keyof ReturnType<typeof netGroups>, Group[]>;

export const tradesOf = (groups: NetSets): Trades =>
  Object.fromEntries(
    Object.entries(fittedSets).map(([trade, names]) => [
      trade,
      Object.fromEntries(names.map((name) => [name, groups[name]])),
    ]),
  );
