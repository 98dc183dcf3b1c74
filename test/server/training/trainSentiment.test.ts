import { describe, expect, it } from 'vitest';
import { denseNames } from '../../../server/pipeline/sentiment/features.ts';
import { classes } from '../../../server/pipeline/sentiment/model.ts';
import { examplesOf, learn, learnMean } from '../../../server/training/learn.ts';
import type { Labelled } from '../../../server/training/readSets.ts';
import { type Course, englishCourse, teach } from '../../../server/training/trainSentiment.ts';

const buckets = 1 << 10;
const balanced: Labelled[] = Array.from({ length: 20 }, (_, k) => [
  { text: `the pump broke after ${k} days`, label: 'negative' as const },
  { text: `it comes in a box of ${k}`, label: 'neutral' as const },
  { text: `day ${k} and the serum glows`, label: 'positive' as const },
]).flat();
/** Stars: nobody in it is neutral. */
const polar = balanced.filter(({ label }) => label !== 'neutral');

const course = (more: Partial<Course> = {}): Course => ({
  language: 'en',
  lessons: [
    { name: 'balanced', rows: balanced, weight: 1 },
    { name: 'polar', rows: polar, weight: 1 },
  ],
  options: { buckets, runs: 2, ownBases: true },
  shares: { valence: 0, lexicon: 0.3, opinion: 0.7 },
  ...more,
});
const neutralOf = (dense: readonly number[], name: (typeof denseNames)[number]) =>
  dense[denseNames.indexOf(name) * 3 + classes.indexOf('neutral')]!;

describe('teach', () => {
  it('learns the same bytes from the same texts', () => {
    expect(teach(course())).toEqual(teach(course()));
  });

  it("adds to the neutral class's base and links and changes nothing else", () => {
    const { temperature: _, dense: without, ...rest } = teach(course());
    const { temperature: __, dense: moved, ...same } = teach(course({ towardsNeutral: { base: 0.4, links: 0.5 } }));
    expect(same).toEqual(rest);
    expect(neutralOf(moved, 'base') - neutralOf(without, 'base')).toBeCloseTo(0.4, 4);
    expect(neutralOf(moved, 'links') - neutralOf(without, 'links')).toBeCloseTo(0.5, 4);
    expect(moved.filter((weight, at) => weight !== without[at])).toHaveLength(2);
  });

  it('draws the line to neutral for each year of tweets apart, and for each other set', () => {
    const tweet = (group: string) => ({ text: group, label: 'neutral' as const, at: 0, group });
    const none = () => [];
    const { lessons } = englishCourse({
      tweets: () => [tweet('twitter-2013dev-A'), tweet('twitter-2016test-A'), tweet('twitter-2013train-A')],
      comments: none,
      snippets: none,
      festival: none,
      oneBrand: none,
      luxuryReviews: none,
      beautyReviews: none,
    });
    const tweets = lessons.filter(({ name }) => name.startsWith('tweets'));
    expect(tweets.map(({ rows }) => rows.map(({ text }) => text))).toEqual([
      ['twitter-2013dev-A', 'twitter-2013train-A'],
      ['twitter-2016test-A'],
    ]);
  });

  it('blames less on the words of a set that it holds no neutral texts', () => {
    const reviews = polar.map(({ text, label }) => ({ text: `lotion ${text}`, label }));
    const examples = [balanced, reviews].flatMap((rows, set) =>
      examplesOf(rows, 'en', buckets, 1).map((example) => ({ ...example, set })),
    );
    const [lotion] = examplesOf([{ text: 'lotion', label: 'neutral' }], 'en', buckets, 1);
    const speaksForNeutral = (ownBases: boolean) => {
      const { hashed } = learn(examples, { buckets, ownBases });
      return lotion!.buckets.reduce((sum, bucket) => sum + hashed[bucket * 3 + classes.indexOf('neutral')]!, 0);
    };
    expect(speaksForNeutral(false)).toBeLessThan(0);
    expect(speaksForNeutral(true)).toBeGreaterThan(speaksForNeutral(false));
  });
});

describe('learnMean', () => {
  it('is the mean of models that saw the texts in other orders', () => {
    const examples = examplesOf(balanced, 'en', buckets, 1);
    const [first, second] = [learn(examples, { buckets, seed: 1 }), learn(examples, { buckets, seed: 2 })];
    const mean = learnMean(examples, { buckets, runs: 2 });
    expect(first.dense).not.toEqual(second.dense);
    mean.dense.forEach((weight, at) => {
      expect(weight).toBeCloseTo((first.dense[at]! + second.dense[at]!) / 2, 10);
    });
    mean.hashed.forEach((weight, at) => {
      expect(weight).toBeCloseTo((first.hashed[at]! + second.hashed[at]!) / 2, 5);
    });
  });
});
