import { io, type Socket } from 'socket.io-client';
import { applyPatch } from '../../shared/mergePatch.ts';
import type { ClientToServer, Frame, ServerToClient, Topic } from '../../shared/protocol.ts';

/** A real socket that watches topics the way a screen does: it applies each frame and says that it has seen it. */
export type Screen = {
  /** Resolves with the topic's state as soon as it fulfils the wish. */
  until<State>(topic: Topic, wish: (state: State) => boolean): Promise<State>;
  close(): void;
};

export function openScreen(url: string): Screen {
  const socket: Socket<ServerToClient, ClientToServer> = io(url, { transports: ['websocket'], reconnection: true });
  const held = new Map<Topic, { epoch: string; version: number; state: unknown }>();
  const watched = new Set<Topic>();
  const wishes = new Set<() => void>();
  socket.on('frame', (frame: Frame) => {
    const before = held.get(frame.topic);
    if (frame.base !== null && (before?.epoch !== frame.epoch || before.version !== frame.base))
      throw new Error(`a patch from ${frame.base} came to a screen that holds ${before?.version}`);
    const state = frame.base === null ? frame.state : applyPatch(before?.state, frame.state);
    held.set(frame.topic, { epoch: frame.epoch, version: frame.version, state });
    socket.emit('seen', frame.topic, frame.version);
    for (const look of wishes) look();
  });
  const watch = (topic: Topic) =>
    socket.emit('watch', topic, (answer) => {
      if (!answer.ok) throw new Error(`${topic}: ${answer.reason}`);
    });
  socket.on('connect', () => {
    for (const topic of watched) watch(topic);
  });
  return {
    until<State>(topic: Topic, wish: (state: State) => boolean) {
      if (!watched.has(topic)) {
        watched.add(topic);
        if (socket.connected) watch(topic);
      }
      return new Promise<State>((resolve) => {
        const look = () => {
          const state = held.get(topic)?.state as State | undefined;
          if (state === undefined || !wish(state)) return;
          wishes.delete(look);
          resolve(state);
        };
        wishes.add(look);
        look();
      });
    },
    close: () => socket.close(),
  };
}
