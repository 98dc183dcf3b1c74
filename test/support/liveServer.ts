import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPublisher } from '../../server/live/createPublisher.ts';
import type { Publisher } from '../../server/live/publisher.ts';
import { attachSockets, type SocketDeps, type Sockets } from '../../server/live/socket.ts';
import { createWindow } from '../../server/live/window.ts';
import { makeStatus } from './makeLive.ts';

export type LiveServer = {
  url: string;
  port: number;
  sockets: Sockets;
  publisher: Publisher;
  /** Shows other data from now on. */
  show(publisher: Publisher): void;
  close(): Promise<void>;
};

export function openPublisher(epoch: string): Publisher {
  return createPublisher({ epoch, now: Date.now, window: createWindow(Date.now()), status: () => makeStatus({}) });
}

/** The live half of the server alone, on a real port. */
export async function openLiveServer(
  options: Partial<SocketDeps> & { epoch?: string; port?: number } = {},
): Promise<LiveServer> {
  const server = createServer((_request, response) => void response.end());
  let publisher = openPublisher(options.epoch ?? 'run-1');
  const publishers = new Set([publisher]);
  let shown = () => {};
  const sockets = attachSockets(server, {
    publisher: () => publisher,
    onShow(listener) {
      shown = listener;
      return () => {
        shown = () => {};
      };
    },
    build: 'b1',
    now: Date.now,
    ...options,
  });
  await new Promise<void>((resolve) => void server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    sockets,
    get publisher() {
      return publisher;
    },
    show(next) {
      publisher = next;
      publishers.add(next);
      shown();
    },
    async close() {
      sockets.tellShutdown();
      await sockets.close();
      for (const one of publishers) one.close();
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
