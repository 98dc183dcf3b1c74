import { expect, it } from 'vitest';
import { stoodBefore } from '../../../client/select/stoodBefore.ts';
import { quarterMs } from '../../../shared/rollup.ts';
import { makeAlert } from '../../support/makeAlert.ts';

const startAt = Date.UTC(2026, 10, 12, 10);
const stood = (values: number[], at: number, isKnown = true) => {
  const course = { startAt, stepMs: quarterMs, values, expected: values.map(() => 4), high: values.map(() => 9) };
  return stoodBefore(makeAlert({ at, course, isKnown }));
};

it('gives the first of the bars that stood above the usual range without a break before an alert began', () => {
  const at = startAt + 4 * quarterMs + 60_000;
  expect(stood([3, 20, 20, 20, 20, 20], at)).toEqual({ from: startAt + quarterMs, isOpen: false });
  expect(stood([20, 3, 20, 20, 20, 20], at)).toEqual({ from: startAt + 2 * quarterMs, isOpen: false });
});

it('says where all bars stood above it: it may have begun earlier', () => {
  expect(stood([20, 20, 20, 20], startAt + 3 * quarterMs)).toEqual({ from: startAt, isOpen: true });
});

it('gives nothing where the bar before was usual, where none was before, and where nobody knows what is usual', () => {
  const at = startAt + 2 * quarterMs;
  expect(stood([20, 9, 20], at)).toBeNull();
  expect(stood([20, 20, 20], startAt - 60_000)).toBeNull();
  expect(stood([20, 20, 20], at, false)).toBeNull();
});
