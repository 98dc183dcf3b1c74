import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postOf } from '../../../server/sources/bluesky.ts';
import { cursorFor, readCursor, rewindUs } from '../../../server/sources/jetstreamCursor.ts';
import { readJetstreamFrame } from '../../../server/sources/jetstreamFrame.ts';
import { sharedData } from '../../support/sharedData.ts';

const kindsIn = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(readJetstreamFrame);

const v1 = sharedData('connector-fixtures/jetstream_v1.ndjson');
const v2 = sharedData('connector-fixtures/jetstream_v2.ndjson');

describe('real frames', () => {
  it.skipIf(!v1)('of wire v1: posts, a delete, and the rest that only moves the cursor', () => {
    const events = kindsIn(v1!);
    expect(events).toHaveLength(18);
    expect(events.filter((event) => event.kind === 'unreadable')).toEqual([]);
    expect(events.filter((event) => event.kind === 'post')).toHaveLength(8);
    expect(events.filter((event) => event.kind === 'delete')).toHaveLength(1);
    for (const event of events) if ('us' in event) expect(event.us).toBeGreaterThan(1e15);
  });

  it.skipIf(!v1)('of wire v1 become posts with language, time and link', () => {
    const posts = kindsIn(v1!).flatMap((event) => (event.kind === 'post' ? [postOf(event, (did) => `#${did}`)] : []));
    const english = posts.find((post) => post?.lang === 'en');
    expect(english).toMatchObject({ source: 'bluesky', channel: 'social' });
    expect(english?.id).toMatch(/^at:\/\/did:plc:[a-z0-9]+\/app\.bsky\.feed\.post\/[a-z0-9]+$/);
    expect(english?.url).toMatch(/^https:\/\/bsky\.app\/profile\//);
    expect(english?.author).toMatch(/^#did:plc:/);
  });

  it.skipIf(!v2)('of wire v2: commit, delete, closed account, info and error', () => {
    const kinds = kindsIn(v2!).map((event) => event.kind);
    expect(kinds).toEqual(['other', 'delete', 'other', 'closed', 'other', 'info', 'error']);
    const [like] = kindsIn(v2!);
    expect(like).toMatchObject({ seq: 24664288881, us: 1725911162329308 });
  });
});

describe('readJetstreamFrame', () => {
  it('survives 10,000 frames of nonsense, seed 11', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"$type":"message","payload":${json}}`),
        ),
        (data) => {
          expect(readJetstreamFrame(data).kind).toBeTypeOf('string');
        },
      ),
      { numRuns: 10_000, seed: 11 },
    );
  });
});

describe('postOf', () => {
  const event = (record: Record<string, unknown>) =>
    ({
      kind: 'post',
      did: 'did:plc:a',
      rkey: 'k',
      record,
      at: Date.UTC(2026, 0, 2),
      us: Date.UTC(2026, 0, 2) * 1_000,
    }) as const;
  const hash = (did: string) => did.slice(-1);

  it('takes the author’s time where it is plausible and the network’s where it is not', () => {
    expect(postOf(event({ text: 'x', createdAt: '2026-01-01T23:59:00Z' }), hash)?.at).toBe(
      Date.UTC(2026, 0, 1, 23, 59),
    );
    for (const createdAt of ['1970-01-01T00:00:00Z', '2099-01-01T00:00:00Z', 'yesterday', undefined])
      expect(postOf(event({ text: 'x', createdAt }), hash)?.at).toBe(Date.UTC(2026, 0, 2));
  });

  it('names no language where the author names two, and keeps a link card’s title', () => {
    const post = postOf(event({ text: 'x', langs: ['en', 'fr'], embed: { external: { title: 'A card' } } }), hash);
    expect(post?.lang).toBeUndefined();
    expect(post?.title).toBe('A card');
    expect(postOf(event({ text: 'x', langs: ['pt-BR'] }), hash)?.lang).toBe('pt');
  });

  it('gives nothing for a picture without words', () => {
    expect(postOf(event({ text: ' \u0000' }), hash)).toBeNull();
  });
});

describe('the cursor', () => {
  const cursor = { wire: 'v2', host: 'wss://a', boot: 'b', seq: 500, us: 1.7e15 } as const;

  it('is a sequence number for the server that gave it and a time for any other', () => {
    expect(cursorFor(cursor, { wire: 'v2', host: 'wss://a' }, false)).toBe(500);
    expect(cursorFor(cursor, { wire: 'v2', host: 'wss://a' }, true)).toBe(1.7e15 - rewindUs);
    expect(cursorFor(cursor, { wire: 'v2', host: 'wss://b' }, false)).toBe(1.7e15 - rewindUs);
    expect(cursorFor(cursor, { wire: 'v1', host: 'wss://a' }, false)).toBe(1.7e15 - rewindUs);
    expect(cursorFor(undefined, { wire: 'v1', host: 'wss://a' }, false)).toBeUndefined();
  });

  it('reads back what it saved', () => {
    expect(readCursor(JSON.stringify(cursor))).toEqual(cursor);
    expect(readCursor(undefined)).toBeUndefined();
    expect(readCursor('{"wire":"v9"}')).toBeUndefined();
  });
});
