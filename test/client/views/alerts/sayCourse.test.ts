import { expect, it } from 'vitest';
import type { Say } from '../../../../client/ui/useWords.ts';
import { sayCourse } from '../../../../client/views/alerts/sayCourse.ts';

const say: Say = (key) => key;
const format = { moment: () => 'then' };

it('says how long it lasts and what people made of it, and what is resolved and goes on in one sentence', () => {
  expect(sayCourse({ state: 'open' }, '5 min', say, format)).toBe('alert.goesOn alert.is');
  expect(sayCourse({ state: 'acknowledged', overAt: 1 }, '5 min', say, format)).toBe('alert.lasted alert.is');
  expect(sayCourse({ state: 'resolved', overAt: 1 }, '5 min', say, format)).toBe('alert.lasted alert.is');
  expect(sayCourse({ state: 'resolved' }, '5 min', say, format)).toBe('alert.resolvedYet');
});
