import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestFailed } from '../../../client/history/fetchJson.ts';
import { type Progress, postForProgress } from '../../../client/history/fetchProgress.ts';
import type { PreviewAnswer } from '../../../shared/protocol.ts';
import { tail } from '../../support/launchDay.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const posts = 1_200;
const never = new AbortController().signal;
let doors: OpenDoors;

beforeAll(async () => {
  doors = await openDoors();
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1 } });
  const body = Array.from({ length: posts }, (_, index) => ({
    id: `p${index}`,
    at: Date.now() - index * 1_000,
    lang: 'en',
    text: `lumen ${tail(index)}`,
  }));
  await doors.ask('/api/ingest', { method: 'POST', body });
});
afterAll(() => doors.close());

const draft = { version: 1, brands: [{ id: 'lumen', name: 'Lumen', query: 'lumen' }] };

describe('postForProgress', () => {
  it('tells how far a preview is, and then what the same door answers without lines', async () => {
    const told: Progress[] = [];
    const path = '/api/workspace/preview';
    const answer = await postForProgress<PreviewAnswer>(`${doors.url}${path}`, draft, never, (at) => told.push(at));
    expect(told.length).toBeGreaterThan(2);
    expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort((a, b) => a - b));
    expect(told.at(-1)).toEqual({ done: posts, total: posts });
    expect(answer.total.after.mentions).toBe(posts);
    const whole = await doors.ask(path, { method: 'POST', body: draft });
    expect(whole.headers['content-type']).toContain('application/json');
    expect(whole.json()).toEqual(answer);
  });

  it('fails with the door’s own words where it refuses', async () => {
    const refused = postForProgress(`${doors.url}/api/workspace/preview`, { version: 2 }, never, () => undefined);
    await expect(refused).rejects.toMatchObject({ problem: { status: 400, errors: [{ path: 'version' }] } });
  });

  it('is given up, and takes half an answer for none', async () => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write('{"done":1,"tot');
      setTimeout(() => response.write('al":4}\n{"done":2,'), 10);
      setTimeout(() => response.destroy(), 20);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const told: Progress[] = [];
    const half = postForProgress(url, {}, never, (at) => told.push(at));
    await expect(half).rejects.toBeInstanceOf(RequestFailed);
    expect(told).toEqual([{ done: 1, total: 4 }]);
    const given = new AbortController();
    const stopped = postForProgress(url, {}, given.signal, () => given.abort(new Error('enough')));
    await expect(stopped).rejects.toThrow('enough');
    server.closeAllConnections();
    server.close();
  });
});
