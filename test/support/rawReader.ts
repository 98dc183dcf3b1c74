import WebSocket from 'ws';
import type { Frame } from '../../shared/protocol.ts';

/** A client that speaks the wire itself, so that it can be rude: send garbage, not read, not acknowledge. */
export type RawReader = {
  /** Any socket.io packet, such as `42["watch","status"]`. */
  send(packet: string | Buffer): void;
  frames: Frame[];
  beats: number;
  closed: Promise<void>;
  isOpen(): boolean;
  /** Stops (goes on) taking bytes off the line. */
  pause(): void;
  close(): void;
};

export type RawReaderOptions = { topics?: readonly string[]; acknowledges?: boolean };

export function openRawReader(url: string, options: RawReaderOptions = {}): Promise<RawReader> {
  const { topics = [], acknowledges = true } = options;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
  return new Promise((resolve, reject) => {
    const reader: RawReader = {
      send: (packet) => socket.send(packet),
      frames: [],
      beats: 0,
      closed: new Promise((gone) => void socket.once('close', () => gone())),
      isOpen: () => socket.readyState === WebSocket.OPEN,
      pause: () => socket.pause(),
      close: () => socket.terminate(),
    };
    socket.on('error', reject);
    socket.on('message', (data) => {
      const packet = data.toString();
      if (packet.startsWith('0')) return socket.send('40');
      if (packet === '2') return socket.send('3');
      if (packet.startsWith('40')) {
        for (const topic of topics) socket.send(`42${JSON.stringify(['watch', topic])}`);
        return resolve(reader);
      }
      if (!packet.startsWith('42')) return;
      const [event, said] = JSON.parse(packet.slice(2)) as [string, unknown];
      if (event === 'beat') reader.beats += 1;
      if (event !== 'frame') return;
      const frame = said as Frame;
      reader.frames.push(frame);
      if (acknowledges) socket.send(`42${JSON.stringify(['seen', frame.topic, frame.version])}`);
    });
  });
}
