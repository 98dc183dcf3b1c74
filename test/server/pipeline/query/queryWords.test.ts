import { expect, it } from 'vitest';
import { queryWords } from '../../../../server/pipeline/query/queryWords.ts';

it('gives the words that a query asks for, folded, and none that it excludes', () => {
  const words = queryWords('Séphora OR "glow up" OR (serum NEAR/3 @lumen) OR skin* NOT pdf');
  expect([...words]).toEqual(['sephora', 'glow', 'up', 'serum', 'lumen', 'skin*']);
  expect([...queryWords('(broken')]).toEqual([]);
});
