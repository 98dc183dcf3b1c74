import type { Database } from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, schemaVersion } from '../../../server/store/migrations.ts';
import { Sqlite } from '../../../server/store/sqliteBinding.ts';

const schemaOf = (db: Database) =>
  db.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'search_%' ORDER BY name").all();

it('brings a file of every older version to the newest schema, and changes nothing the second time', () => {
  const fresh = new Sqlite(':memory:');
  migrate(fresh);
  for (let version = 0; version <= schemaVersion; version += 1) {
    const old = new Sqlite(':memory:');
    migrate(old, version);
    expect(old.pragma('user_version', { simple: true })).toBe(version);
    migrate(old);
    migrate(old);
    expect(old.pragma('user_version', { simple: true })).toBe(schemaVersion);
    expect(schemaOf(old)).toEqual(schemaOf(fresh));
    old.close();
  }
  fresh.close();
});

it('asks for old corrections to be counted again, where there are any', () => {
  const outcomes = (among: number[]) => {
    const db = new Sqlite(':memory:');
    migrate(db, 3);
    db.exec("INSERT INTO rule_sets VALUES (1, '{}', 'a', 0), (2, '{}', 'b', 0)");
    for (const outcome of among)
      db.exec(`INSERT INTO posts (at, received_at, source, outcome, channel, lang, country, opinion, reach, engagement,
        rule_set, significance, spam, score, id, text) VALUES (0, 0, 0, ${outcome}, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 'a', '')`);
    migrate(db);
    return db.prepare("SELECT value FROM meta WHERE key = 'wanted'").pluck().get();
  };
  expect(outcomes([0, 3, 11])).toBe(2);
  expect(outcomes([0, 11])).toBe(undefined);
});

it('leaves a file of a newer version alone', () => {
  const db = new Sqlite(':memory:');
  db.pragma(`user_version = ${schemaVersion + 1}`);
  expect(() => migrate(db)).toThrow(`knows ${schemaVersion}`);
  db.close();
});
