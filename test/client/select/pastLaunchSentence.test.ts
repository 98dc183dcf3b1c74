import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { pastLaunchSentence, textsBesidePast } from '../../../client/select/pastLaunchSentence.ts';
import { createFormat } from '../../../client/ui/format.ts';
import type { Language } from '../../../client/ui/language.ts';
import { sayHeadline } from '../../../client/ui/sayHeadline.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { en } from '../../../client/ui/words/en.ts';
import { fr } from '../../../client/ui/words/fr.ts';
import type { ComparedLaunch, Standing } from '../../../shared/launchComparison.ts';
import { hourMs } from '../../../shared/rollup.ts';

const messages = { en, fr };

const makePast = (index: number): ComparedLaunch => ({
  id: `past-${index}`,
  name: `Past ${index}`,
  brand: 'a',
  at: 0,
  counts: 'brand',
  heard: { fromMs: 0, toMs: 6 * hourMs },
  size: null,
  points: [],
});

/** As the compare door answers about 2,300 mentions six hours after T0 beside five launches with a median of 1,000. */
const makeStanding = (change: Partial<Standing> = {}): Standing => ({
  fromMs: 0,
  toMs: 6 * hourMs,
  mentions: 2_300,
  value: 2_300,
  launches: 5,
  median: 1_000,
  times: 2.3,
  probabilityMore: 0.99,
  texts: { count: 2_250, value: 2_250, median: 980, times: 2.3, probabilityMore: 0.99 },
  ...change,
});
const texts = (count: number, times: number, probabilityMore = 0.99) => ({
  texts: { count, value: count, median: count / times, times, probabilityMore },
});

function read(
  language: Language,
  standing: Standing | null,
  { past = 5, isChosen = false, counts = 'brand' as ComparedLaunch['counts'] } = {},
): string | null {
  const said = pastLaunchSentence(
    { standing, launch: { counts }, past: Array.from({ length: past }, (_, i) => makePast(i)) },
    isChosen,
  );
  if (!said) return null;
  const intl = createIntl({ locale: language, messages: messages[language] });
  return sayHeadline([said], sayWith(intl), createFormat(language, 'Europe/Paris')).replace(/\s/g, ' ');
}

describe('the sentence about past launches', () => {
  it('claims nothing of fewer than three launches, whatever their figures', () => {
    for (const launches of [0, 1, 2]) expect(read('en', makeStanding({ launches }), { past: launches })).toBeNull();
    expect(read('en', makeStanding({ launches: 3 }), { past: 3 })).not.toBeNull();
  });

  it('claims nothing where nothing was counted or no median is known', () => {
    expect(read('en', null)).toBeNull();
    expect(read('en', makeStanding({ mentions: 0 }))).toBeNull();
    expect(read('en', makeStanding({ median: 0, times: undefined }))).toBeNull();
  });

  it('claims a difference only where it is surer than 90 %, upwards as downwards', () => {
    for (const probabilityMore of [0.1, 0.5, 0.9])
      for (const times of [0.4, 1, 2.3])
        expect(read('en', makeStanding({ times, probabilityMore }))).toContain('not clearly apart');
    expect(read('en', makeStanding({ probabilityMore: 0.91 }))).toContain('2.3 times');
    expect(read('en', makeStanding({ times: 0.4, probabilityMore: 0.09 }))).toContain('60 % below');
  });

  it('says how many times the median, at which hour', () => {
    expect(read('en', makeStanding())).toBe('Buzz is 2.3 times the median of your last 5 launches at T+6 h.');
    expect(read('fr', makeStanding())).toBe('Buzz à T+6 h : 2,3 fois la médiane de vos 5 derniers lancements.');
  });

  it('carries what the distinct texts say where they say another thing; where they agree the first figure tells by how much', () => {
    expect(read('en', makeStanding(texts(1_900, 1.9)))).toMatch(/ at T\+6 h\.$/);
    expect(read('en', makeStanding(texts(1_900, 2.3)))).toMatch(/ at T\+6 h\.$/);
    expect(read('en', makeStanding(texts(2_250, 1.1, 0.7)))).toMatch(
      /T\+6 h, with no clear difference in distinct texts\.$/,
    );
    expect(read('fr', makeStanding(texts(2_250, 1.1, 0.7)))).toMatch(
      /lancements, sans écart certain en textes distincts\.$/,
    );
    expect(read('en', makeStanding(texts(1_200, 0.6, 0.01)))).toMatch(/T\+6 h, 0\.6 times in distinct texts\.$/);
    const even = { times: 1.1, probabilityMore: 0.6 };
    expect(read('en', makeStanding({ ...even, ...texts(1_000, 1, 0.5) }))).toMatch(/apart .* at T\+6 h\.$/);
    expect(read('en', makeStanding({ ...even, ...texts(500, 0.5, 0.01) }))).toMatch(
      /apart .* 0\.5 times in distinct texts\.$/,
    );
  });

  it('has for that figure no multiple of texts where neither they nor the mentions are clearly apart', () => {
    const even = { times: 1.1, probabilityMore: 0.6 };
    expect(textsBesidePast(makeStanding({ ...even, ...texts(1_000, 1, 0.5) }))).toBe('also');
    expect(textsBesidePast(makeStanding({ ...even, ...texts(500, 0.5, 0.01) }))).toBe('times');
    expect(textsBesidePast(makeStanding(texts(1_900, 1.9)))).toBe('times');
  });

  it('says where it speaks of the product alone', () => {
    expect(read('en', makeStanding(), { counts: 'product' })).toMatch(/^Product buzz is/);
    expect(read('fr', makeStanding(), { counts: 'product' })).toMatch(/^Buzz du produit à T\+6 h : /);
  });

  it('says small but sure differences in per cent', () => {
    expect(read('en', makeStanding({ mentions: 1_100, times: 1.1 }))).toContain('Buzz is 10 % above the median');
    expect(read('fr', makeStanding({ mentions: 1_100, times: 1.1 }))).toContain('10 % de plus que la médiane');
  });

  it('calls launches the last ones only where all of them were heard and nobody chose them', () => {
    expect(read('en', makeStanding(), { past: 6 })).toContain('of 5 past launches at');
    expect(read('en', makeStanding(), { isChosen: true })).toContain('of 5 past launches at');
    expect(read('fr', makeStanding(), { isChosen: true })).toContain('de 5 lancements passés.');
  });

  it('speaks of the time before T0 too', () => {
    expect(read('en', makeStanding({ fromMs: -48 * hourMs, toMs: -6 * hourMs }))).toContain('launches at T−6 h.');
  });
});
