import { createIntl } from 'react-intl';
import { expect, it } from 'vitest';
import { createFormat } from '../../../../client/ui/format.ts';
import type { Language } from '../../../../client/ui/language.ts';
import { sayWith } from '../../../../client/ui/useWords.ts';
import { wallEn } from '../../../../client/ui/words/wall.en.ts';
import { wallFr } from '../../../../client/ui/words/wall.fr.ts';
import { sayPlace } from '../../../../client/views/wall/sayPlace.ts';
import type { LaunchComparison } from '../../../../shared/launchComparison.ts';
import { countedLaunch, makeComparison, steadyPast } from '../../../support/makeComparison.ts';

const words = { en: wallEn, fr: wallFr };
function said(comparison: LaunchComparison, language: Language = 'en') {
  const onError = (error: Error) => {
    throw error;
  };
  const intl = createIntl({ locale: language, messages: words[language], onError });
  return sayPlace(comparison, sayWith(intl), createFormat(language, 'Europe/Paris'))?.replace(/\s/g, ' ');
}
const launch = (each: number, hours = 6) => countedLaunch('balm', Array<number>(hours).fill(each));

it('says a place and how many were compared, and no figure that stands elsewhere on the scene', () => {
  expect(said(makeComparison(launch(35), steadyPast(2)))).toBeUndefined();
  expect(said(makeComparison(launch(35), steadyPast(4)))).toBe('Second most buzz of 5 launches at this point.');
  expect(said(makeComparison(launch(1), steadyPast(4)))).toBe('Least buzz of 5 launches at this point.');
  expect(said(makeComparison(launch(85), steadyPast(11)))).toBe(
    'Buzz is above 73 % of 11 past launches at this point.',
  );
  expect(said(makeComparison(launch(35), steadyPast(4)), 'fr')).toBe('Deuxième buzz sur 5 lancements à ce stade.');
  expect(said(makeComparison(launch(1), steadyPast(11)), 'fr')).toBe(
    'Le buzz ne dépasse aucun des 11 lancements passés à ce stade.',
  );
});

it('says until when once the time that is compared is over', () => {
  const over = makeComparison(launch(35, 12), steadyPast(4), { nowHour: 24 });
  expect(said(over)).toBe('Second most buzz of 5 launches until T+12 h.');
  expect(said(over, 'fr')).toBe('Deuxième buzz sur 5 lancements jusqu’à T+12 h.');
});

it('says another place that distinct texts give it', () => {
  const told = launch(100);
  const copied = { ...told, points: told.points.map((point) => ({ ...point, distinct: 35 })) };
  expect(said(makeComparison(copied, steadyPast(4)))).toBe(
    'Most buzz of 5 launches at this point; the second most in distinct texts.',
  );
  expect(said(makeComparison(copied, steadyPast(4)), 'fr')).toBe(
    'Buzz le plus fort sur 5 lancements à ce stade ; le deuxième en textes distincts.',
  );
});
