import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../client/ui/format.ts';
import { offsetWords } from '../../../client/ui/offsetWords.ts';
import { sayStanding } from '../../../client/ui/sayStanding.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { comparisonEn } from '../../../client/ui/words/comparison.en.ts';
import { comparisonFr } from '../../../client/ui/words/comparison.fr.ts';
import { headlineEn } from '../../../client/ui/words/headline.en.ts';
import { headlineFr } from '../../../client/ui/words/headline.fr.ts';
import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';
import { countedLaunch, makeComparison, steadyPast, t0 } from '../../support/makeComparison.ts';

const words = { en: { ...headlineEn, ...comparisonEn }, fr: { ...headlineFr, ...comparisonFr } };
function said(comparison: LaunchComparison, language: 'en' | 'fr' = 'en') {
  const onError = (error: Error) => {
    throw error;
  };
  const intl = createIntl({ locale: language, messages: words[language], onError });
  const { headline, counted, more } = sayStanding(comparison, sayWith(intl), createFormat(language, 'Europe/Paris'));
  return [headline, ...counted, ...more].join(' ').replaceAll(/[\u00a0\u202f]/g, ' ');
}
const launch = (each: number, hours = 6) => countedLaunch('balm', Array<number>(hours).fill(each));

describe('where a launch stands, in words', () => {
  it('compares nothing below three past launches, ranks to nine, and tells a percentile from ten on', () => {
    for (let count = 0; count <= 14; count += 1) {
      const sentence = said(makeComparison(launch(45), steadyPast(count)));
      expect(sentence).toContain('270 mentions of the product from T0 to T+6 h');
      expect(/(most|Most|Least) buzz of \d+ launches/.test(sentence), `${count}: ${sentence}`).toBe(
        count >= 3 && count < 10,
      );
      expect(/^Buzz is (above|below) .* past launches/.test(sentence), `${count}: ${sentence}`).toBe(count >= 10);
      expect(/median/.test(sentence), `${count}: ${sentence}`).toBe(count >= 3);
    }
  });

  it('speaks in the past of a launch all of whose axis is over', () => {
    const over = makeComparison(launch(35, 12), steadyPast(4), { nowHour: 24 });
    expect(said(over)).toMatch(/^It drew the second most buzz of 5 launches until T\+12 h, 1\.4 times the median\./);
    expect(said(over)).not.toContain('so far');
    expect(said(over, 'fr')).toMatch(/^Il a eu le deuxième buzz sur 5 lancements jusqu’à T\+12 h/);
  });

  it('says place, multiple, certainty and the launch that is most like it', () => {
    expect(said(makeComparison(launch(35), steadyPast(4)))).toMatch(
      /^Second most buzz of 5 launches at T\+6 h, 1\.4 times the median\. 210 mentions of the product from T0 to T\+6 h, 210 distinct texts\. .*More than 90 % probable to be above the median\./,
    );
    const wave = [10, 30, 60, 30, 10, 5];
    const twin = countedLaunch('twin', [...wave.map((count) => 3 * count), ...Array<number>(6).fill(5)], {
      at: t0 - hourMs,
    });
    const beside = makeComparison(countedLaunch('balm', wave), [...steadyPast(3), twin]);
    expect(said(beside)).toMatch(/In the shape of its curve, whatever the height, so far most like The twin\.$/);
    expect(said(makeComparison(launch(1_000), steadyPast(4)))).toMatch(
      /^Most buzz of 5 .*More than 90 % probable to be above the median/,
    );
    expect(said(makeComparison(launch(1), steadyPast(4)))).toMatch(
      /^Least buzz of 5 .*More than 90 % probable to be below the median/,
    );
    expect(said(makeComparison(launch(25), steadyPast(4)))).toContain('Not clearly more or less than the median.');
    expect(said(makeComparison(launch(85), steadyPast(11)))).toMatch(
      /^Buzz is above 73 % of 11 past launches at T\+6 h, 1\.4 times their median\. .*Percentile 73 of 11 past launches\.$/,
    );
    expect(said(makeComparison(launch(1_000), steadyPast(11)))).toMatch(/^Buzz is above all 11 past launches at/);
    expect(said(makeComparison(launch(1), steadyPast(11)), 'fr')).toMatch(/^Le buzz ne dépasse aucun des 11/);
    expect(said(makeComparison(launch(35), steadyPast(4)), 'fr')).toMatch(
      /^Deuxième buzz sur 5 lancements à T\+6 h, 1,4 fois la médiane\./,
    );
  });

  it('says beside its mentions what its distinct texts say, and another place where they give it one', () => {
    const copied = (each: number, distinct: number) => {
      const told = launch(each);
      return { ...told, points: told.points.map((point) => ({ ...point, distinct })) };
    };
    const sentence = said(makeComparison(copied(100, 60), steadyPast(4)));
    expect(sentence).toMatch(
      /^Most buzz of 5 launches at T\+6 h, 4\.0 times the median, 2\.4 times in distinct texts\. /,
    );
    expect(sentence).toContain('600 mentions of the product from T0 to T+6 h, 360 distinct texts.');
    expect(sentence).toContain('Median of the past launches: 150 mentions, 150 distinct texts.');
    expect(sentence).toContain('above the median, in mentions as in distinct texts.');
    expect(said(makeComparison(copied(100, 35), steadyPast(4)))).toMatch(
      /^Most buzz of 5 launches at T\+6 h, 4\.0 times the median; the second most in distinct texts, 1\.4 times\. /,
    );
    expect(said(makeComparison(copied(100, 35), steadyPast(4)), 'fr')).toMatch(
      /^Buzz le plus fort sur 5 lancements à T\+6 h, 4,0 fois la médiane ; le deuxième en textes distincts, 1,4 fois\. /,
    );
    // A place is another one though hardly anything is copied.
    expect(said(makeComparison(copied(41, 39), steadyPast(4)))).toMatch(
      /the median; the second most in distinct texts/,
    );
    expect(said(makeComparison(copied(120, 15), steadyPast(11)))).toMatch(
      /^Buzz is above all 11 past launches at T\+6 h, 2\.0 times their median; in distinct texts above 9 %, 0\.3 times\. .*above the median; in distinct texts more than 90 % probable to be below\./,
    );
  });

  it('says the shown figure beside past launches where the curve is not of mentions', () => {
    const sentence = (past: number, metric: 'net' | 'mentions') =>
      said(makeComparison(launch(85), steadyPast(past), { metric }));
    expect(sentence(4, 'net')).toMatch(
      /Net sentiment at T\+5 h: \+\d+; 4 past launches from \+\d+ to \+\d+, median \+\d+\./,
    );
    expect(sentence(11, 'net')).toMatch(/Net sentiment at T\+5 h: \+\d+; half of 11 past launches from/);
    expect(sentence(1, 'net')).toMatch(/Net sentiment at T\+5 h: \+\d+\.$/);
    expect(sentence(4, 'mentions')).not.toContain('at T+5 h');
  });

  it('says why where there is nothing to say', () => {
    const none = countedLaunch('balm', [], { heard: null, missing: 'not-heard' });
    expect(said(makeComparison(none, [], { nowHour: -48 }))).toBe(
      'T0 is in 2 d. Nothing has been counted for this launch yet.',
    );
    expect(said(makeComparison(none, [], { nowHour: 48 }))).toContain('Nobody listened');
    expect(said(makeComparison({ ...none, missing: 'not-counted' }, []))).toContain('being counted');
    const untold = makeComparison({ ...none, missing: 'not-told' }, [], { nowHour: 48 });
    expect(said(untold)).toBe('The demo is still being told: posts around this launch are yet to come.');
    expect(said(untold, 'fr')).toContain('La démo se remplit encore');
    const pastToCome = [{ ...countedLaunch('past', []), missing: 'not-told' as const, heard: null }];
    expect(said(makeComparison(launch(45), pastToCome))).toContain('past launches are yet to come');
    expect(said(makeComparison({ ...launch(5), size: null }, steadyPast(4), { scale: 'size' }))).toContain(
      'usual size is not known',
    );
    expect(said(makeComparison(launch(0), []))).toContain('No mention of the product from T0 to T+6 h.');
  });

  it('writes distances from T0 with a real minus', () => {
    const format = createFormat('en', 'UTC');
    expect([0, 6 * hourMs, -12 * dayMs].map((ms) => offsetWords(ms, format).replaceAll('\u00a0', ' '))).toEqual([
      'T0',
      'T+6 h',
      'T−12 d',
    ]);
  });
});
