import { expect, it } from 'vitest';
import { sourceStamp } from '../../../server/cli/build.mjs';

it('stamps the same sources alike and the two halves differently', () => {
  expect(sourceStamp('server')).toMatch(/^[0-9a-f]{12}$/);
  expect(sourceStamp('server')).toBe(sourceStamp('server'));
  expect(sourceStamp('server')).not.toBe(sourceStamp('client'));
});
