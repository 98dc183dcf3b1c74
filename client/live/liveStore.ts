import { applyPatch, keepIdentity } from '../../shared/mergePatch.ts';
import { type Beat, type Frame, silenceMs, type Topic } from '../../shared/protocol.ts';
import { minuteMs } from '../../shared/rollup.ts';
import type { Connect } from './connection.ts';
import type { FrameTimes, LiveTopic, StateOf } from './topicStates.ts';

/** How far what is shown can be trusted. Times are this machine's, epoch ms. */
export type Liveness = {
  /** `lost`: nothing heard for `silenceMs`, or figures from before the line came back. Screens grey. */
  state: 'connecting' | 'live' | 'lost';
  /** Since the server last said anything, in whole seconds as ms: what is shown is at most this old. */
  ageMs: number;
  /** From a post's arrival at the server to the figure on this screen, for the newest post drawn; null before the first. */
  latencyMs: number | null;
  /**
   * How long no mention has come, in whole minutes as ms; null before the first. From one minute on the latency is that of
   * another time and should not be shown.
   */
  quietMs: number | null;
  /** When what is shown was last known to be right; null while live. */
  lostSince: number | null;
  lastFrameAt: number | null;
  /** What is shown was kept from an earlier visit: the server was not heard since this page was opened. Never so while live. */
  isKept: boolean;
};

/** States of topics as they were last live; `at`: when, epoch ms of this machine. */
export type KeptTopics = { at: number; topics: Record<Topic, { state: unknown; times: FrameTimes }> };

export type ConnectionState = {
  /** `refused`: the server answers, but not to us (a token is missing or wrong). */
  state: 'connecting' | 'open' | 'refused';
  /** The server runs another build than the one this page came from. */
  newVersion: boolean;
  build: string | null;
};

/** One topic as last received. `state` is undefined before the first frame. */
export type TopicState = { state: unknown; times: FrameTimes | null; refused: string | null };

export type LiveStore = {
  /** Starts (or shares) a watch; returns the way to stop. The last state stays a moment, so that scenes change smoothly. */
  watch(topic: Topic): () => void;
  read(topic: Topic): TopicState;
  state<T extends LiveTopic>(topic: T): StateOf<T> | undefined;
  liveness(): Liveness;
  connection(): ConnectionState;
  /** The server's clock as far as we know it. */
  serverNow(): number;
  /** The same, in a replay too, whose `serverNow` is the moment that it shows: for what turns with the room's clock. */
  clockNow(): number;
  /** Any change of topics, liveness or connection. */
  subscribe(listener: () => void): () => void;
  /** What is on screen now, to be kept; null while it is not live, or holds no figures. Messages are left out. */
  snapshot(): KeptTopics | null;
  /** Shows what was kept, as lost since then. Does nothing once the server was heard, or refused us. */
  restore(kept: KeptTopics): void;
  close(): void;
};

export type LiveStoreDeps = {
  connect: Connect;
  now?: () => number;
  /** Calls back when what was just applied has been drawn. */
  afterDraw?: (drawn: () => void) => void;
  /** Asked when a connection fails: is it that we are not let in? */
  isRefused?: () => Promise<boolean>;
};

const tickEveryMs = 500;
/** Timers that fire this late mean that the machine slept (or the tab was frozen). */
const sleptMs = 5_000;
/** Silence after which a line that claims to be open is given up: a half-open one never closes by itself. */
const restartAfterMs = 8_000;
/** A state that is known to have a gap may pass for live only while its repair is on the way. */
const wholeWithinMs = 1_000;
const askAgainMs = 10_000;
const keepUnwatchedMs = 5_000;
/** Clock differences are taken from the quickest of this many beats. */
const beatsKept = 30;

type Topical = {
  watchers: number;
  shown: TopicState;
  /** A whole frame is on its way: patches cannot be used until it comes. */
  awaitsWhole: boolean;
  askedAt: number;
  /** What is shown came over a line that has broken since. */
  stale: boolean;
  forget: ReturnType<typeof setTimeout> | undefined;
};

const nothing: TopicState = { state: undefined, times: null, refused: null };

const makeTopic = (): Topical => ({
  watchers: 0,
  shown: nothing,
  awaitsWhole: false,
  askedAt: 0,
  stale: false,
  forget: undefined,
});

/** Counts, and who is heard; voices and alerts hold what people wrote. A replay's topics begin with its own name. */
const isFigure = (name: Topic) => name === 'status' || name.startsWith('figures/');

function drawnByBrowser(drawn: () => void): void {
  // Two frames: the first callback runs before the paint that shows the change.
  requestAnimationFrame(() => requestAnimationFrame(drawn));
}

/** Holds what the server said last, and judges whether it may be shown as live. */
export function createLiveStore(deps: LiveStoreDeps): LiveStore {
  const now = deps.now ?? Date.now;
  const afterDraw = deps.afterDraw ?? drawnByBrowser;
  const topics = new Map<Topic, Topical>();
  const listeners = new Set<() => void>();
  const clockDifferences: number[] = [];
  let isOpen = false;
  let everLive = false;
  let heardAt = 0;
  let lastFrameAt: number | null = null;
  let lostSince: number | null = null;
  let latencyMs: number | null = null;
  let newestApplied = 0;
  let isMeasuring = false;
  let saidGoodbye = false;
  let isKept = false;
  let epoch: string | null = null;
  let tickedAt = now();
  let restartedAt = now();
  let connection: ConnectionState = { state: 'connecting', newVersion: false, build: null };
  let liveness: Liveness = {
    state: 'connecting',
    ageMs: 0,
    latencyMs: null,
    quietMs: null,
    lostSince: null,
    lastFrameAt: null,
    isKept: false,
  };

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const setConnection = (change: Partial<ConnectionState>) => {
    const next = { ...connection, ...change };
    if (next.state === connection.state && next.newVersion === connection.newVersion && next.build === connection.build)
      return;
    connection = next;
    tell();
  };
  const serverNow = () => now() + (clockDifferences.length > 0 ? Math.max(...clockDifferences) : 0);

  /** Somebody else may sit at this machine by now. */
  function dropKept(): void {
    if (!isKept) return;
    isKept = false;
    everLive = false;
    lostSince = null;
    heardAt = 0;
    for (const topic of topics.values()) {
      topic.shown = nothing;
      topic.stale = false;
    }
    judge();
  }

  function judge(): void {
    const at = now();
    const isSilent = at - heardAt > silenceMs;
    const isStale = [...topics.values()].some(
      (topic) =>
        topic.watchers > 0 &&
        (topic.stale || (topic.awaitsWhole && topic.shown.times !== null && at - topic.askedAt > wholeWithinMs)),
    );
    const isLive = isOpen && !isSilent && !saidGoodbye && !isStale && heardAt > 0;
    if (isLive) {
      everLive = true;
      isKept = false;
      lostSince = null;
    } else if (everLive && lostSince === null) {
      lostSince = heardAt;
    }
    // A beat that comes again makes nothing younger that is still shown from before.
    const asOf = lostSince ?? heardAt;
    let newest = 0;
    for (const { watchers, shown } of topics.values())
      if (watchers > 0) newest = Math.max(newest, shown.times?.newestReceivedAt ?? 0);
    const next: Liveness = {
      state: isLive ? 'live' : everLive ? 'lost' : 'connecting',
      ageMs: asOf === 0 ? 0 : Math.max(0, Math.floor((at - asOf) / 1_000) * 1_000),
      latencyMs,
      quietMs: newest === 0 ? null : Math.max(0, Math.floor((serverNow() - newest) / minuteMs) * minuteMs),
      lostSince,
      lastFrameAt,
      isKept,
    };
    const isSame = (Object.keys(next) as (keyof Liveness)[]).every(
      (key) =>
        next[key] === liveness[key] ||
        // The moment of the last frame alone is no reason to draw: the topic that it changed tells its own readers.
        (key === 'lastFrameAt' && liveness.lastFrameAt !== null),
    );
    if (isSame) {
      liveness.lastFrameAt = next.lastFrameAt;
      return;
    }
    liveness = next;
    tell();
  }

  function askFor(name: Topic, topic: Topical): void {
    topic.awaitsWhole = true;
    topic.askedAt = now();
    line.watch(name, (answer) => {
      const refused = answer.ok ? null : answer.reason;
      if (refused !== null) {
        topic.stale = false;
        topic.awaitsWhole = false;
      }
      if (refused === topic.shown.refused) return;
      // What was kept from another visit is no answer to a question that the server refuses.
      topic.shown = { ...(isKept ? nothing : topic.shown), refused };
      tell();
    });
  }

  /** One measurement at a time: a hidden tab draws nothing, and callbacks that wait for it must not pile up. */
  function measureWhenDrawn(): void {
    if (isMeasuring) return;
    isMeasuring = true;
    const measured = newestApplied;
    const appliedAt = now();
    afterDraw(() => {
      isMeasuring = false;
      // Drawing was suspended, not slow: the tab was hidden.
      if (now() - appliedAt > restartAfterMs) return;
      latencyMs = Math.max(0, Math.round(serverNow() - measured));
      judge();
    });
  }

  function receive(frame: Frame): void {
    const topic = topics.get(frame.topic);
    if (!topic) {
      // Nobody here wants it any more: an unread frame would be held against us.
      line.unwatch(frame.topic);
      return;
    }
    const held = topic.shown.times;
    const isHeldEpoch = held !== null && held.epoch === frame.epoch;
    if (isHeldEpoch && !topic.awaitsWhole && frame.version <= held.version) {
      line.seen(frame.topic, frame.version);
      return;
    }
    if (frame.base !== null && (topic.awaitsWhole || !isHeldEpoch || frame.base !== held.version)) {
      // A gap: what we hold is not what this patch starts from.
      line.seen(frame.topic, frame.version);
      if (!topic.awaitsWhole) askFor(frame.topic, topic);
      return;
    }
    // Parts of a whole frame that are as before keep their identity: nothing redraws for them.
    const state =
      frame.base === null ? keepIdentity(topic.shown.state, frame.state) : applyPatch(topic.shown.state, frame.state);
    const { epoch: of, version, madeAt, newestReceivedAt } = frame;
    topic.shown = { state, times: { epoch: of, version, madeAt, newestReceivedAt }, refused: null };
    topic.awaitsWhole = false;
    topic.stale = false;
    lastFrameAt = now();
    line.seen(frame.topic, frame.version);
    tell();
    // Only a patch shows a post that came while we watched; a whole frame's newest post may be hours old, and a later patch
    // may tell of something else: settings, or history that was counted again.
    const isNewer = newestReceivedAt > newestApplied;
    if (isNewer) newestApplied = newestReceivedAt;
    if (isNewer && frame.base !== null) measureWhenDrawn();
  }

  function resynchronise(): void {
    for (const [name, topic] of topics) if (topic.watchers > 0) askFor(name, topic);
  }

  const line = deps.connect({
    opened() {
      isOpen = true;
      saidGoodbye = false;
      restartedAt = now();
      setConnection({ state: 'open' });
      resynchronise();
      judge();
    },
    closed() {
      isOpen = false;
      for (const topic of topics.values()) {
        topic.awaitsWhole = false;
        if (topic.shown.times) topic.stale = true;
      }
      setConnection({ state: 'connecting' });
      judge();
    },
    frame(frame) {
      heardAt = now();
      receive(frame);
      judge();
    },
    beat(beat: Beat) {
      heardAt = now();
      clockDifferences.push(beat.at - heardAt);
      if (clockDifferences.length > beatsKept) clockDifferences.shift();
      if (epoch !== beat.epoch) {
        epoch = beat.epoch;
        // Versions of another run or data set say nothing about this one.
        for (const [name, topic] of topics)
          if (topic.watchers > 0 && !topic.awaitsWhole && topic.shown.times && topic.shown.times.epoch !== epoch)
            askFor(name, topic);
      }
      if (connection.build === null) setConnection({ build: beat.build });
      else if (connection.build !== beat.build) setConnection({ newVersion: true });
      judge();
    },
    closing() {
      saidGoodbye = true;
      judge();
    },
    failed() {
      setConnection({ state: connection.state === 'refused' ? 'refused' : 'connecting' });
      void deps.isRefused?.().then((isRefused) => {
        if (isOpen) return;
        if (isRefused) dropKept();
        setConnection({ state: isRefused ? 'refused' : 'connecting' });
      });
      judge();
    },
  });

  function wake(): void {
    restartedAt = now();
    clockDifferences.length = 0;
    for (const topic of topics.values()) if (topic.shown.times) topic.stale = true;
    judge();
    line.restart();
  }

  const ticking = setInterval(() => {
    const at = now();
    const slept = at - tickedAt > sleptMs + tickEveryMs;
    tickedAt = at;
    const silentFor = at - heardAt;
    // A tab in the background has slow timers but hears its beats: only timers *and* beats that stopped mean sleep.
    if (slept && silentFor > silenceMs) wake();
    else if (isOpen && silentFor > restartAfterMs && at - restartedAt > restartAfterMs) wake();
    else {
      // Whatever went wrong with the question: no topic waits for ever on a line that lives.
      for (const [name, topic] of topics)
        if (isOpen && topic.watchers > 0 && topic.awaitsWhole && at - topic.askedAt > askAgainMs) askFor(name, topic);
      judge();
    }
  }, tickEveryMs);

  return {
    watch(name) {
      let topic = topics.get(name);
      if (!topic) {
        topic = makeTopic();
        topics.set(name, topic);
      }
      const watched = topic;
      clearTimeout(watched.forget);
      watched.forget = undefined;
      watched.watchers += 1;
      const isCurrent = watched.shown.times !== null && !watched.stale;
      if (isOpen && !isCurrent && !watched.awaitsWhole) askFor(name, watched);
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        watched.watchers -= 1;
        if (watched.watchers > 0) return;
        watched.forget = setTimeout(() => {
          topics.delete(name);
          line.unwatch(name);
        }, keepUnwatchedMs);
      };
    },
    read: (name) => topics.get(name)?.shown ?? nothing,
    state: <T extends LiveTopic>(name: T) => topics.get(name)?.shown.state as StateOf<T> | undefined,
    liveness: () => liveness,
    connection: () => connection,
    serverNow,
    clockNow: serverNow,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    snapshot() {
      if (liveness.state !== 'live') return null;
      const shown = [...topics].filter(([name, topic]) => isFigure(name) && topic.watchers > 0 && topic.shown.times);
      if (!shown.some(([name]) => name.startsWith('figures/'))) return null;
      return {
        at: heardAt,
        topics: Object.fromEntries(
          shown.map(([name, { shown }]) => [name, { state: shown.state, times: shown.times! }]),
        ),
      };
    },
    restore(kept) {
      if (heardAt > 0 || isOpen || connection.state === 'refused') return;
      isKept = true;
      everLive = true;
      heardAt = kept.at;
      lostSince = kept.at;
      for (const [name, { state, times }] of Object.entries(kept.topics)) {
        const topic = topics.get(name as Topic) ?? makeTopic();
        topics.set(name as Topic, topic);
        topic.shown = { state, times, refused: null };
        topic.stale = true;
      }
      judge();
      tell();
    },
    close() {
      clearInterval(ticking);
      for (const topic of topics.values()) clearTimeout(topic.forget);
      line.close();
    },
  };
}
