import type { Standing } from './launchComparison.ts';

/** From this share of copies on nobody may read a count of mentions without the texts beside it. */
const copiedFrom = 0.1;
/** "clearly" is more than 90 % probable, as everywhere. */
const sure = 0.9;

/** As numbers of times are written: two that read alike are alike. */
const written = (times: number) => (times < 9.95 ? Math.round(times * 10) / 10 : Math.round(times));

export type Way = 'more' | 'less' | 'same';
export const wayOf = (probabilityMore: number | undefined): Way =>
  probabilityMore === undefined
    ? 'same'
    : probabilityMore > sure
      ? 'more'
      : probabilityMore < 1 - sure
        ? 'less'
        : 'same';

/**
 * What a sentence about the mentions of a launch says of its distinct texts. `none`: they tell the same, and hardly anything is
 * copied; `also`: the same multiple; `times`: another one; `unclear`: mentions clearly differ from the median, texts do not.
 */
export type TextsBeside = 'none' | 'also' | 'times' | 'unclear';

export function textsBeside(standing: Pick<Standing, 'mentions' | 'times' | 'probabilityMore' | 'texts'>): TextsBeside {
  const { mentions, times, texts } = standing;
  if (times === undefined || texts.times === undefined) return 'none';
  const [ofMentions, ofTexts] = [wayOf(standing.probabilityMore), wayOf(texts.probabilityMore)];
  if (mentions - texts.count < copiedFrom * mentions && ofMentions === ofTexts) return 'none';
  if (ofTexts === 'same' && ofMentions !== 'same') return 'unclear';
  return written(times) === written(texts.times) ? 'also' : 'times';
}

/** Whether its distinct texts give the launch another place among past ones than its mentions do. */
export const isPlacedApart = ({ rank, percentile, texts }: Pick<Standing, 'rank' | 'percentile' | 'texts'>): boolean =>
  rank?.place !== texts.rank?.place || percentile !== texts.percentile;
