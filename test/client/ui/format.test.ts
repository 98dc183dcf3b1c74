import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../client/ui/format.ts';
import { hrefTo, hrefWith, looksOf } from '../../../client/ui/hrefs.ts';
import { languageOf } from '../../../client/ui/language.ts';
import { themeOf } from '../../../client/ui/theme.ts';
import { en } from '../../../client/ui/words/en.ts';
import { fr } from '../../../client/ui/words/fr.ts';
import { noon } from '../../support/makeFrames.ts';

const english = createFormat('en', 'Europe/Paris');
const french = createFormat('fr', 'Europe/Paris');
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('numbers and moments', () => {
  it('follow the language', () => {
    expect(english.number(18_420)).toBe('18,420');
    expect(plain(french.number(18_420))).toBe('18 420');
    expect(english.times(2.34)).toBe('2.3');
    expect(french.times(2.34)).toBe('2,3');
    expect(english.times(23.4)).toBe('23');
    expect(plain(french.percent(0.019))).toBe('1,9 %');
    expect(plain(english.percent(0.41))).toBe('41 %');
  });

  it('sign net sentiment with a real minus, and zero with nothing', () => {
    expect([31.4, -34.2, 0.3, -0.3].map(english.signed)).toEqual(['+31', '−34', '0', '0']);
  });

  it('tell durations in their two largest units and ages in one', () => {
    expect(plain(english.duration(134_000))).toBe('2 min 14 s');
    expect(plain(english.duration(22_320_000))).toBe('6 h 12 min');
    expect(plain(french.duration(4 * 86_400_000 + 3_600_000))).toBe('4 j 1 h');
    expect(plain(english.age(400))).toBe('0.4 s');
    expect(plain(english.age(2_000))).toBe('2 s');
    expect(plain(english.age(190_000))).toBe('3 min');
  });

  it('write scores with two decimals, the French way in French', () => {
    expect([0.4, -0.08].map(english.signedScore)).toEqual(['+0.40', '−0.08']);
    expect(french.score(0.5)).toBe('0,50');
  });

  it('name the year of a moment only where it is another one', () => {
    const at = createFormat('en', 'Europe/Paris', () => noon);
    expect(at.moment(noon)).toBe('12 Nov, 13:00');
    expect(at.moment(noon - 3 * 365 * 86_400_000)).toBe('13 Nov 2023, 13:00');
    // In Paris the new year is there an hour before it is in London.
    expect(at.moment(Date.UTC(2026, 11, 31, 23, 30))).toBe('1 Jan 2027, 00:30');
  });

  it('name languages, and say of one that nobody could tell that it is unknown', () => {
    expect(french.language('en')).toBe('anglais');
    for (const code of ['', 'x', '??', 'not a code']) expect(english.language(code)).toBe('unknown language');
  });

  it('name the zone and speak in it, with 24 hours', () => {
    expect(english.time(noon)).toBe('13:00');
    expect(english.zoneShort(noon)).toBe('CET');
    expect(english.city).toBe('Paris');
    expect(english.date(noon)).toBe('Thursday 12 November 2026');
    expect(french.date(noon)).toBe('jeudi 12 novembre 2026');
  });
});

describe('the address', () => {
  it('decides the language before choice and browser; on Explore `lang` is a filter', () => {
    expect(languageOf('/', 'lang=fr', 'en', ['en'])).toBe('fr');
    expect(languageOf('/explore', 'lang=fr', null, ['en-GB'])).toBe('en');
    expect(languageOf('/explore', 'lang=en&ui=fr', null, ['en'])).toBe('fr');
    expect(languageOf('/', '', 'fr', ['en'])).toBe('fr');
    expect(languageOf('/', 'lang=xx', null, ['de', 'fr-CA'])).toBe('fr');
    expect(languageOf('/', '', null, ['de'])).toBe('en');
  });

  it('decides the theme, but a wall is dark', () => {
    expect(themeOf('/', 'theme=light', false)).toBe('light');
    expect(themeOf('/', '', true)).toBe('light');
    expect(themeOf('/wall', 'theme=light', true)).toBe('dark');
    expect(themeOf('/explore', 'theme=price&theme=light', false)).toBe('light');
  });

  it('carries looks from screen to screen, and leaves filters behind', () => {
    const here = { path: '/', search: 'lang=fr&theme=light&brand=a' };
    expect(looksOf(here)).toBe('ui=fr&theme=light');
    expect(hrefTo(here, '/launches')).toBe('/launches?ui=fr&theme=light');
    expect(hrefTo({ path: '/explore', search: 'lang=fr' }, '/', { brand: 'a' })).toBe('/?brand=a');
    expect(hrefWith(here, { ui: 'en', lang: undefined })).toBe('/?theme=light&brand=a&ui=en');
  });
});

describe('words', () => {
  it('can be said in both languages, and French needs no value that English does not name', () => {
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      // A value stands wherever English has an opening brace and a name; 1 is a count and a choice of "other".
      const values = Object.fromEntries([...en[key].matchAll(/\{(\w+)/g)].map((match) => [match[1], 1]));
      for (const [locale, messages] of Object.entries({ en, fr })) {
        const intl = createIntl({
          locale,
          messages,
          onError: (error) => {
            throw error;
          },
        });
        expect(intl.formatMessage({ id: key }, values), key).not.toBe('');
      }
    }
  });
});
