import { describe, expect, it } from 'vitest';
import { normalize } from '../../../server/pipeline/normalize.ts';
import { stancesOf } from '../../../server/pipeline/stancesOf.ts';
import { readWords } from '../../../server/pipeline/vocabulary.ts';

function stances(text: string): string {
  const doc = normalize(text);
  const brands = [...text.matchAll(/lumen/gi)].map(({ index }) => ({ field: 'text' as const, from: index }));
  return stancesOf(doc, readWords(doc), brands).join(' ');
}

describe('stancesOf', () => {
  it.each([
    ["Can't wait for the new Lumen!", 'expects'],
    ['cant wait, will buy it', 'expects'],
    ['J’ai hâte de voir le Lumen', 'expects'],
    ['Je veux ce sérum', 'expects'],
    ['My new black Lumen leaks', 'owns'],
    ['Just got mine today', 'owns'],
    ["I've had it for a week", 'owns'],
    ['J’ai acheté le Lumen hier', 'owns'],
    ['Mon Lumen fuit', 'owns'],
    ['Does anyone know when it ships', 'asks'],
    ['Où acheter le Lumen ?', 'asks'],
    ['I bought one, when will the refill come?', 'owns asks'],
    ['Lumen is on the shelf', ''],
  ])('hears in "%s": %s', (text, expected) => {
    expect(stances(text)).toBe(expected);
  });

  it('does not take what is denied, nor an exclamation for a possession', () => {
    expect(stances('I have not bought mine, never will buy')).toBe('');
    expect(stances('Oh my god the Lumen')).toBe('');
    expect(stances('Je n’ai pas acheté le Lumen')).toBe('');
  });
});
