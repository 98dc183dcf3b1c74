import { denseNames } from '../pipeline/sentiment/features.ts';
import { classes, type SentimentModel } from '../pipeline/sentiment/model.ts';
import type { LexiconLanguage } from '../pipeline/words/wordTables.ts';
import { createRandom } from '../random.ts';
import {
  type Example,
  examplesOf,
  fitTemperature,
  type LearnOptions,
  learnMean,
  quantise,
  type RawModel,
} from './learn.ts';
import { type Labelled, labelRated, type Sets, type Tweet } from './readSets.ts';
import { serviceLessons } from './serviceLessons.ts';

/** Texts that teach a model, and how much each weighs. Invented ones are too easy to tell how sure a model may be. */
export type Lesson = { name: string; rows: readonly Labelled[]; weight: number; isInvented?: true };

export type Course = {
  language: LexiconLanguage | '';
  lessons: readonly Lesson[];
  options: LearnOptions;
  shares: SentimentModel['shares'];
  /** Added to the neutral class's weights of counted features; nothing where it is left out. */
  towardsNeutral?: { base: number; links: number };
};

/** Three stars of five, or a rating near zero, tell of mixed feelings: whoever writes them is not neutral. */
const withFeeling = (rows: readonly Labelled[]) => rows.filter(({ label }) => label !== 'neutral');

/** Each year other people labelled the tweets, and drew the line to neutral elsewhere: a set for each. */
function byYear(tweets: readonly Tweet[]): Lesson[] {
  const years = new Map<string, Tweet[]>();
  for (const tweet of tweets) {
    // "twitter-2016test-A"
    const year = tweet.group.slice(8, 12);
    const rows = years.get(year);
    if (rows) rows.push(tweet);
    else years.set(year, [tweet]);
  }
  return [...years].map(([year, rows]) => ({ name: `tweets ${year}`, rows, weight: 1 }));
}

type EnglishSets = Pick<
  Sets,
  'tweets' | 'comments' | 'snippets' | 'festival' | 'oneBrand' | 'luxuryReviews' | 'beautyReviews'
>;

/** What English is learned from. `without` leaves sets out, so that they can judge what was learned. */
export function englishCourse(sets: EnglishSets, without: readonly string[] = []): Course {
  const lessons: Lesson[] = [
    ...byYear(sets.tweets()),
    { name: 'comments', rows: sets.comments(), weight: 0.2 },
    { name: 'snippets', rows: withFeeling(sets.snippets().map(labelRated)), weight: 0.3 },
    { name: 'festival', rows: sets.festival(), weight: 0.5 },
    { name: 'oneBrand', rows: sets.oneBrand(), weight: 0.5 },
    { name: 'luxuryReviews', rows: withFeeling(sets.luxuryReviews()), weight: 0.3 },
    { name: 'beautyReviews', rows: withFeeling(sets.beautyReviews()), weight: 0.3 },
    // A few hundred texts beside a hundred thousand.
    { name: 'service', rows: serviceLessons('en'), weight: 6, isInvented: true },
  ];
  return {
    language: 'en',
    lessons: lessons.filter(({ name }) => !without.includes(name)),
    // Twice the buckets bring nothing and leave the cache.
    options: { buckets: 1 << 16, runs: 2, ownBases: true },
    // How strong a feeling is people rate by its words; which way it goes the learned opinion knows better.
    shares: { valence: 0.5, lexicon: 0.2, opinion: 0.3 },
    // Where the line to neutral runs the sets do not agree, least of all for texts with a link, which in a stream are mostly news:
    // chosen on tweets left out; see docs/MODEL_CARD.md.
    towardsNeutral: { base: 0.4, links: 0.5 },
  };
}

export function frenchCourse(sets: Sets, tweets: readonly Labelled[] = sets.frenchTweets()): Course {
  return {
    language: 'fr',
    lessons: [
      { name: 'tweets', rows: tweets, weight: 1 },
      { name: 'filmReviews', rows: sets.filmReviews(), weight: 0.3 },
      { name: 'service', rows: serviceLessons('fr'), weight: 2, isInvented: true },
    ],
    options: { buckets: 1 << 15, epochs: 8 },
    shares: { valence: 0, lexicon: 0.3, opinion: 0.7 },
  };
}

/** A language without a lexicon: its words alone. */
export function otherCourse(tweets: readonly Labelled[]): Course {
  return {
    language: '',
    lessons: [{ name: 'tweets', rows: tweets, weight: 1 }],
    options: { buckets: 1 << 15, epochs: 8 },
    shares: { valence: 0, lexicon: 0, opinion: 1 },
  };
}

const heldOut = 0.1;
const neutralWeightOf = (name: (typeof denseNames)[number]) =>
  denseNames.indexOf(name) * classes.length + classes.indexOf('neutral');

/** Learns a course: a first time without a tenth of it, which tells the temperature, then all of it. */
export function teach({ language, lessons, options, shares, towardsNeutral }: Course): SentimentModel {
  const random = createRandom(5);
  const all: Example[] = [];
  const held: Example[] = [];
  lessons.forEach(({ rows, weight, isInvented }, set) => {
    for (const example of examplesOf(rows, language, options.buckets, weight)) {
      example.set = set;
      all.push(example);
      if (isInvented === undefined && random() < heldOut) held.push(example);
    }
  });
  const learned = (examples: readonly Example[]): RawModel => {
    const model = learnMean(examples, options);
    model.dense[neutralWeightOf('base')]! += towardsNeutral?.base ?? 0;
    model.dense[neutralWeightOf('links')]! += towardsNeutral?.links ?? 0;
    return model;
  };
  const heldSet = new Set(held);
  const temperature = fitTemperature(learned(all.filter((example) => !heldSet.has(example))), held);
  return quantise({ ...learned(all), temperature, shares });
}
