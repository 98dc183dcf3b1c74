import { mkdtempSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createHistory } from '../../../server/store/createHistory.ts';
import { openStore } from '../../../server/store/sqlite.ts';

it('x', async () => {
  const d = mkdtempSync('/tmp/st-');
  const s = openStore(d + '/a.db');
  const h = createHistory(d + '/a.db');
  expect((await h.totals()).posts).toBe(0);
  await h.close();
  await s.close();
});
