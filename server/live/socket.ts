import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { Server, type Socket } from 'socket.io';
import { type Beat, beatMs, type ClientToServer, type ServerToClient } from '../../shared/protocol.ts';
import { encodeFrame } from './encodeFrame.ts';
import type { Publisher } from './publisher.ts';
import { createReaders } from './readers.ts';

export type SocketDeps = {
  /** Of the data that is shown now. */
  publisher: () => Publisher;
  /** Tells when other data is shown; returns the way to stop. */
  onShow: (shown: () => void) => () => void;
  build: string;
  now: () => number;
  /** Why a handshake is refused (name, origin, token), or null. */
  refuse?: (request: IncomingMessage) => string | null;
};

export type Sockets = {
  count(): number;
  topics(): number;
  /** How many connections watch a topic. */
  watching(topic: string): number;
  /** What waits in memory for all connections together. */
  waitingBytes(): number;
  /** Screens grey at once and look for the next server. */
  tellShutdown(): void;
  /** Ends every connection and detaches from the HTTP server, which stays open. */
  close(): Promise<void>;
};

/** A frame that was not seen for this long: its reader is gone, or stopped reading. Found at the next beat, 22 s at most. */
const seenWithinMs = 20_000;
/** More than this waiting in our memory for one connection: it reads too slowly to ever show the present. */
const maxWaitingBytes = 4 * 1024 * 1024;
/** Readers that come together within this time share one encoded frame. */
const gatherMs = 10;

type LiveSocket = Socket<ClientToServer, ServerToClient>;

/** What engine.io and ws have queued for a connection and the network has not taken. */
function waitingBytes(socket: LiveSocket): number {
  const { transport } = socket.conn as unknown as { transport: { socket?: { bufferedAmount?: number } } };
  return transport.socket?.bufferedAmount ?? 0;
}

export function attachSockets(httpServer: HttpServer | HttpsServer, deps: SocketDeps): Sockets {
  const io = new Server<ClientToServer, ServerToClient>(httpServer, {
    perMessageDeflate: false,
    maxHttpBufferSize: 16 * 1024,
    serveClient: false,
    pingInterval: 15_000,
    pingTimeout: 10_000,
    allowRequest: (request, decide) => {
      const reason = deps.refuse?.(request) ?? null;
      decide(reason, reason === null);
    },
  });
  const readers = createReaders({
    publisher: deps.publisher(),
    now: deps.now,
    send(ids, frame) {
      const { text, options } = encodeFrame(frame);
      for (const id of ids) io.sockets.sockets.get(id)?.conn.write(text, options);
    },
    soon: (run) => void setTimeout(run, gatherMs),
  });

  const beat = (): Beat => ({ at: deps.now(), epoch: deps.publisher().epoch, build: deps.build });

  io.on('connection', (socket: LiveSocket) => {
    socket.emit('beat', beat());
    // What comes from outside may have any shape: readers take `unknown`, and an acknowledgement may be missing.
    socket.on('watch', (topic: unknown, answer: unknown) => {
      const said = readers.watch(socket.id, topic);
      if (typeof answer === 'function') answer(said);
    });
    socket.on('unwatch', (topic: unknown) => readers.unwatch(socket.id, topic));
    socket.on('seen', (topic: unknown, version: unknown) => readers.seen(socket.id, topic, version));
    socket.on('disconnect', () => readers.leave(socket.id));
  });

  function endSilent(): void {
    const silent = new Set(readers.silentFor(seenWithinMs));
    for (const socket of io.sockets.sockets.values()) {
      if (!silent.has(socket.id) && waitingBytes(socket) <= maxWaitingBytes) continue;
      // `true`: throws away what waits for it instead of waiting for it to be read.
      socket.conn.close(true);
    }
  }

  const beating = setInterval(() => {
    io.emit('beat', beat());
    endSilent();
  }, beatMs);
  const stopShowing = deps.onShow(() => {
    readers.show(deps.publisher());
    io.emit('beat', beat());
  });

  return {
    count: () => io.sockets.sockets.size,
    topics: () => readers.topics(),
    watching: (topic) => readers.watching(topic),
    waitingBytes() {
      let bytes = 0;
      for (const socket of io.sockets.sockets.values()) bytes += waitingBytes(socket);
      return bytes;
    },
    tellShutdown: () => void io.emit('closing'),
    async close() {
      clearInterval(beating);
      stopShowing();
      readers.close();
      io.sockets.disconnectSockets(true);
      io.engine.close();
      await new Promise<void>((resolve) => setImmediate(resolve));
    },
  };
}
