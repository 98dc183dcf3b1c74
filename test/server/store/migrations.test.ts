import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate, schemaVersion } from '../../../server/store/migrations.ts';

const schemaOf = (db: Sqlite.Database) =>
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

it('leaves a file of a newer version alone', () => {
  const db = new Sqlite(':memory:');
  db.pragma(`user_version = ${schemaVersion + 1}`);
  expect(() => migrate(db)).toThrow(`knows ${schemaVersion}`);
  db.close();
});
