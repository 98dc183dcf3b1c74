import type { lookup } from 'node:dns';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGuard } from '../../../server/deliver/guard.ts';
import type { Outcome } from '../../../server/deliver/outcome.ts';
import { postGuarded } from '../../../server/deliver/postGuarded.ts';
import { type ReceiverSimulator, startReceiver } from '../../support/receiverSimulator.ts';

const at = Date.UTC(2026, 2, 2, 10);

describe('a message that is posted', () => {
  let receiver: ReceiverSimulator;
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.close());

  const lenient = () => createGuard([{ host: '127.0.0.1', port: receiver.port }]);
  const post = (
    url: string,
    options: { guard?: ReturnType<typeof createGuard>; withinMs?: number; signal?: AbortSignal } = {},
  ): Promise<Outcome> =>
    postGuarded(
      { url, headers: { 'Content-Type': 'application/json' }, body: '{"a":"é"}' },
      { guard: lenient(), now: () => at, signal: new AbortController().signal, ...options },
    );

  it('arrives as it is', async () => {
    expect(await post(receiver.url)).toEqual({ as: 'delivered', status: 200 });
    expect(receiver.heard).toMatchObject([
      { path: '/hook/of-some-team', body: '{"a":"é"}', headers: { 'content-length': '10' } },
    ]);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://2852039166/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://localhost./',
  ])('never leaves for %s', async (url) => {
    expect(await post(url, { guard: createGuard([]) })).toMatchObject({
      as: 'refused',
      reason: { code: 'not-public' },
    });
  });

  it('is refused while connecting when a name turns to an address inside, though it was another one before', async () => {
    let rounds = 0;
    const rebinding = ((_: string, __: object, callback: (error: null, found: object[]) => void) => {
      rounds += 1;
      callback(null, [{ address: rounds === 1 ? '8.8.8.8' : '127.0.0.1', family: 4 }]);
    }) as unknown as typeof lookup;
    const guard = createGuard([], rebinding);
    const url = `http://rebind.example:${receiver.port}/`;
    // What a check before the connection would have seen.
    await new Promise((resolve) => guard.lookup(receiver.port)('rebind.example', {}, resolve));
    expect(await post(url, { guard })).toMatchObject({
      as: 'refused',
      reason: { code: 'not-public', detail: 'rebind.example (127.0.0.1)' },
    });
    expect(rounds).toBe(2);
    expect(receiver.heard).toEqual([]);
  });

  it('follows no redirect, least of all inside', async () => {
    const inside = await startReceiver();
    receiver.behave((response) => response.writeHead(307, { location: inside.url }).end());
    expect(await post(receiver.url)).toMatchObject({
      as: 'refused',
      status: 307,
      reason: { code: 'redirect' },
    });
    expect(inside.heard).toEqual([]);
    await inside.close();
  });

  it('is tried later when nobody listens, when the answer is a fault of the server, and when none comes', async () => {
    receiver.behave(503);
    expect(await post(receiver.url)).toEqual({ as: 'later', status: 503, reason: { code: 'status', detail: '503' } });
    receiver.behave(500);
    expect(await post(receiver.url)).toEqual({
      as: 'later',
      status: 500,
      reason: { code: 'status', detail: '500' },
      isOwn: true,
    });
    receiver.behave(() => {});
    expect(await post(receiver.url, { withinMs: 50 })).toEqual({ as: 'later', reason: { code: 'timeout' } });
    const { url } = receiver;
    await receiver.close();
    expect(await post(url)).toEqual({ as: 'later', reason: { code: 'unreachable', detail: 'ECONNREFUSED' } });
    receiver = await startReceiver();
  });

  it.each([400, 401, 403, 404, 410, 413])('is refused for good by %s, with what was said', async (status) => {
    receiver.behave((response) => response.writeHead(status).end('invalid_blocks\nin /hook/of-some-team'));
    expect(await post(receiver.url)).toEqual({
      as: 'refused',
      status,
      reason: { code: 'status', detail: `${status}: invalid_blocks in …` },
    });
  });

  it.each([408, 425, 429])('is tried later after %s, when the receiver says', async (status) => {
    receiver.behave((response) => response.writeHead(status, { 'retry-after': '120' }).end());
    expect(await post(receiver.url)).toMatchObject({ as: 'later', status, retryAfterMs: 120_000 });
    const date = new Date(at + 90_000).toUTCString();
    receiver.behave((response) => response.writeHead(status, { 'retry-after': date }).end());
    expect(await post(receiver.url)).toMatchObject({ retryAfterMs: 90_000 });
  });

  it('reads no more than 64 KB of a giant answer, and believes its status', async () => {
    let sent = 0;
    receiver.behave((response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && sent < 1e9) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536, 120))) break;
        }
      };
      response.on('drain', more);
      more();
    });
    expect(await post(receiver.url)).toEqual({ as: 'delivered', status: 200 });
    expect(sent).toBeLessThan(100 * 65_536);
  });

  it('believes the status of an answer that never ends', async () => {
    receiver.behave((response) => void response.writeHead(202).write('…'));
    expect(await post(receiver.url, { withinMs: 2_000 })).toEqual({ as: 'delivered', status: 202 });
  });

  it('is given to nobody whose certificate is none', async () => {
    const pem = (name: string) => readFileSync(join('test', 'fixtures', 'tls', `${name}.pem`));
    let heard = 0;
    const server = createServer({ cert: pem('cert'), key: pem('key') }, () => {
      heard += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const guard = createGuard([{ host: 'localhost', port }]);
    expect(await post(`https://localhost:${port}/`, { guard })).toEqual({
      as: 'later',
      reason: { code: 'unreachable', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    expect(heard).toBe(0);
    server.close();
  });

  it('is broken off when the server stops', async () => {
    const stopping = new AbortController();
    receiver.behave(() => stopping.abort());
    expect(await post(receiver.url, { signal: stopping.signal })).toMatchObject({ as: 'later' });
    expect(await post(receiver.url, { signal: stopping.signal })).toMatchObject({ as: 'later' });
    expect(receiver.heard).toHaveLength(1);
  });
});
