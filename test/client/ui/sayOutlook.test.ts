import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../client/ui/format.ts';
import { sayOutcome, sayOutlook } from '../../../client/ui/sayOutlook.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { moreEn } from '../../../client/ui/words/more.en.ts';
import { moreFr } from '../../../client/ui/words/more.fr.ts';
import type { LaunchOutlook, OutlookScore } from '../../../shared/outlook.ts';

const in_ = {
  en: { say: sayWith(createIntl({ locale: 'en', messages: moreEn })), format: createFormat('en', 'UTC') },
  fr: { say: sayWith(createIntl({ locale: 'fr', messages: moreFr })), format: createFormat('fr', 'UTC') },
};
const score: OutlookScore = { coverage50: 0.5, coverage80: 0.75, intervalScore: 9, absoluteError: 2 };
const mean: OutlookScore = { ...score, absoluteError: 4.2 };
const known = { outcome: { name: 'Market share', unit: '%' }, asOfMs: 0, past: 12 } as const;
const record = {
  ...{ launches: 12, ...score, mean, withoutColumns: mean, chance: 0.002 },
  ...{ scale: 'logit' as const, columns: ['TV'] },
};
const answered: LaunchOutlook = {
  ...{ ...known, record, median: 12.34, low80: 8, high80: 17, low50: 10, high50: 14.5 },
  because: [
    { column: 'buzz:buzz-before', effect: 3.25, weight: 0.99 },
    { column: 'signal:TV spend', effect: -1.5, weight: 0.4 },
  ],
  beyond: ['Price'],
};

describe('an outlook in words', () => {
  it('says the median with its interval, what moved it by the names of things, and its record in launches', () => {
    const said = sayOutlook(answered, in_.en.say, in_.en.format);
    expect(said.headline).toBe(
      'Market share: 12.3\u00a0% expected, and with 80\u00a0% between 8.0\u00a0% and 17.0\u00a0%.',
    );
    expect(said.moves).toEqual([
      { text: 'buzz before T0: +3.3\u00a0points', isWeak: false },
      { text: 'TV spend: −1.5\u00a0points, hardly counts', isWeak: true },
    ]);
    expect(said.record).toContain('Off by 2.0\u00a0points on average; their plain mean by 4.2\u00a0points');
    expect(said.beyond).toContain('Price');
    expect(said.record).toContain('of 12 past launches');
    expect(said.record).toContain('9 lay within the 80 % interval and 6 within the 50 % one');
  });

  it('says no number of the outcome in a refusal, in both languages', () => {
    for (const { say, format } of Object.values(in_)) {
      const few = sayOutlook(
        { ...known, past: 1, record: null, refused: 'too-few-launches', because: '' },
        say,
        format,
      );
      expect(few.headline).toContain('1 ');
      expect(few.headline).toContain('6');
      const chance = sayOutlook({ ...known, record, refused: 'no-better-than-mean', because: '' }, say, format);
      expect(chance).toEqual({ headline: expect.stringContaining('12'), moves: [] });
    }
  });

  it('gives an outcome about three digits', () => {
    const { format } = in_.en;
    expect([1234.5, 45.67, 0.1234, -3].map((value) => sayOutcome(value, undefined, format))).toEqual([
      '1,235',
      '45.7',
      '0.12',
      '−3.0',
    ]);
  });
});
