import { describe, expect, it } from 'vitest';
import { createQuestionReader } from '../../../../server/pipeline/questions/questionOf.ts';
import { apartWords } from '../../../../server/pipeline/terms/apartWords.ts';

const questionOf = createQuestionReader(apartWords(['lumen']));
const read = (text: string, lang = 'en') => questionOf({ text, title: null, lang });

describe('questionOf', () => {
  it('takes the sentence that asks out of its text, with what it asks about', () => {
    expect(read('Love it. When does the Lumen refill ship to France? Thanks!')).toEqual({
      text: 'When does the Lumen refill ship to France?',
      unnamed: 'When does the … refill ship to France?',
      class: 'when',
      words: ['france', 'refill', 'ship'],
    });
    expect(read('Belle pompe. Combien coûtent les recharges ?', 'fr')).toEqual({
      text: 'Combien coûtent les recharges ?',
      unnamed: 'Combien coûtent les recharges ?',
      class: 'amount',
      words: ['coutent', 'recharge'],
    });
  });

  it('leaves a gap where the words set apart stand, one for neighbours, with the sigil and marks around it', () => {
    const questionOf = createQuestionReader(apartWords(['maison', 'auree']));
    const unnamed = (text: string) => questionOf({ text, title: null, lang: 'en' })?.unnamed;
    expect(unnamed('Has anyone here tried #Auree?')).toBe('Has anyone here tried #…?');
    expect(unnamed('Does Maison  Aurée ship, or Aurée Paris only?')).toBe('Does … ship, or … Paris only?');
    expect(unnamed('Maison Aurée, when does the refill ship?')).toBe('…, when does the refill ship?');
  });

  it('hears a question without its mark where an expression does nothing else', () => {
    expect(read('does anyone have a code for the shop')).toMatchObject({ class: 'whether', words: ['code', 'shop'] });
    expect(read('What a lovely pump')).toBeNull();
  });

  it('hears nothing where nothing is asked, or nothing in particular, or a link ends in a mark', () => {
    expect(read('The pump leaks.')).toBeNull();
    expect(read('Why? Why?')).toBeNull();
    expect(read('who will win this, see shop.example/win17?')).toBeNull();
    expect(read('Wat kost de pomp?', 'nl')).toBeNull();
  });
});
