import type { SentimentModel } from '../pipeline/sentiment/model.ts';
import type { LexiconLanguage } from '../pipeline/words/wordTables.ts';
import { createRandom } from '../random.ts';
import { type Example, examplesOf, fitTemperature, type LearnOptions, learn, quantise } from './learn.ts';
import { type Labelled, labelRated, type Sets } from './readSets.ts';
import { serviceLessons } from './serviceLessons.ts';

/** Texts that teach a model, and how much each weighs. Invented ones are too easy to tell how sure a model may be. */
export type Lesson = { name: string; rows: readonly Labelled[]; weight: number; isInvented?: true };

export type Course = {
  language: LexiconLanguage | '';
  lessons: readonly Lesson[];
  options: LearnOptions;
  shares: SentimentModel['shares'];
};

/** What English is learned from. `without` leaves sets out, so that they can judge what was learned. */
export function englishCourse(sets: Sets, without: readonly string[] = []): Course {
  const lessons: Lesson[] = [
    { name: 'tweets', rows: sets.tweets(), weight: 1 },
    { name: 'comments', rows: sets.comments(), weight: 0.2 },
    { name: 'snippets', rows: sets.snippets().map(labelRated), weight: 0.3 },
    { name: 'festival', rows: sets.festival(), weight: 0.5 },
    { name: 'oneBrand', rows: sets.oneBrand(), weight: 0.5 },
    { name: 'luxuryReviews', rows: sets.luxuryReviews(), weight: 0.3 },
    { name: 'beautyReviews', rows: sets.beautyReviews(), weight: 0.3 },
    // A few hundred texts beside a hundred thousand.
    { name: 'service', rows: serviceLessons('en'), weight: 6, isInvented: true },
  ];
  return {
    language: 'en',
    lessons: lessons.filter(({ name }) => !without.includes(name)),
    options: { buckets: 1 << 17 },
    // How strong a feeling is people rate by its words; which way it goes the learned opinion knows better.
    shares: { valence: 0.5, lexicon: 0.2, opinion: 0.3 },
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

/** Learns a course: a first time without a tenth of it, which tells the temperature, then all of it. */
export function teach({ language, lessons, options, shares }: Course): SentimentModel {
  const random = createRandom(5);
  const all: Example[] = [];
  const held: Example[] = [];
  for (const { rows, weight, isInvented } of lessons)
    for (const example of examplesOf(rows, language, options.buckets, weight)) {
      all.push(example);
      if (isInvented === undefined && random() < heldOut) held.push(example);
    }
  const heldSet = new Set(held);
  const first = learn(
    all.filter((example) => !heldSet.has(example)),
    options,
  );
  const temperature = fitTemperature(first, held);
  return quantise({ ...learn(all, options), temperature, shares });
}
