import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Heard = { path: string; headers: IncomingHttpHeaders; body: string };
/** What it does with a request that it has read: a status, or whatever it likes. */
export type Manners = number | ((response: ServerResponse, heard: Heard) => void);

export type ReceiverSimulator = {
  url: string;
  port: number;
  /** All requests, refused ones too. */
  heard: Heard[];
  /** Bodies of those that it acknowledged. */
  acknowledged: Heard[];
  behave(manners: Manners): void;
  close(): Promise<void>;
};

/** A real HTTP server of somebody who is told of alerts, on a free port of loopback. */
export async function startReceiver(manners: Manners = 200): Promise<ReceiverSimulator> {
  let current = manners;
  const heard: Heard[] = [];
  const acknowledged: Heard[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      heard.push(one);
      if (typeof current === 'number') {
        if (current < 300) acknowledged.push(one);
        response.writeHead(current).end();
      } else current(response, one);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook/of-some-team`,
    port,
    heard,
    acknowledged,
    behave(next) {
      current = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
