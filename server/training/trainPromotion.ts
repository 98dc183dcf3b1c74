import { denseNames } from '../pipeline/sentiment/features.ts';
import type { Head } from '../pipeline/sentiment/model.ts';
import { examplesOf, learn } from './learn.ts';
import type { Labelled, Sets } from './readSets.ts';

const buckets = 1 << 15;
/** Texts of other kinds, nearly all of them no promotion: without them every tweet about a phone looks like one. */
const otherWeight = 0.3;

const everyNth = <Row>(rows: readonly Row[], count: number): Row[] => {
  const step = Math.ceil(rows.length / count);
  return rows.filter((_, index) => index % step === 0);
};

/** Learns how people word it who promote themselves. `isLearned` leaves comments out that are to judge it. */
export function teachPromotion(sets: Sets, isLearned: (comment: { video: string }) => boolean = () => true): Head {
  const comments = sets.videoComments().filter(isLearned);
  const labelled = comments.map(({ text, isSpam }): Labelled => ({ text, label: isSpam ? 'positive' : 'negative' }));
  const asOrdinary = (rows: readonly Labelled[]) => rows.map(({ text }): Labelled => ({ text, label: 'negative' }));
  const ordinary = [
    ...examplesOf(
      asOrdinary([
        ...everyNth(sets.tweets(), 3_000),
        ...everyNth(sets.comments(), 2_000),
        ...everyNth(sets.luxuryReviews(), 500),
      ]),
      'en',
      buckets,
      1,
    ),
    ...examplesOf(asOrdinary(everyNth(sets.frenchTweets(), 500)), 'fr', buckets, 1),
  ];
  for (const example of ordinary) example.weight = otherWeight;
  const model = learn([...examplesOf(labelled, 'en', buckets, 1), ...ordinary], { buckets, epochs: 8 });
  const margins = Float64Array.from(
    { length: buckets },
    (_, bucket) => model.hashed[bucket * 3 + 2]! - model.hashed[bucket * 3]!,
  );
  const sizes = margins.map(Math.abs).sort();
  const step = sizes[Math.floor(sizes.length * 0.9995)]! / 127;
  return {
    buckets,
    hashed: Int8Array.from(margins, (margin) => Math.max(-127, Math.min(127, Math.round(margin / step)))),
    step,
    dense: denseNames.map((_, at) => Math.round((model.dense[at * 3 + 2]! - model.dense[at * 3]!) * 1e5) / 1e5),
  };
}
