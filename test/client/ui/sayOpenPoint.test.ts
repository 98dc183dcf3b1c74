import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../client/ui/format.ts';
import { sayPointReason } from '../../../client/ui/sayOpenPoint.ts';
import { sayWith } from '../../../client/ui/useWords.ts';
import { decisionsEn } from '../../../client/ui/words/decisions.en.ts';
import { decisionsFr } from '../../../client/ui/words/decisions.fr.ts';
import type { OpenPoint } from '../../../shared/openPoints.ts';

const words = { en: decisionsEn, fr: decisionsFr };
const point: OpenPoint = {
  id: 'safety:acme:skin',
  kind: 'safety',
  brand: 'acme',
  count: 727,
  texts: 346,
  from: 0,
  to: 1,
  times: 3.1,
  messages: { brand: 'acme', theme: 'skin', from: 0, to: 1 },
};

function said(more: Partial<OpenPoint>, isUnjudged: boolean, language: 'en' | 'fr' = 'en') {
  const onError = (error: Error) => {
    throw error;
  };
  const say = sayWith(createIntl({ locale: language, messages: words[language], onError }));
  const known = { doubtful: new Map<string, number>(), isUnjudged };
  return sayPointReason({ ...point, ...more }, known, '6 h', say, createFormat(language, 'Europe/Paris'));
}

describe('The reason of an open point', () => {
  it('compares with what is usual', () => {
    expect(said({}, false)).toBe('mentions in 6 h, 346 distinct texts, 3.1 times the usual share.');
    expect(said({ times: undefined }, false)).toBe('mentions in 6 h, 346 distinct texts, hardly said before.');
  });

  it('only counts where posts are missing', () => {
    expect(said({}, true)).toBe('mentions in 6 h, 346 distinct texts.');
    expect(said({ times: undefined }, true)).toBe('mentions in 6 h, 346 distinct texts.');
    expect(said({ kind: 'sold-out' }, true)).toBe('texts say “sold out” in 6 h.');
    expect(said({}, true, 'fr')).toBe('mentions en 6 h, 346 textes distincts.');
  });
});
