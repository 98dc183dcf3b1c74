import { describe, expect, it } from 'vitest';
import { analysed, makeWorkspace } from '../../support/analysed.ts';

const workspace = makeWorkspace({
  brands: [
    { id: 'solenne', name: 'Solenne', query: 'solenne' },
    { id: 'lumen', name: 'Lumen', query: 'lumen' },
  ],
  themes: [
    { id: 'texture', name: 'Texture', query: 'texture' },
    { id: 'price', name: 'Price', query: 'price, euros, expensive, prix' },
  ],
});

function opinions(text: string, lang = 'en') {
  const { brands, themes } = analysed(text, { lang }, workspace);
  return Object.fromEntries([...brands, ...themes].map(({ id, opinion }) => [id, opinion]));
}

describe('opinionsTowards', () => {
  it.each([
    ['Solenne beats Lumen', 'positive', 'neutral'],
    ['Lumen is so much better than Solenne', 'neutral', 'positive'],
    ['Solenne is worse than Lumen', 'negative', 'positive'],
    ['I love Solenne. Lumen is awful and useless.', 'positive', 'negative'],
    ['Solenne is awful, but I really love Lumen', 'negative', 'positive'],
    ['I prefer Lumen to Solenne', 'neutral', 'positive'],
  ])('"%s": Solenne %s, Lumen %s', (text, solenne, lumen) => {
    const found = opinions(text);
    expect(found.lumen).toBe(lumen);
    if (solenne === 'neutral') expect(found.solenne).not.toBe('positive');
    else expect(found.solenne).toBe(solenne);
  });

  it('sets nobody above another where that is denied', () => {
    const { brands } = analysed('Solenne is not better than Lumen', { lang: 'en' }, workspace);
    expect(brands.find(({ id }) => id === 'solenne')!.opinion).not.toBe('positive');
  });

  it('hears French comparisons too', () => {
    expect(opinions('Solenne est bien meilleure que Lumen', 'fr')).toMatchObject({ solenne: 'positive' });
    expect(opinions('Solenne est bien meilleure que Lumen', 'fr').lumen).not.toBe('positive');
  });

  it('keeps the opinion of a theme apart from the other’s', () => {
    const found = opinions('Solenne has a gorgeous, wonderful texture, but the price is a rip-off');
    expect(found).toMatchObject({ texture: 'positive', price: 'negative' });
    expect(opinions('Solenne: gorgeous texture, but 89 euros').price).not.toBe('positive');
  });

  it('leaves one opinion where nothing keeps them apart', () => {
    expect(opinions('Solenne and Lumen are both wonderful')).toEqual({ solenne: 'positive', lumen: 'positive' });
    expect(opinions('love the texture and the price of Solenne')).toMatchObject({
      texture: 'positive',
      price: 'positive',
    });
  });
});
