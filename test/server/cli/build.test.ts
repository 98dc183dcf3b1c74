import { expect, it } from 'vitest';
import { sourceStamp } from '../../../server/cli/build.mjs';

it('stamps the same sources alike', () => {
  expect(sourceStamp()).toMatch(/^[0-9a-f]{12}$/);
  expect(sourceStamp()).toBe(sourceStamp());
});
