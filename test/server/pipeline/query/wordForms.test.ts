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
    ['livraison', ['livraisons']],
    ['acheter', ['achete', 'achetee']],
    ['animal', ['animaux']],
  ])('knows forms of "%s"', (word, forms) => {
    expect(wordForms(word)).toEqual(expect.arrayContaining([word, ...forms]));
  });

  it('gives short words their plural only, and leaves figures as they are', () => {
    expect(wordForms('bag')).toEqual(['bag', 'bags']);
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
