import type { WordKey } from '../ui/words/en.ts';
import type { Sentence } from './headline.ts';

/** What a sentence of the wall says of "the last hour", and how it says the same of an hour that is named. */
const namingTheHour: Partial<Record<WordKey, WordKey>> = {
  'headline.silence': 'wall.then.silence',
  'headline.count': 'wall.then.count',
  'headline.fresh': 'wall.then.count',
  'headline.times': 'wall.then.times',
  'headline.more': 'wall.then.more',
  'headline.fewer': 'wall.then.fewer',
  'headline.steady': 'wall.then.steady',
  'headline.bothPoles': 'wall.then.bothPoles',
  'headline.onlyHelps': 'wall.then.onlyHelps',
  'headline.onlyHurts': 'wall.then.onlyHurts',
  'headline.noPoles': 'wall.then.noPoles',
  'wall.unheard': 'wall.then.unheard',
  'wall.sourceLost': 'wall.then.sourceLost',
  'wall.themesTooFewWhy': 'wall.then.themesTooFewWhy',
};

/** The sentences of a scene in a replay, where no hour is the last: with the times of day between which theirs is. */
export function replayedSentence(sentences: readonly Sentence[], hour: { from: string; to: string }): Sentence[] {
  return sentences.map((sentence) =>
    sentence.map((segment) => {
      const key = namingTheHour[segment.key];
      return key === undefined
        ? segment
        : { ...segment, key, values: { ...segment.values, hourFrom: hour.from, hourTo: hour.to } };
    }),
  );
}
