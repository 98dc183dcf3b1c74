import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineBusy } from '../../../server/engine/engine.ts';
import { createShelf } from '../../../server/http/imports/shelf.ts';
import type { ImportJob } from '../../../shared/protocol.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
  const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
});
afterEach(() => doors.close());

const upload = (body: string | Uint8Array, query = '') =>
  doors.ask(`/api/imports${query}`, { method: 'POST', body, headers: { 'content-type': 'application/octet-stream' } });
const act = async (job: ImportJob, verb: string, method = 'POST', body?: object) =>
  doors.ask(`/api/imports/${job.id}${verb}`, { method, body });
const get = async (job: ImportJob): Promise<ImportJob> => (await doors.ask(`/api/imports/${job.id}`)).json();

async function ended(job: ImportJob): Promise<ImportJob> {
  return vi.waitFor(
    async () => {
      const now = await get(job);
      expect(now.state).not.toBe('running');
      return now;
    },
    { interval: 5, timeout: 10_000 },
  );
}

const csv = (rows: number) =>
  ['Tweet ID;Created At;Tweet', ...Array.from({ length: rows }, (_, n) => `${n};2026-03-02 09:00;lumen no ${n}`)].join(
    '\n',
  );

describe('a file from the browser', () => {
  it('is uploaded, shown with a guess, run, and counted row by row', async () => {
    const rows = [
      'id,created_at,text,user',
      '1,2026-03-02T09:00:00Z,"love lumen! @zoe",annabel',
      '2,never,lumen,bob',
      '3,2026-03-02T09:00:00Z,,cy',
    ];
    const answer = await upload(rows.join('\n'), '?name=posts.csv&channel=forum');
    expect(answer.status).toBe(201);
    const job: ImportJob = answer.json();
    expect(job).toMatchObject({
      name: 'posts.csv',
      format: 'csv',
      state: 'uploaded',
      columns: ['id', 'created_at', 'text', 'user'],
      map: { id: 'id', text: 'text', author: 'user' },
      defaults: { source: 'import:posts.csv', channel: 'forum' },
    });

    const mapped = await act(job, '/map', 'PUT', { map: { id: 'id', text: 'text', at: 'created_at', author: 'user' } });
    const shown: ImportJob = mapped.json();
    expect(shown.preview).toMatchObject([
      { post: { id: '1', text: 'love lumen! @…', channel: 'forum' } },
      { error: { index: 2, code: 'at-unreadable' } },
      { error: { index: 3, code: 'text-missing' } },
    ]);
    expect(JSON.stringify(shown.preview)).not.toContain('annabel');

    expect((await act(job, '/start')).status).toBe(202);
    const done = await ended(job);
    expect(done).toMatchObject({
      state: 'done',
      progress: { received: 3, accepted: 1, duplicates: 0, rejected: 2, bytes: done.bytes },
    });
    const errors = await act(job, '/errors', 'GET');
    expect(errors.headers['content-disposition']).toContain('attachment');
    expect(errors.text.split('\n').slice(0, 3)).toEqual([
      'row,code,message',
      expect.stringMatching(/^2,at-unreadable,/),
      expect.stringMatching(/^3,text-missing,/),
    ]);
    expect(await doors.own.history.mention({ id: '1' })).toMatchObject([{ source: 'import:posts.csv' }]);
  });

  it('is known again when it comes twice, zipped or not', async () => {
    for (const [body, accepted] of [
      [csv(600), 600],
      [gzipSync(csv(600)), 0],
    ] as const) {
      const job: ImportJob = (await upload(body, '?name=x')).json();
      await act(job, '/start');
      expect((await ended(job)).progress).toMatchObject({ received: 600, accepted, duplicates: 600 - accepted });
    }
  });

  it('takes NDJSON as posts, and says which lines are none', async () => {
    const lines = ['{"id":"n1","at":1772442000000,"text":"lumen","metrics":{"likes":3}}', '', '[1]', 'oops'];
    const job: ImportJob = (await upload(lines.join('\n'))).json();
    expect(job).toMatchObject({ format: 'ndjson', columns: ['id', 'at', 'text', 'metrics'] });
    await act(job, '/start');
    expect((await ended(job)).progress).toMatchObject({ received: 3, accepted: 1, rejected: 2 });
    expect(await doors.own.history.mention({ id: 'n1' })).toMatchObject([{ metrics: { likes: 3 } }]);
  });

  it('stops when told, goes on where it stood, and loses or doubles nothing', async () => {
    const job: ImportJob = (await upload(csv(2_000))).json();
    const ingest = vi.spyOn(doors.own.engine, 'ingest');
    await act(job, '/start');
    await vi.waitFor(() => expect(ingest).toHaveBeenCalled(), { interval: 1 });
    const stopped: ImportJob = (await act(job, '/stop')).json();
    expect(stopped.state).toBe('stopped');
    expect(stopped.progress.received).toBeLessThan(2_000);
    expect(stopped.progress.accepted).toBe(stopped.progress.received);
    await act(job, '/start');
    expect((await ended(job)).progress).toMatchObject({ received: 2_000, accepted: 2_000, duplicates: 0 });
  });

  it('waits while the engine is busy, and can be stopped while it waits', async () => {
    const job: ImportJob = (await upload(csv(10))).json();
    const busy = vi.spyOn(doors.own.engine, 'ingest').mockRejectedValue(new EngineBusy('the disk is full', 60));
    await act(job, '/start');
    await vi.waitFor(
      async () => expect(await get(job)).toMatchObject({ message: 'the disk is full', code: 'import-waits' }),
      {
        interval: 5,
      },
    );
    expect((await act(job, '/start')).status).toBe(409);
    expect((await act(job, '/map', 'PUT', { map: { text: 'Tweet' } })).status).toBe(409);
    expect((await act(job, '/stop')).json()).toMatchObject({ state: 'stopped', progress: { received: 0 } });
    busy.mockRestore();
    await act(job, '/start');
    expect((await ended(job)).progress).toMatchObject({ accepted: 10 });
  });

  it('names what is wrong with a file or a choice of columns', async () => {
    for (const body of ['', '[{"id": 1}]', Buffer.from([0, 1, 2]), 'just,a,header\n'])
      expect((await upload(body)).json()).toMatchObject({ status: 400, errors: [{ code: 'unreadable-file' }] });
    const job: ImportJob = (await upload('a,b\n1,2\n')).json();
    expect((await act(job, '/start')).status).toBe(409);
    for (const map of [{ text: 'c' }, { colour: 'a', text: 'b' }, { id: 'a' }])
      expect((await act(job, '/map', 'PUT', { map })).json()).toMatchObject({ errors: [{ path: 'map' }] });
    expect((await act(job, '/map', 'PUT', { map: { text: 'a' }, defaults: { at: 'then' } })).status).toBe(400);
    expect((await upload('a\n1\n', '?channel=radio')).status).toBe(400);
    expect((await doors.ask('/api/imports/none')).status).toBe(404);
    expect(readdirSync(doors.deps.uploadsDir)).toHaveLength(1);
  });

  it('keeps what was read when the file breaks off, and says so', async () => {
    const job: ImportJob = (await upload(`${csv(300)}\n301;2026-03-02;"never closed`)).json();
    await act(job, '/start');
    const failed = await ended(job);
    expect(failed).toMatchObject({ state: 'failed', progress: { accepted: 300 } });
    expect(failed.message).toContain('Quote Not Closed');
    expect(failed).toMatchObject({ code: 'csv-breaks-off', values: { row: 300 } });
  });

  it('gives a spreadsheet nothing to run', async () => {
    const job: ImportJob = (await upload('id,at,text\n1,=HYPERLINK("http://evil"),lumen\n2,+1,lumen\n')).json();
    await act(job, '/map', 'PUT', { map: { id: 'id', at: 'at', text: 'text' } });
    await act(job, '/start');
    await ended(job);
    const { text } = await act(job, '/errors', 'GET');
    for (const cell of text.split('\n').flatMap((line) => line.split(','))) expect(cell).not.toMatch(/^"?[=+@\t-]/);
  });

  it('is deleted on request', async () => {
    const job: ImportJob = (await upload(csv(5))).json();
    expect(readdirSync(doors.deps.uploadsDir)).toHaveLength(1);
    expect((await act(job, '', 'DELETE')).status).toBe(204);
    expect(readdirSync(doors.deps.uploadsDir)).toEqual([]);
    expect((await act(job, '', 'GET')).status).toBe(404);
  });

  it('does not outlive the server, whether it was closed or killed', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'launchroom-uploads-'));
    writeFileSync(join(dir, 'upload-left-by-a-killed-server'), 'x');
    const shelf = createShelf(dir, Date.now, 1_000);
    expect(readdirSync(dir)).toEqual([]);
    await shelf.close();
    await upload(csv(5));
    const { uploadsDir } = doors.deps;
    expect(readdirSync(uploadsDir)).toHaveLength(1);
    const { app } = doors;
    await app.close();
    expect(readdirSync(uploadsDir)).toEqual([]);
    rmSync(dir, { recursive: true });
  });
});
