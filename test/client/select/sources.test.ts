import { expect, it } from 'vitest';
import { sourceCount, sourceRows } from '../../../client/select/sources.ts';
import type { SourceHealth } from '../../../shared/protocol.ts';

const now = Date.UTC(2026, 2, 2, 9);
const source = (kind: SourceHealth['kind'], state: SourceHealth['state'], silentMs = 0): SourceHealth => ({
  kind,
  state,
  heardAt: now - silentMs,
  postAt: now - silentMs,
  accepted: 1,
  skipped: 0,
});
const sources = {
  bluesky: source('bluesky', 'live'),
  desk: source('ingest', 'live'),
  shop: source('ingest', 'silent', 240_000),
  'import:reviews.csv': source('import', 'live'),
  'import:old.csv': source('import', 'off', 99_000),
  former: source('ingest', 'off', 9e7),
};

it('counts silent sources, and no file as one that is listened to', () => {
  expect(sourceCount(sources)).toEqual({ live: 2, silent: 1, missing: 0, all: 3 });
  expect(sourceCount({ ...sources, bluesky: source('bluesky', 'lost', 9_000) })).toEqual({
    live: 1,
    silent: 1,
    missing: 1,
    all: 3,
  });
});

it('lists trouble first and says how long a silent one has been so', () => {
  const { rows, rest } = sourceRows({ ...sources, late: source('bluesky', 'slow', 9_000) }, now, 3);
  expect(rows.map((row) => row.name)).toEqual(['late', 'bluesky', 'desk']);
  expect(rest.map(({ name }) => name)).toHaveLength(1);
  expect(sourceRows(sources, now, 4).rows.at(-1)).toEqual({
    name: 'shop',
    state: 'silent',
    isLate: false,
    silentMs: 240_000,
    lagMs: 0,
  });
});

it('calls a source late whose posts come minutes after they were said, but not one that is lost', () => {
  const late = { ...source('feed', 'live'), lagMs: 300_000 };
  const lost = { ...source('feed', 'lost'), lagMs: 300_000 };
  const { rows } = sourceRows({ late, lost, soon: { ...late, lagMs: 20_000 } }, now, 3);
  expect(rows.map((row) => [row.name, row.isLate])).toEqual([
    ['lost', false],
    ['late', true],
    ['soon', false],
  ]);
});

it('names a late source before those heard in time, with how late it is, and leaves the healthy to the count', () => {
  const late = { ...source('feed', 'live'), lagMs: 240_000 };
  const { rows, rest } = sourceRows(
    { Forums: source('ingest', 'live'), News: late, Shop: source('ingest', 'live') },
    now,
    1,
  );
  expect(rows.map(({ name, lagMs }) => [name, lagMs])).toEqual([['News', 240_000]]);
  expect(rest.map(({ name }) => name)).toEqual(['Forums', 'Shop']);
});
