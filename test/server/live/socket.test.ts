import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connectTo } from '../../../client/live/connection.ts';
import { createLiveStore, type LiveStore } from '../../../client/live/liveStore.ts';
import { createPublisher } from '../../../server/live/createPublisher.ts';
import type { Publisher } from '../../../server/live/publisher.ts';
import { attachSockets, type Sockets } from '../../../server/live/socket.ts';
import { createWindow } from '../../../server/live/window.ts';
import { makeCommit, makeStatus } from '../../support/makeLive.ts';

const opened: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function openServer(): Promise<{ server: Server; sockets: Sockets; publisher: Publisher; url: string }> {
  const server = createServer((_request, response) => void response.end());
  const publisher = createPublisher({
    epoch: 'run-1',
    now: Date.now,
    window: createWindow(Date.now()),
    status: () => makeStatus({}),
  });
  const sockets = attachSockets(server, {
    publisher: () => publisher,
    onShow: () => () => {},
    build: 'b1',
    now: Date.now,
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  opened.push(async () => {
    await sockets.close();
    publisher.close();
    await new Promise((resolve) => void server.close(resolve));
  });
  return { server, sockets, publisher, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function openClient(url: string): LiveStore {
  const live = createLiveStore({ connect: connectTo(url), afterDraw: (drawn) => void setImmediate(drawn) });
  opened.push(() => live.close());
  return live;
}

describe('the socket', () => {
  it('brings a commit to a screen: whole state first, then a patch, with latency measured', async () => {
    const { publisher, url } = await openServer();
    const live = openClient(url);
    live.watch('figures/1h');
    await vi.waitFor(() => expect(live.state('figures/1h')).toBeDefined(), 5_000);
    expect(live.state('figures/1h')?.now).toEqual({});
    publisher.absorb(makeCommit(Date.now(), 3));
    await vi.waitFor(() => expect(live.state('figures/1h')?.now['*']?.['*']?.[0]).toBe(3), 5_000);
    expect(live.state('figures/1h')).toEqual(publisher.whole('figures/1h').state);
    await vi.waitFor(() => expect(live.liveness()).toMatchObject({ state: 'live' }), 5_000);
    await vi.waitFor(() => expect(live.liveness().latencyMs).toBeTypeOf('number'), 5_000);
  });
});
