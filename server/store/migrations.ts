import type { Database } from 'better-sqlite3';

/**
 * Forward only, one step per schema version; `user_version` says how many have run. A released step is never edited.
 *
 * Names (brands, themes, sources, languages, countries, channels) are numbers here, spelled once in `names`.
 */
const tally = `
  mentions INTEGER NOT NULL, distinct_texts INTEGER NOT NULL,
  positive INTEGER NOT NULL, neutral INTEGER NOT NULL, negative INTEGER NOT NULL,
  significant INTEGER NOT NULL, significant_positive INTEGER NOT NULL, significant_neutral INTEGER NOT NULL,
  significant_negative INTEGER NOT NULL, reach INTEGER NOT NULL, engagement INTEGER NOT NULL`;

const cells = (tier: string) => `CREATE TABLE ${tier} (
  brand INTEGER NOT NULL, theme INTEGER NOT NULL, at INTEGER NOT NULL,
  channel INTEGER NOT NULL, lang INTEGER NOT NULL, country INTEGER NOT NULL, ${tally},
  PRIMARY KEY (brand, theme, at, channel, lang, country)) WITHOUT ROWID;`;

const sums = (tier: string) => `CREATE TABLE ${tier} (
  brand INTEGER NOT NULL, theme INTEGER NOT NULL, at INTEGER NOT NULL, ${tally},
  PRIMARY KEY (brand, theme, at)) WITHOUT ROWID;`;

const funnel = (tier: string) => `CREATE TABLE ${tier} (
  brand INTEGER NOT NULL, at INTEGER NOT NULL, source INTEGER NOT NULL, outcome INTEGER NOT NULL, posts INTEGER NOT NULL,
  PRIMARY KEY (brand, at, source, outcome)) WITHOUT ROWID;`;

const sketches = (tier: string) => `CREATE TABLE ${tier} (
  brand INTEGER NOT NULL, theme INTEGER NOT NULL, at INTEGER NOT NULL, sketch BLOB NOT NULL, UNIQUE (brand, theme, at));`;

const steps: string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE cursors (source TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE skipped (source TEXT PRIMARY KEY, posts INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE rule_sets (version INTEGER PRIMARY KEY, workspace TEXT NOT NULL, etag TEXT NOT NULL, valid_from INTEGER NOT NULL);
  CREATE TABLE names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  INSERT INTO names (id, name) VALUES (0, '*'), (1, 'none'), (2, '');

  -- Every key ever accepted; outlives the text. By id first: a lookup by id alone needs no second index.
  CREATE TABLE seen (id TEXT NOT NULL, source INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (id, source)) WITHOUT ROWID;

  -- The log: what was said and what we made of it, in the order in which we knew. Short fields first, text last.
  CREATE TABLE posts (
    seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, received_at INTEGER NOT NULL, source INTEGER NOT NULL,
    outcome INTEGER NOT NULL, channel INTEGER NOT NULL, lang INTEGER NOT NULL, country INTEGER NOT NULL,
    opinion INTEGER NOT NULL, reach INTEGER NOT NULL, engagement INTEGER NOT NULL, copy_of INTEGER,
    brands TEXT, themes TEXT, excluded TEXT, rule_set INTEGER NOT NULL,
    significance REAL NOT NULL, spam REAL NOT NULL, score REAL NOT NULL,
    p_negative REAL, p_neutral REAL, p_positive REAL, said_lang INTEGER,
    id TEXT NOT NULL, author TEXT, extra TEXT, title TEXT, text TEXT NOT NULL);

  -- The first commit number of each UTC day on which posts were received: how old a key is.
  CREATE TABLE day_marks (day INTEGER PRIMARY KEY, seq INTEGER NOT NULL);

  -- Filled from the log behind the hot path, each up to a cursor in meta.
  ${cells('minute')} ${cells('quarter')} ${sums('hour')} ${sums('day')}
  ${funnel('funnel_minute')} ${funnel('funnel_quarter')} ${funnel('funnel_day')}
  CREATE TABLE listing (
    list INTEGER NOT NULL, at INTEGER NOT NULL, seq INTEGER NOT NULL,
    outcome INTEGER NOT NULL, source INTEGER NOT NULL, channel INTEGER NOT NULL, lang INTEGER NOT NULL,
    country INTEGER NOT NULL, opinion INTEGER NOT NULL,
    PRIMARY KEY (list, at, seq)) WITHOUT ROWID;
  CREATE TABLE copies (original INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (original, seq)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE search USING fts5(
    title, text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
  `,
  `
  -- Who wrote, as sketches (authorSketch.ts). With row ids: rows of 2.5 KiB fit a page of a table, not one of a bare index.
  ${sketches('authors_hour')} ${sketches('authors_day')}
  -- Cells that hold an author of a post that was taken back: counted from the posts until they are made anew.
  CREATE TABLE authors_stale (
    brand INTEGER NOT NULL, theme INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (brand, theme, at)) WITHOUT ROWID;
  -- Posts whose text was gone before there were sketches are in none.
  INSERT INTO meta (key, value) SELECT 'authorsFrom', value FROM meta WHERE key = 'textFrom';
  `,
  `
  -- What people said of messages, as they said it, one row for each word; the newest holds. The value is JSON, null takes back.
  CREATE TABLE corrections (
    number INTEGER PRIMARY KEY AUTOINCREMENT, seq INTEGER NOT NULL, what TEXT NOT NULL, brand TEXT, value TEXT,
    at INTEGER NOT NULL);
  CREATE INDEX corrections_of ON corrections (seq);
  -- The machine's own verdict on each corrected post: its row in posts holds what counts.
  CREATE TABLE machine (
    seq INTEGER PRIMARY KEY, outcome INTEGER NOT NULL, lang INTEGER NOT NULL, opinion INTEGER NOT NULL, copy_of INTEGER,
    brands TEXT, themes TEXT, excluded TEXT, significance REAL NOT NULL, spam REAL NOT NULL, score REAL NOT NULL,
    p_negative REAL, p_neutral REAL, p_positive REAL);
  `,
  `
  -- What a person says is not about the brand is no mention of it any more: such posts, which the second sort's outcome 3
  -- held, are counted again.
  INSERT OR REPLACE INTO meta (key, value) SELECT 'wanted', max(version) FROM rule_sets
    WHERE EXISTS (SELECT 1 FROM posts WHERE outcome = 3) HAVING max(version) IS NOT NULL;
  `,
  `
  -- The transformer that had the second look under a rule set, as JSON; null: none.
  ALTER TABLE rule_sets ADD COLUMN transformer TEXT;
  `,
  `
  -- What the program notes for itself beside the log (alerts, deliveries and their receivers), as JSON documents of some kind.
  CREATE TABLE records (
    kind TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
  CREATE INDEX records_at ON records (kind, at);
  -- Numbers from outside; the brand is '' where they are of no brand.
  CREATE TABLE signals (
    name TEXT NOT NULL, brand TEXT NOT NULL, at INTEGER NOT NULL, value REAL NOT NULL,
    PRIMARY KEY (name, brand, at)) WITHOUT ROWID;
  `,
];

export const schemaVersion = steps.length;

/** Brings the file to this program's schema; `upTo` stops earlier, for tests of old files. Refuses a newer file. */
export function migrate(db: Database, upTo = schemaVersion): void {
  const found = db.pragma('user_version', { simple: true }) as number;
  if (found > schemaVersion)
    throw new Error(
      `the store has schema ${found}, made by a newer version of this program, which knows ${schemaVersion}`,
    );
  for (let version = found; version < upTo; version += 1) {
    db.transaction(() => {
      db.exec(steps[version]!);
      db.pragma(`user_version = ${version + 1}`);
    }).immediate();
  }
}
