import {
  type Frame,
  maxTopicsPerServer,
  maxTopicsPerSocket,
  type Topic,
  type WatchAnswer,
} from '../../shared/protocol.ts';
import type { Publisher } from './publisher.ts';

/** What one reader holds of one topic. */
type Watched = {
  /** The version that the reader has applied; null: it needs the whole state. */
  holds: number | null;
  /** The frame that is on its way: nothing else is sent until the reader has seen it. */
  awaited: { version: number; sentAt: number } | null;
  /** The reader (or a change of the data shown) asked for the whole state while a frame was on its way. */
  startsOver: boolean;
};

export type ReadersDeps = {
  publisher: Publisher;
  now: () => number;
  /** One frame for all these readers: encoded once. */
  send: (ids: string[], frame: Frame) => void;
  /** Lets a few things happen first, so that readers who come together are served together. */
  soon: (run: () => void) => void;
};

/**
 * Who watches what, and who may be sent something. One unacknowledged frame per reader and topic: a slow reader gets fewer
 * frames and always the newest state, and what is on its way to it never grows. Knows nothing of sockets.
 */
export type Readers = {
  watch(id: string, topic: unknown): WatchAnswer;
  unwatch(id: string, topic: unknown): void;
  seen(id: string, topic: unknown, version: unknown): void;
  leave(id: string): void;
  /** Those that have not seen a frame for so long. */
  silentFor(ms: number): string[];
  /** Other data is shown now: everybody gets its whole states. */
  show(publisher: Publisher): void;
  topics(): number;
  /** How many readers watch a topic. */
  watching(topic: Topic): number;
  close(): void;
};

export function createReaders(deps: ReadersDeps): Readers {
  let publisher = deps.publisher;
  const readers = new Map<string, Map<Topic, Watched>>();
  /** The same the other way round; also the count of topics on this server. */
  const byTopic = new Map<Topic, Map<string, Watched>>();
  /** Topics whose idle readers may be behind. */
  const due = new Set<Topic>();
  let isScheduled = false;
  let isClosed = false;
  let stopListening = listen();

  function listen(): () => void {
    return publisher.onTick((changed) => {
      for (const topic of changed) deliver(topic);
    });
  }

  /** Groups the idle readers by what they hold; each group gets one frame. */
  function deliver(topic: Topic): void {
    due.delete(topic);
    const all = byTopic.get(topic);
    if (!all) return;
    const groups = new Map<number | null, { frame: Frame | null; ids: string[] }>();
    const sentAt = deps.now();
    for (const [id, watched] of all) {
      if (watched.awaited) continue;
      let group = groups.get(watched.holds);
      if (!group) {
        const { holds } = watched;
        group = { frame: holds === null ? publisher.whole(topic) : publisher.since(topic, holds), ids: [] };
        groups.set(holds, group);
      }
      if (!group.frame) continue;
      watched.awaited = { version: group.frame.version, sentAt };
      group.ids.push(id);
    }
    for (const { frame, ids } of groups.values()) if (frame && ids.length > 0) deps.send(ids, frame);
  }

  function deliverSoon(topic: Topic): void {
    due.add(topic);
    if (isScheduled) return;
    isScheduled = true;
    deps.soon(() => {
      isScheduled = false;
      if (isClosed) return;
      for (const one of [...due]) deliver(one);
    });
  }

  function forget(id: string, topic: Topic): void {
    const all = byTopic.get(topic);
    if (!all?.delete(id)) return;
    if (all.size === 0) byTopic.delete(topic);
    publisher.unwatch(topic);
  }

  return {
    watch(id, topic) {
      if (typeof topic !== 'string' || topic.length > 200) return { ok: false, reason: 'a topic is a short text' };
      const known = readers.get(id);
      const again = known?.get(topic);
      if (again) {
        // It lost its thread. What is on its way may still come; the whole state follows when that was seen.
        again.holds = null;
        if (again.awaited) again.startsOver = true;
        else deliverSoon(topic);
        return { ok: true };
      }
      const reason =
        (known?.size ?? 0) >= maxTopicsPerSocket
          ? `at most ${maxTopicsPerSocket} topics a socket`
          : !byTopic.has(topic) && byTopic.size >= maxTopicsPerServer
            ? `at most ${maxTopicsPerServer} topics a server`
            : publisher.refuse(topic);
      if (reason !== null) return { ok: false, reason };
      publisher.watch(topic);
      const topics = known ?? new Map<Topic, Watched>();
      readers.set(id, topics);
      const watched: Watched = { holds: null, awaited: null, startsOver: false };
      topics.set(topic, watched);
      const all = byTopic.get(topic);
      if (all) all.set(id, watched);
      else byTopic.set(topic, new Map([[id, watched]]));
      deliverSoon(topic);
      return { ok: true };
    },
    unwatch(id, topic) {
      if (typeof topic === 'string' && readers.get(id)?.delete(topic)) forget(id, topic);
    },
    seen(id, topic, version) {
      if (typeof topic !== 'string') return;
      const watched = readers.get(id)?.get(topic);
      if (!watched?.awaited || watched.awaited.version !== version) return;
      watched.holds = watched.startsOver ? null : watched.awaited.version;
      watched.awaited = null;
      watched.startsOver = false;
      // Most have the newest by now and wait for the next tick; a thousand answers must not each cost a look at all.
      if (watched.holds === null || publisher.since(topic, watched.holds)) deliverSoon(topic);
    },
    leave(id) {
      for (const topic of readers.get(id)?.keys() ?? []) forget(id, topic);
      readers.delete(id);
    },
    silentFor(ms) {
      const before = deps.now() - ms;
      const silent: string[] = [];
      for (const [id, topics] of readers)
        for (const watched of topics.values())
          if (watched.awaited && watched.awaited.sentAt < before) {
            silent.push(id);
            break;
          }
      return silent;
    },
    show(next) {
      if (next === publisher) return;
      stopListening();
      for (const [topic, all] of byTopic) for (const _ of all.keys()) publisher.unwatch(topic);
      publisher = next;
      stopListening = listen();
      for (const [topic, all] of byTopic) {
        for (const watched of all.values()) {
          publisher.watch(topic);
          watched.holds = null;
          if (watched.awaited) watched.startsOver = true;
        }
        deliverSoon(topic);
      }
    },
    topics: () => byTopic.size,
    watching: (topic) => byTopic.get(topic)?.size ?? 0,
    close() {
      isClosed = true;
      stopListening();
      for (const id of [...readers.keys()]) this.leave(id);
    },
  };
}
