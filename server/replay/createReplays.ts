import { randomUUID } from 'node:crypto';
import type { Alert } from '../../shared/alerts.ts';
import type { DataSet, Frame, MessageCard, StatusState, Topic } from '../../shared/protocol.ts';
import type { ReplayAnswer, ReplayChange } from '../../shared/replay.ts';
import type { ReplayClock } from '../../shared/replayClocks.ts';
import { readReplayTopic, replayTopic } from '../../shared/replayTopic.ts';
import { dayMs } from '../../shared/rollup.ts';
import { createPublisher } from '../live/createPublisher.ts';
import type { Publisher } from '../live/publisher.ts';
import { readVoices, type VoiceCards } from '../readVoices.ts';
import type { History } from '../store/store.ts';
import { alertsAt, severityAt } from './alertsAt.ts';
import { createKeptCards } from './createKeptCards.ts';
import { type Reading, readReplayLog } from './readReplayLog.ts';
import { createReplayClock } from './replayClock.ts';
import { createReplayWindow } from './replayWindow.ts';

export const mostReplays = 4;
/** Whoever may only look cannot take the last place: it is for the room. */
export const mostOwnReplays = mostReplays - 1;
const idleMs = 10 * 60_000;
const lookEveryMs = 2_000;

export type ReplayOptions = {
  /** Of which data set it is. */
  data: DataSet;
  /** True: the room's. False: one's own, moved by whoever holds its key. */
  isRooms: boolean;
  history: History;
  voiceCards: VoiceCards;
  alerts: readonly Alert[];
  launch?: string;
  timeZone: string;
  from: number;
  to: number;
  at: number;
  clock: ReplayClock;
  speed: number;
  paused: boolean;
};

export type Room = {
  /** Moves a replay of one's own; null: it is the room's, and a right moves it. */
  key: string | null;
  state(): ReplayAnswer;
  change(change: ReplayChange): ReplayAnswer;
};

/** The rooms in which the past is played again. Reads history only; nothing live knows of them. */
export type Replays = {
  /** Null: there are as many of its kind as there may be. Throws TooMuchToReplay, and the signal's reason when it is stopped. */
  open(options: ReplayOptions, reading?: Reading): Promise<Room | null>;
  find(id: string): Room | undefined;
  findOwn(key: string): Room | undefined;
  /** Those of the room, the oldest first; of one launch where it is named. */
  ofRoom(data: DataSet, launch?: string): Room[];
  end(id: string): boolean;
  /** The live publisher, and behind replay topics those of the rooms. The same for the same publisher. */
  beside(live: Publisher): Publisher;
  close(): void;
};

type Inner = Room & {
  data: DataSet;
  launch: string | undefined;
  publisher: Publisher;
  watchers: number;
  usedAt: number;
  isEnded: boolean;
  stop(): void;
  look(): void;
};

export function createReplays(deps: { now: () => number; warn: (error: unknown) => void }): Replays {
  const { now, warn } = deps;
  const rooms = new Map<string, Inner>();
  const besides = new WeakMap<Publisher, Publisher>();
  const listeners = new Set<(changed: Topic[]) => void>();
  const opening = { own: 0, rooms: 0 };
  const running = () => [...rooms.values()].filter((room) => !room.isEnded);
  function hasPlace(isRooms: boolean): boolean {
    const all = running();
    const own = all.filter(({ key }) => key !== null).length + opening.own;
    return all.length + opening.own + opening.rooms < mostReplays && (isRooms || own < mostOwnReplays);
  }
  /** Whoever asks for it uses it. */
  function use(room: Inner | undefined): Room | undefined {
    if (!room || room.isEnded) return undefined;
    room.usedAt = now();
    return room;
  }

  function endRoom(id: string, room: Inner): void {
    room.isEnded = true;
    room.stop();
    // Who still watches it keeps the last picture; its screens learn from its door that it is over.
    if (room.watchers === 0) rooms.delete(id);
  }

  const looking = setInterval(() => {
    for (const [id, room] of rooms) {
      if (room.watchers > 0) room.usedAt = now();
      if (!room.isEnded && now() - room.usedAt > idleMs) endRoom(id, room);
      else if (!room.isEnded) room.look();
    }
  }, lookEveryMs);
  looking.unref();

  async function openRoom(options: ReplayOptions, reading?: Reading): Promise<Room> {
    const { history, launch, from, to, data, isRooms } = options;
    const cardsOf = createKeptCards(options.voiceCards);
    const id = randomUUID();
    const voicesAt = (moment: number) => readVoices(history, cardsOf, moment - dayMs, moment);
    const [log, first] = await Promise.all([readReplayLog(history, from, to, reading), voicesAt(options.at)]);
    // Nobody would ever hear its name.
    reading?.signal?.throwIfAborted();
    // One moment for both: a millisecond of ours between them would be more than half a second at the highest speed.
    const openedAt = now();
    const clock = createReplayClock({ from, to }, options.at, options.speed, openedAt);
    if (options.paused) clock.pause(openedAt);
    let kind = options.clock;
    const at = () => clock.at(now());
    // Those told before it go on into it; none that comes while it plays is ever one of them.
    const alerts = [...options.alerts].sort((a, b) => a.raisedAt - b.raisedAt);
    const window = createReplayWindow(log, kind, at());
    const hasArrivedBy = (moment: number) => (card: MessageCard) => kind === 'said' || card.receivedAt <= moment;
    const publisher = createPublisher({
      epoch: id,
      now: at,
      window,
      // The first screen has messages to show as soon as it has figures.
      cards: first.filter(hasArrivedBy(options.at)),
      alerts: () => alertsAt(alerts, at()),
      status(): StatusState {
        throw new Error('a replay has no status of its own');
      },
    });
    const stopTelling = publisher.onTick((changed) => {
      const topics = changed.map((topic) => replayTopic(id, topic));
      for (const listener of listeners) listener(topics);
    });
    let lookedAt = options.at;
    let isLooking = false;

    const room: Inner = {
      ...{ data, launch, publisher },
      key: isRooms ? null : randomUUID(),
      watchers: 0,
      usedAt: now(),
      isEnded: false,
      state() {
        const moment = at();
        const { counted, known } = log.knownAt(from, moment);
        return {
          id,
          forRoom: isRooms,
          timeZone: options.timeZone,
          ...(launch === undefined ? {} : { launch }),
          ...{ from, to, at: moment, clock: kind, speed: clock.speed(), paused: clock.isPaused(now()), counted, known },
          knownShare: counted === 0 ? null : known / counted,
          alerts: alerts
            .filter(({ raisedAt }) => raisedAt >= from && raisedAt <= moment)
            .map((one) => ({
              ...{ id: one.id, raisedAt: one.raisedAt, kind: one.kind, severity: severityAt(one, moment) },
              ...(one.brand === undefined ? {} : { brand: one.brand }),
            })),
        };
      },
      change(change) {
        if (change.clock !== undefined) {
          kind = change.clock;
          window.setClock(kind);
          // Other messages have arrived by the same moment then.
          lookedAt = Number.NaN;
        }
        if (change.speed !== undefined) clock.setSpeed(change.speed, now());
        if (change.at !== undefined) clock.moveTo(change.at, now());
        if (change.step !== undefined) {
          clock.pause(now());
          clock.moveTo(at() + change.step, now());
        }
        if (change.paused === true) clock.pause(now());
        if (change.paused === false) clock.play(now());
        return room.state();
      },
      /** Voices of the moment: read anew now and then, since messages themselves are not kept here. */
      look() {
        const moment = at();
        if (isLooking || moment === lookedAt || room.watchers === 0) return;
        isLooking = true;
        lookedAt = moment;
        voicesAt(moment)
          .then((cards) => publisher.setCards(cards.filter(hasArrivedBy(moment))), warn)
          .finally(() => {
            isLooking = false;
          });
      },
      stop() {
        clock.pause(now());
        stopTelling();
        publisher.close();
      },
    };
    rooms.set(id, room);
    return room;
  }

  /** The room's frames under the names that its readers watch, in the live epoch: versions never meet, for names differ. */
  function renamer(epoch: string) {
    const renamed = new WeakMap<Frame, Frame>();
    return (frame: Frame, topic: Topic): Frame => {
      const known = renamed.get(frame);
      if (known) return known;
      const made = { ...frame, topic, epoch };
      renamed.set(frame, made);
      return made;
    };
  }

  function beside(live: Publisher): Publisher {
    const made = besides.get(live);
    if (made) return made;
    const rename = renamer(live.epoch);
    const roomOf = (topic: Topic) => {
      const parts = readReplayTopic(topic);
      return parts && { ...parts, room: rooms.get(parts.replay) };
    };
    const both: Publisher = {
      ...live,
      refuse(topic) {
        const found = roomOf(topic);
        if (!found) return live.refuse(topic);
        if (!found.room || found.room.isEnded) return 'this replay has ended';
        return found.topic === 'status'
          ? 'a replay has no status of its own'
          : found.room.publisher.refuse(found.topic);
      },
      watch(topic) {
        const found = roomOf(topic);
        if (!found) return live.watch(topic);
        if (!found.room) return;
        found.room.watchers += 1;
        found.room.publisher.watch(found.topic);
        found.room.look();
      },
      unwatch(topic) {
        const found = roomOf(topic);
        if (!found) return live.unwatch(topic);
        if (!found.room) return;
        found.room.watchers -= 1;
        found.room.publisher.unwatch(found.topic);
        found.room.usedAt = now();
        if (found.room.isEnded && found.room.watchers === 0) rooms.delete(found.replay);
      },
      whole(topic) {
        const found = roomOf(topic);
        if (!found) return live.whole(topic);
        if (!found.room) throw new Error(`nobody watches ${topic}`);
        return rename(found.room.publisher.whole(found.topic), topic);
      },
      since(topic, base) {
        const found = roomOf(topic);
        if (!found) return live.since(topic, base);
        const frame = found.room?.publisher.since(found.topic, base) ?? null;
        return frame && rename(frame, topic);
      },
      onTick(listener) {
        listeners.add(listener);
        const stop = live.onTick(listener);
        return () => {
          listeners.delete(listener);
          stop();
        };
      },
    };
    besides.set(live, both);
    return both;
  }

  return {
    async open(options, reading) {
      if (!hasPlace(options.isRooms)) return null;
      const kind = options.isRooms ? 'rooms' : 'own';
      opening[kind] += 1;
      try {
        return await openRoom(options, reading);
      } finally {
        opening[kind] -= 1;
      }
    },
    find: (id) => use(rooms.get(id)),
    findOwn: (key) => use(running().find((room) => room.key === key)),
    ofRoom: (data, launch) =>
      running().filter(
        (room) => room.key === null && room.data === data && (launch === undefined || room.launch === launch),
      ),
    end(id) {
      const room = rooms.get(id);
      if (!room || room.isEnded) return false;
      endRoom(id, room);
      return true;
    },
    beside,
    close() {
      clearInterval(looking);
      for (const [id, room] of rooms) endRoom(id, room);
    },
  };
}
