import { afterEach, expect, it } from 'vitest';
import { sketchedAtOnce } from '../../../server/store/authorCells.ts';
import { mostExact, relativeError } from '../../../server/store/authorSketch.ts';
import { createAuthorsQuery } from '../../../server/store/authorsQuery.ts';
import { openReader } from '../../../server/store/connection.ts';
import { metaReader } from '../../../server/store/meta.ts';
import { readNames } from '../../../server/store/names.ts';
import { openStore } from '../../../server/store/sqlite.ts';
import { Sqlite } from '../../../server/store/sqliteBinding.ts';
import { openHistory } from '../../../server/store/sqliteHistory.ts';
import { workspaceSchema } from '../../../shared/domain.ts';
import { makeAnalysis, makePost } from '../../support/makePosts.ts';
import { openTempStore, type TempStore } from '../../support/tempStore.ts';

const from = Date.UTC(2025, 5, 2);
const hour = 3_600_000;
const day = { from, to: from + 24 * hour, step: '1d', zone: 'UTC', stage: 'important', fromPosts: false } as const;
const mention = () => makeAnalysis();
let opened: TempStore;
afterEach(() => opened.close());

/** `count` mentions spread over the day, `author` of each said by the caller. */
async function saveDay(count: number, author: (place: number) => string): Promise<void> {
  opened = openTempStore();
  const posts = Array.from({ length: count }, (_, place) =>
    makePost({ id: `p${place}`, at: from + Math.floor((place / count) * 24 * hour), author: author(place) }),
  );
  await opened.store.save({ posts, receivedAt: day.to }, mention, 1);
}
async function settle(): Promise<void> {
  while ((await opened.store.index(1_000)) > 0);
}
const cells = () => {
  const file = new Sqlite(opened.path, { readonly: true });
  const counted = file
    .prepare<[], { hours: number; days: number; stale: number; bytes: number }>(
      `SELECT (SELECT count(*) FROM authors_hour) AS hours, (SELECT count(*) FROM authors_day) AS days,
       (SELECT count(*) FROM authors_stale) AS stale, (SELECT coalesce(max(length(sketch)), 0) FROM authors_day) AS bytes`,
    )
    .get()!;
  file.close();
  return counted;
};

it('counts a crowd within its error from sketches alone, and who writes in many hours once', async () => {
  const authors = 3_000;
  await saveDay(2 * sketchedAtOnce, (place) => `author ${place % authors}`);
  await settle();
  // acme and all brands, each with all themes and with none.
  expect(cells()).toEqual({ hours: 4 * 24, days: 4, stale: 0, bytes: 2_560 });
  const told = (await opened.history.authors(day))!;
  expect(told.whole!.authors).toBeGreaterThan(mostExact);
  expect(Math.abs(told.whole!.authors / authors - 1)).toBeLessThan(3 * relativeError);
  expect(told.whole!.authorsError).toBe(Math.ceil(told.whole!.authors * relativeError));
  const hours = (await opened.history.authors({ ...day, step: '1h' }))!;
  expect(hours.points.map(({ authors: each }) => each)).toEqual(Array.from({ length: 24 }, () => expect.any(Number)));
  expect(hours.whole).toEqual(told.whole);
  // A local day is made of the hours of two UTC days.
  const paris = (await opened.history.authors({ ...day, zone: 'Europe/Paris' }))!;
  expect(paris.points.map(({ at }) => at)).toEqual([from - 2 * hour, from + 22 * hour]);
  expect(paris.whole).toEqual(told.whole);
});

it('makes the cells of a removed post anew, and until then counts them from the posts', async () => {
  await saveDay(sketchedAtOnce, (place) => (place === 0 ? 'once' : `author ${place % 10}`));
  await settle();
  expect((await opened.history.authors(day))?.whole).toEqual({ authors: 11, authorsError: 0 });
  const removed = [{ source: 'test', id: 'p0' }];
  await opened.store.save({ posts: [], removed, receivedAt: day.to }, mention, 1);
  expect(cells().stale).toBe(4);
  expect((await opened.history.authors(day))?.whole).toEqual({ authors: 10, authorsError: 0 });
  for (let call = 0; call < 4; call += 1) await opened.store.index(1_000);
  expect(cells().stale).toBe(0);
  expect((await opened.history.authors(day))?.whole).toEqual({ authors: 10, authorsError: 0 });
});

it('counts a theme that has just come to be from the posts, wholly at every step', async () => {
  const places = Array.from({ length: 48 }, (_, k) => Math.floor((k / 48) * sketchedAtOnce));
  const isPriced = new Set(places);
  await saveDay(sketchedAtOnce, (place) => (isPriced.has(place) ? `only ${place}` : `author ${place % 10}`));
  await settle();
  const workspace = workspaceSchema.parse({
    version: 1,
    brands: [{ id: 'acme', name: 'Acme', query: 'acme' }],
    themes: ['price', 'scent'].map((id) => ({ id, name: id, query: id })),
  });
  await opened.store.saveWorkspace(workspace, day.to);
  const seqs = places.map((place) => place + 1);
  const authors = seqs.length;
  await opened.store.correct(seqs, [{ what: 'themes', value: ['price'] }], day.to);
  let steps = 0;
  for (; ; steps++) {
    const { points } = (await opened.history.authors({ ...day, by: 'theme' }))!;
    expect(points.find(({ key }) => key === 'price')).toMatchObject({ authors, authorsError: 0 });
    if (cells().stale === 0) break;
    await opened.store.index(1);
  }
  expect(steps).toBeGreaterThan(2);
});

it('fills the sketches of a store from before there were any, and says nothing of what was gone by then', async () => {
  await saveDay(sketchedAtOnce, (place) => `author ${place % 20}`);
  await settle();
  await opened.history.close();
  await opened.store.close();
  const file = new Sqlite(opened.path);
  file.exec(`DROP TABLE records; DROP TABLE signals; DROP TABLE corrections; DROP TABLE machine; ALTER TABLE rule_sets DROP COLUMN transformer;
    DROP TABLE authors_hour; DROP TABLE authors_day; DROP TABLE authors_stale;
    DELETE FROM meta WHERE key = 'sketched'; INSERT OR REPLACE INTO meta VALUES ('textFrom', ${from + 6 * hour});
    PRAGMA user_version = 1`);
  file.close();
  opened.store = openStore(opened.path);
  opened.history = openHistory(opened.path);
  await settle();
  expect(cells().hours).toBe(4 * 24);
  const hours = (await opened.history.authors({ ...day, step: '1h' }))!;
  expect(Math.min(...hours.points.map(({ at }) => at))).toBe(from + 6 * hour);
  expect(hours.points.length).toBe(18);
  expect(hours.whole).toBeNull();
  expect((await opened.history.authors({ ...day, from: from + 6 * hour }))?.whole?.authors).toBe(20);
});

it('says nothing where more posts would have to be read than it may, and answers the next question', async () => {
  await saveDay(50, (place) => `author ${place % 7}`);
  await settle();
  const db = openReader(opened.path);
  const names = readNames(db);
  names.refresh();
  const meta = metaReader(db)();
  const answer = createAuthorsQuery(db, 20);
  const asked = { ...day, step: '1h', fromPosts: true, channels: ['social'] } as const;
  const few = () => answer({ ...asked, to: from + 2 * hour }, names, meta);
  expect(few()?.whole).toEqual({ authors: 5, authorsError: 0 });
  // Too many at once, too many in two pieces of a range, and too many that no sketch holds yet.
  expect(answer(asked, names, meta)).toBeNull();
  expect(answer({ ...asked, step: '1d', zone: 'Europe/Paris' }, names, meta)).toBeNull();
  expect(answer(day, names, meta)).toBeNull();
  expect(few()?.whole).toEqual({ authors: 5, authorsError: 0 });
  db.close();
});

it('lets texts go only when their authors are in the sketches, and still counts them afterwards', async () => {
  await saveDay(100, (place) => `author ${place % 30}`);
  while ((await opened.store.index(1_000)) > 0);
  expect(cells().hours).toBe(0);
  const pruned = await opened.store.prune(day.to + 30 * 24 * hour, { textDays: 10, setAsideDays: 7, idDays: 400 });
  expect(pruned).toBe(100);
  expect((await opened.history.authors(day))?.whole).toEqual({ authors: 30, authorsError: 0 });
  // Half an hour is in no sketch, and the posts are gone: nothing rather than something wrong.
  expect((await opened.history.authors({ ...day, to: from + 90 * 60_000, step: '1h' }))?.whole).toBeNull();
});
