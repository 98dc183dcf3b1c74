import { io } from 'socket.io-client';
import type { Beat, Frame, Topic, WatchAnswer } from '../../shared/protocol.ts';

/** What the wire tells the store. */
export type Wire = {
  opened(): void;
  closed(): void;
  frame(frame: Frame): void;
  beat(beat: Beat): void;
  /** The server says that it stops: no need to wait for silence. */
  closing(): void;
  /** The server could not be reached, or refused us at the door. */
  failed(): void;
};

/** The way to the server. Nothing here survives a reconnect: the store says again what it watches. */
export type Connection = {
  watch(topic: Topic, answered: (answer: WatchAnswer) => void): void;
  unwatch(topic: Topic): void;
  seen(topic: Topic, version: number): void;
  /** Drops what there is and connects anew at once: after sleep, or when the line is silent for too long. */
  restart(): void;
  close(): void;
};
export type Connect = (wire: Wire) => Connection;

/** The only place that knows socket.io. `url` is empty for the page's own server. */
export function connectTo(url = ''): Connect {
  return (wire) => {
    const socket = io(url, {
      // Some company networks let no WebSocket pass.
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 300,
      reconnectionDelayMax: 3_000,
      // Many walls lose the same server at the same moment; they must not come back at the same moment.
      randomizationFactor: 0.8,
      timeout: 5_000,
      withCredentials: true,
    });
    socket.on('connect', wire.opened);
    socket.on('disconnect', (reason) => {
      wire.closed();
      // socket.io takes a goodbye of the server as final. Ours is not: a wall waits for the next server.
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 300 + Math.random() * 700);
    });
    socket.on('connect_error', wire.failed);
    socket.on('frame', wire.frame);
    socket.on('beat', wire.beat);
    socket.on('closing', wire.closing);
    return {
      // Sent only on an open line: what is said while it is down would be repeated beside our own resynchronisation.
      watch: (topic, answered) => void (socket.connected && socket.emit('watch', topic, answered)),
      unwatch: (topic) => void (socket.connected && socket.emit('unwatch', topic)),
      seen: (topic, version) => void (socket.connected && socket.emit('seen', topic, version)),
      restart() {
        socket.disconnect();
        socket.connect();
      },
      close: () => void socket.disconnect(),
    };
  };
}
