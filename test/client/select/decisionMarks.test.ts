import { expect, it } from 'vitest';
import { decisionMarks } from '../../../client/select/decisionMarks.ts';
import { letterOf } from '../../../shared/letterOf.ts';

it('marks keep the letter that a decision has among all of its launch', () => {
  const decisions = [
    { at: 30, name: 'third' },
    { at: 10, name: 'first' },
    { at: 20, name: 'second' },
  ];
  expect(decisionMarks(decisions, 15, 30)).toEqual([
    { at: 20, name: 'second', letter: 'B' },
    { at: 30, name: 'third', letter: 'C' },
  ]);
});

it('letters go on after Z', () => {
  expect([0, 25, 26, 27, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA']);
});
