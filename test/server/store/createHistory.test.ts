import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHistory, HistoryLost } from '../../../server/store/createHistory.ts';
import { BadCursor } from '../../../server/store/selection.ts';
import { openStore } from '../../../server/store/sqlite.ts';
import type { History } from '../../../server/store/store.ts';
import { makeAnalysis, makePost } from '../../support/makePosts.ts';
import { openTempStore, type TempStore } from '../../support/tempStore.ts';

let file: TempStore;
let history: History;
beforeEach(() => {
  file = openTempStore();
  history = createHistory(file.path);
});
afterEach(async () => {
  await history.close();
  await file.close();
});

it('answers from its thread what the file says, while the writer goes on', async () => {
  const posts = [makePost({ id: 'a', text: 'battery gone' }), makePost({ id: 'b', text: 'battery fine' })];
  await file.store.save({ posts, receivedAt: 1 }, () => makeAnalysis(), 1);
  expect(await history.totals()).toEqual(await file.history.totals());
  expect(await history.funnel({})).toEqual(await file.history.funnel({}));
  await file.store.index(10);
  const query = { text: 'battery NOT gone', narrowing: null, matches: () => false };
  const { items } = await history.mentions({ stage: 'important', query, limit: 5 });
  expect(items.map((item) => item.id)).toEqual(['b']);
  const filter = { step: '1d', zone: 'Europe/Paris', stage: 'important', by: 'brand' } as const;
  expect(await history.series(filter)).toEqual(await file.history.series(filter));
  expect(await history.windowRows(0, 0)).toEqual(await file.history.windowRows(0, 0));
  expect((await history.ruleSet())?.version).toBe(0);
  expect(await history.mention({ id: 'a' })).toEqual(await file.history.mention({ id: 'a' }));
  expect(await history.recount()).toEqual(await file.history.recount());
});

it('tells a bad cursor from a bug', async () => {
  await expect(history.mentions({ stage: 'important', cursor: '!', limit: 5 })).rejects.toThrow(BadCursor);
});

it('refuses every question after it was closed, and a store that is not there', async () => {
  await history.close();
  await expect(history.totals()).rejects.toThrow('closed');
  expect(() => createHistory(`${file.path}.missing`)).toThrow('no store');
});

it('does not wait for all answers when it closes: what is unread then is refused', async () => {
  const posts = Array.from({ length: 3_000 }, (_, index) => makePost({ id: `p${index}`, at: index * 3_600_000 }));
  await file.store.save({ posts, receivedAt: 1 }, () => makeAnalysis(), 1);
  // Minutes of reading, if all were answered.
  const open = Promise.allSettled(Array.from({ length: 5_000 }, () => history.recount()));
  await history.close();
  const outcomes = (await open).map((one) => (one.status === 'rejected' ? one.reason : undefined));
  expect(outcomes.at(-1)).toBeInstanceOf(HistoryLost);
});

it('passes an error on, and goes on answering', async () => {
  await expect(history.series({ step: '1d', zone: 'not/a-zone', stage: 'important' })).rejects.toThrow('not/a-zone');
  expect((await history.totals()).posts).toBe(0);
});

it('rejects what is open when its thread dies, and starts a new one for the next question', async () => {
  const path = join(file.dir, 'later.db');
  writeFileSync(path, 'no database yet, so that the thread cannot start, however often it is asked to');
  const later = createHistory(path);
  const open = [later.totals(), later.funnel({})];
  for (const question of open) await expect(question).rejects.toThrow(HistoryLost);
  rmSync(path);
  await openStore(path).close();
  expect((await later.totals()).posts).toBe(0);
  await later.close();
});
