import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';

/** One thing that happened on the simulated network. */
export type NetworkEvent = { did: string; rkey: string; us: number } & (
  | { operation: 'create'; text: string; langs?: string[] }
  | { operation: 'delete' }
  | { operation: 'close'; status: string }
);

export type SimulatorOptions = {
  wire: 'v1' | 'v2';
  /** Sequence numbers below this are gone: a v2 seq cursor is refused, a time cursor is moved up. */
  oldestSeq?: number;
  boot?: string;
};

const collection = 'app.bsky.feed.post';

/**
 * Speaks Jetstream on loopback: replay from an inclusive cursor, then live; both wires, their errors, and the ways a line
 * goes bad. Sequence number = index in the log + firstSeq.
 */
export async function startJetstream(options: SimulatorOptions) {
  const log: NetworkEvent[] = [];
  const firstSeq = 24_000_000_001;
  const sockets = new Set<WebSocket>();
  const raw = new Set<Duplex>();
  let behaviour: 'well' | 'silent' | 'half-open' | 'refuse' = 'well';
  let state = { oldestSeq: firstSeq, boot: 'boot-1', ...options };
  const asked: string[] = [];

  const isoMicro = (us: number) =>
    `${new Date(Math.floor(us / 1_000)).toISOString().slice(0, 19)}.${String(us % 1_000_000).padStart(6, '0')}Z`;

  const frameOf = (event: NetworkEvent, seq: number): string => {
    const record =
      event.operation === 'create'
        ? {
            $type: collection,
            createdAt: new Date(Math.floor(event.us / 1_000) - 200).toISOString(),
            text: event.text,
            ...(event.langs ? { langs: event.langs } : {}),
          }
        : undefined;
    if (state.wire === 'v2') {
      const head = { seq, did: event.did, time: isoMicro(event.us) };
      const payload =
        event.operation === 'close'
          ? {
              $type: 'network.bsky.jetstream.subscribeEvents#account',
              ...head,
              account: { active: false, status: event.status, did: event.did, seq, time: isoMicro(event.us) },
            }
          : {
              $type: 'network.bsky.jetstream.subscribeEvents#commit',
              ...head,
              rev: '3l3qo2vutsw2b',
              operation: event.operation,
              collection,
              rkey: event.rkey,
              ...(record ? { cid: 'bafy', record } : {}),
            };
      return JSON.stringify({ $type: 'message', payload });
    }
    return JSON.stringify(
      event.operation === 'close'
        ? {
            did: event.did,
            time_us: event.us,
            kind: 'account',
            account: { active: false, status: event.status, did: event.did, seq, time: isoMicro(event.us) },
          }
        : {
            did: event.did,
            time_us: event.us,
            kind: 'commit',
            commit: {
              rev: '3l3qo2vutsw2b',
              operation: event.operation,
              collection,
              rkey: event.rkey,
              ...(record ? { record, cid: 'bafy' } : {}),
            },
          },
    );
  };

  const sendAll = (data: string) => {
    if (behaviour === 'well') for (const socket of sockets) if (socket.readyState === socket.OPEN) socket.send(data);
  };

  const http = createServer((_request, response) => response.writeHead(404).end());
  const server = new WebSocketServer({ noServer: true });
  server.on('headers', (headers) => {
    if (state.wire === 'v2') headers.push(`Jetstream-Boot-Id: ${state.boot}`);
  });
  http.on('connection', (socket) => {
    raw.add(socket);
    socket.on('close', () => raw.delete(socket));
  });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    asked.push(request.url ?? '');
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = state.wire === 'v2' ? '/xrpc/network.bsky.jetstream.subscribeEvents' : '/subscribe';
    const refuse = (status: string, body: string) =>
      socket.end(
        `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    if (behaviour === 'refuse') return refuse('503 Service Unavailable', '{}');
    if (url.pathname !== path) return refuse('404 Not Found', '{}');
    const cursor = url.searchParams.get('cursor');
    let from = log.length;
    let outdated = false;
    if (cursor !== null) {
      const value = Number(cursor);
      if (state.wire === 'v2' && value < 1e15) {
        if (value < state.oldestSeq)
          return refuse('400 Bad Request', '{"error":"CursorTooOld","message":"below the floor"}');
        from = Math.max(0, value - firstSeq);
      } else {
        from = log.findIndex((event) => event.us >= value);
        if (from < 0) from = log.length;
        outdated = from + firstSeq < state.oldestSeq;
        from = Math.max(from, state.oldestSeq - firstSeq);
      }
    }
    server.handleUpgrade(request, socket, head, (client) => {
      if (behaviour === 'half-open') {
        // The peer vanished without a word: bytes go nowhere and nothing is closed.
        socket.pause();
        return;
      }
      sockets.add(client);
      client.on('close', () => sockets.delete(client));
      if (behaviour === 'silent') return;
      if (outdated && state.wire === 'v2')
        client.send(
          JSON.stringify({
            $type: 'message',
            payload: {
              $type: 'network.bsky.jetstream.subscribeEvents#info',
              name: 'OutdatedCursor',
              message: 'requested timestamp cursor below retention floor',
            },
          }),
        );
      for (let index = from; index < log.length; index += 1) client.send(frameOf(log[index]!, firstSeq + index));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));

  return {
    host: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`,
    /** Requests so far: paths with their query. */
    asked,
    happen(event: NetworkEvent) {
      log.push(event);
      sendAll(frameOf(event, firstSeq + log.length - 1));
    },
    sendRaw: sendAll,
    connections: () => sockets.size,
    behave(next: typeof behaviour) {
      behaviour = next;
    },
    change(next: Partial<SimulatorOptions>) {
      state = { ...state, ...next };
    },
    /** Seq of the n-th event of the log. */
    seqOf: (index: number) => firstSeq + index,
    /** Cuts every line, as a crash does. */
    drop() {
      for (const socket of raw) socket.destroy();
    },
    async close() {
      for (const socket of raw) socket.destroy();
      server.close();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}
