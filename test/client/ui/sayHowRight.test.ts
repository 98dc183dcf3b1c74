import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { createFormat } from '../../../client/ui/format.ts';
import { sayHowRight } from '../../../client/ui/sayHowRight.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { scoreboardEn } from '../../../client/ui/words/scoreboard.en.ts';
import { scoreboardFr } from '../../../client/ui/words/scoreboard.fr.ts';
import { sharedEn } from '../../../client/ui/words/shared.en.ts';
import { sharedFr } from '../../../client/ui/words/shared.fr.ts';
import type { MeasuredShare } from '../../../shared/scoreboard.ts';

const words = { en: { ...sharedEn, ...scoreboardEn }, fr: { ...sharedFr, ...scoreboardFr } };
const few: MeasuredShare = { labels: 3, share: null, low: null, high: null };
const opinions: MeasuredShare = { labels: 84, share: 0.87, low: 0.78, high: 0.93 };
const found: MeasuredShare = { labels: 73, share: 0.39, low: 0.35, high: 0.43 };

function said(sentiment: MeasuredShare, recall: MeasuredShare, language: 'en' | 'fr' = 'en') {
  const onError = (error: Error) => {
    throw error;
  };
  const intl = createIntl({ locale: language, messages: words[language], onError });
  const { headline, sure } = sayHowRight({ sentiment, recall }, sayWith(intl), createFormat(language, 'Europe/Paris'));
  return `${headline} ${sure}`.replaceAll(/[\u00a0\u202f]/g, ' ');
}

it('answers with both figures, their intervals and how many labels they rest on', () => {
  expect(said(opinions, found)).toBe(
    'The machine reads 87 % of opinions rightly, and finds 39 % of what matters. How sure, at 90 %: opinions 78–93 %, by 84 labels; what matters 35–43 %, by 73 labels.',
  );
  expect(said(opinions, found, 'fr')).toContain('La machine lit correctement 87 % des opinions et repère 39 %');
});

it('says one of them where the other has too few labels, and no figure where both have', () => {
  expect(said(opinions, few)).toMatch(/^The machine reads 87 % of opinions rightly\. [^;]*84 labels\.$/);
  expect(said(few, found)).toMatch(/^The machine finds 39 % of what matters\. [^;]*73 labels\.$/);
  expect(said(few, few)).toBe('Nobody knows yet how right the machine is. 3 labels so far; 5 are needed to say.');
});
