import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EngineBusy } from '../../../server/engine/engine.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const post = (id: string, more: object = {}) => ({
  id,
  at: '2026-03-02T09:00:00Z',
  text: `I love lumen ${id}!`,
  ...more,
});
const ndjson = { 'content-type': 'application/x-ndjson' };

describe('POST /api/ingest', () => {
  let doors: OpenDoors;
  beforeAll(async () => {
    doors = await openDoors();
    const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
    await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
  });
  afterAll(() => doors.close());
  const send = (body: string | Uint8Array | object, headers: Record<string, string> = {}, query = '') =>
    doors.ask(`/api/ingest${query}`, { method: 'POST', body, headers });

  it('takes one post, an array and one a line, and knows each again', async () => {
    const one = await send(post('a1'));
    expect(one.status).toBe(200);
    expect(one.json()).toEqual({ received: 1, accepted: 1, duplicates: 0, rejected: [] });
    const list = await send([post('a1'), post('a2')]);
    expect(list.json()).toEqual({ received: 2, accepted: 1, duplicates: 1, rejected: [] });
    const lines = await send([post('a2'), post('a3')].map((one) => JSON.stringify(one)).join('\n'), ndjson);
    expect(lines.json()).toEqual({ received: 2, accepted: 1, duplicates: 1, rejected: [] });
  });

  it('rejects bad posts one by one and keeps the rest', async () => {
    const answer = await send([post('b1'), { id: 'b2', text: 'no time' }, 7, post('b3')]);
    expect(answer.status).toBe(200);
    expect(answer.json()).toMatchObject({
      received: 4,
      accepted: 2,
      duplicates: 0,
      rejected: [
        { index: 1, code: 'at-missing' },
        { index: 2, code: 'not-an-object' },
      ],
    });
  });

  it('rejects a line that is no JSON by its place, blank lines aside', async () => {
    const answer = await send(`${JSON.stringify(post('c1'))}\n\n{oops\n${JSON.stringify(post('c2'))}\n`, ndjson);
    expect(answer.json()).toMatchObject({ received: 3, accepted: 2, rejected: [{ index: 1, code: 'not-json' }] });
  });

  it('says where a body stops being JSON, and keeps the ledger whole', async () => {
    const before = doors.own.sources.ledger();
    const answer = await send('{"id": "x",, }', { 'content-type': 'application/json' });
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ code: 'not-json', position: 11 }] });
    const after = doors.own.sources.ledger();
    expect(after.received - before.received).toBe(1);
    expect(after.rejected - before.rejected).toBe(1);
    expect(after.received).toBe(after.accepted + after.duplicates + after.rejected);
  });

  it('inflates gzip, but not without end', async () => {
    const zipped = gzipSync(JSON.stringify([post('d1')]));
    const good = await send(zipped, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    expect(good.json()).toMatchObject({ accepted: 1 });
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, ' '));
    const refused = await send(bomb, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    expect(refused.status).toBe(413);
    const broken = await send('no gzip at all', { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    expect(broken.status).toBe(400);
    expect(broken.json()).toMatchObject({ errors: [{ code: 'not-gzip' }] });
  });

  it('refuses other types and encodings with 415, no type at all too', async () => {
    for (const headers of [
      { 'content-type': 'text/csv' },
      { 'content-type': 'constructor' },
      {},
      { 'content-type': 'application/json', 'content-encoding': 'br' },
    ]) {
      expect((await send('[]', headers as Record<string, string>)).status).toBe(415);
    }
  });

  it('refuses more than 10 MB, announced or not, and answers when all was sent', async () => {
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, ' ');
    const announced = await send(large, { ...ndjson, 'content-length': String(large.length) });
    expect(announced.status).toBe(413);
    const chunked = await send(large, { ...ndjson, 'transfer-encoding': 'chunked' });
    expect(chunked.status).toBe(413);
    expect(chunked.json()).toMatchObject({ title: 'Too large' });
  });

  it('answers 413 to an announcement before a byte of the body came', async () => {
    const socket = connect(doors.port, '127.0.0.1');
    const said = new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(chunk.toString())));
    socket.write(
      'POST /api/ingest HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n',
    );
    expect(await said).toMatch(/^HTTP\/1\.1 413 /);
    socket.destroy();
  });

  it('says 503 and when to come again while the engine is busy', async () => {
    const busy = vi.spyOn(doors.own.engine, 'ingest').mockRejectedValueOnce(new EngineBusy('the disk is full', 1.2));
    const answer = await send(post('e1'));
    busy.mockRestore();
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.json()).toMatchObject({ detail: 'the disk is full' });
  });

  it('names the source and channel of posts that name none', async () => {
    await send([post('f1'), post('f2', { source: 'own-name', channel: 'news' })], {}, '?source=desk&channel=support');
    const { items } = await doors.own.history.mentions({ stage: 'important', limit: 200 });
    const of = (id: string) => items.find((item) => item.id === id);
    expect(of('f1')).toMatchObject({ source: 'desk', channel: 'support' });
    expect(of('f2')).toMatchObject({ source: 'own-name', channel: 'news' });
    expect(of('a1')).toMatchObject({ source: 'api', channel: 'social' });
    expect((await send(post('f3'), {}, '?source=a%00b')).status).toBe(400);
  });

  it('takes nothing of a body whose sender hung up, and goes on', async () => {
    const socket = connect(doors.port, '127.0.0.1');
    const begun = `[${JSON.stringify(post('g1'))},`;
    socket.write(
      `POST /api/ingest HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n${begun}`,
    );
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.destroy();
    const answer = await send(post('g2'));
    expect(answer.json()).toMatchObject({ accepted: 1 });
    expect(await doors.own.history.mention({ id: 'g1' })).toEqual([]);
    expect(doors.logged).toEqual([]);
  });
});
