import { describe, expect, it } from 'vitest';
import { wordForms } from '../../../../server/pipeline/query/wordForms.ts';
import { analysed, makeWorkspace } from '../../../support/analysed.ts';

const themesOf = (query: string, text: string) =>
  analysed(text, { lang: 'en' }, makeWorkspace({ themes: [{ id: 't', name: 'T', query }] })).themes.map(({ id }) => id);

describe('wordForms', () => {
  it.each([
    ['delay', ['delays', 'delayed', 'delaying']],
    ['delayed', ['delay', 'delays', 'delaying']],
    ['price', ['prices', 'priced', 'pricing']],
    ['battery', ['batteries']],
    ['cancelled', ['cancel', 'cancelling', 'canceled']],
    ['leak', ['leaks', 'leaking', 'leaked']],
    ['shipping', ['ship', 'shipped', 'ships']],
    ['foundation', ['foundations']],
    ['foundations', ['foundation']],
    ['cancel', ['cancellation', 'cancelation']],
    ['cancellation', ['cancel', 'cancelled', 'canceled']],
    ['hydrating', ['hydrate', 'hydration']],
    ['treat', ['treated', 'treatment', 'treatments']],
    ['lonely', ['loneliness']],
    ['moisturizing', ['moisturise', 'moisturising']],
    ['colour', ['color', 'colors']],
    ['livraison', ['livraisons']],
    ['acheter', ['achete', 'achetee']],
    ['animal', ['animaux']],
  ])('knows forms of "%s"', (word, forms) => {
    expect(wordForms(word)).toEqual(expect.arrayContaining([word, ...forms]));
  });

  it.each([
    ['foundation', 'found'],
    ['foundations', 'found'],
    ['apartment', 'apart'],
    ['busy', 'business'],
    ['miss', 'mission'],
    ['smooth', 'smoothly'],
    ['print', 'printer'],
  ])('does not take "%s" for a form of "%s"', (word, other) => {
    expect(wordForms(word)).not.toContain(other);
    expect(wordForms(other)).not.toContain(word);
  });

  it('gives short words their plural and quality only, and leaves figures as they are', () => {
    expect(wordForms('sad')).toEqual(['sad', 'sads', 'sadness']);
    expect(wordForms('tv')).toEqual(['tv']);
    expect(wordForms('s24')).toEqual(['s24']);
  });
});

describe('a theme described by a few words', () => {
  it('means their other forms too', () => {
    expect(themesOf('delay, late, waiting', 'Solenne delayed my parcel')).toEqual(['t']);
    expect(themesOf('delay late waiting', 'Solenne delayed my parcel')).toEqual([]);
  });

  it('is taken word by word where it is a query with operators, or hardly a list', () => {
    expect(themesOf('delay', 'Solenne delayed my parcel')).toEqual([]);
    expect(themesOf('delay, late, waiting NOT joke', 'Solenne delayed my parcel')).toEqual([]);
    expect(themesOf('(delay, late, waiting) NEAR/3 parcel', 'Solenne delayed my parcel')).toEqual([]);
    expect(themesOf('#delay, late, waiting', 'Solenne delayed my parcel')).toEqual([]);
    expect(themesOf('exact:delay, late, waiting', 'Solenne delayed my parcel')).toEqual([]);
  });
});
