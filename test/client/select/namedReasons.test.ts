import { expect, it } from 'vitest';
import { namedReasons } from '../../../client/select/namedReasons.ts';
import type { Mark } from '../../../shared/trace.ts';

const text = 'Terrible queue, never again: it absorbs badly, terrible smell, and unfair prices for a sample.';
const mark = (word: string, kind: Mark['kind'], value: number, more: Partial<Mark> = {}): Mark => {
  const from = text.indexOf(word);
  return { field: 'text', from, to: from + word.length, kind, value, ...more };
};
const marks = [
  mark('Terrible', 'negative', -3),
  mark('never again', 'negative', -2.5),
  mark('never', 'negative', -2.8),
  mark('absorbs', 'negative', -1),
  mark('terrible', 'negative', -3),
  mark('unfair', 'negative', -2),
  mark('absorbs', 'positive', 1),
  mark('prices', 'theme', 1, { id: 'price' }),
  mark('sample', 'theme', 1, { id: 'gifts' }),
];
const of = (letters: number) => {
  const { reasons, marks: shown } = namedReasons({ text, marks }, marks, 'price', 'negative', letters);
  return { ...reasons, marked: shown.map(({ from, to }) => text.slice(from, to)) };
};
const alike = (words: readonly string[]) => [...new Set(words.map((word) => word.toLowerCase()))].sort();

it('marks exactly the words that it names, however many have room', () => {
  for (let letters = 0; letters < 80; letters += 1) {
    const { theme, opinion, marked } = of(letters);
    expect(alike(marked), `${letters}`).toEqual(alike([...theme, ...opinion]));
    expect(opinion.length, `${letters}`).toBeGreaterThan(0);
  }
  expect(of(80)).toMatchObject({ theme: ['prices'], opinion: ['Terrible', 'never again', 'unfair'] });
  // A word that stands there twice is named once, and marked at both places; the fourth is neither named nor marked.
  expect(of(80).marked).toEqual(['prices', 'Terrible', 'never again', 'terrible', 'unfair']);
  expect(of(0).marked).toEqual(['Terrible', 'terrible']);
});

it('names and marks nothing of an opinion that nobody judged', () => {
  const { reasons, marks: shown } = namedReasons({ text, marks }, marks, null, 'unscored', 50);
  expect([reasons.theme, reasons.opinion, shown]).toEqual([[], [], []]);
});
