import type { AlertsState } from '../../shared/alerts.ts';
import { composePatches, diffPatch } from '../../shared/mergePatch.ts';
import {
  beatMs,
  type Frame,
  type MergePatch,
  type MessageCard,
  type StatusState,
  type Topic,
  tickMs,
  type VoicesState,
} from '../../shared/protocol.ts';
import type { WallState } from '../../shared/wall.ts';
import type { Commit } from '../engine/engine.ts';
import { eachRow } from '../store/packRows.ts';
import type { RuleSet } from '../store/store.ts';
import type { Publisher } from './publisher.ts';
import { quartersKeptMs } from './tiers.ts';
import { createVoices, voicesSpan } from './voices.ts';
import { type LiveWindow, readSpan } from './window.ts';

export type PublisherDeps = {
  /** Names this run of the server and the data; no two publishers may share it. */
  epoch: string;
  now: () => number;
  window: LiveWindow;
  status: () => StatusState;
  /** What all walls are asked to show; absent: they turn with the clock. */
  wall?: () => WallState;
  /** The alerts of each moment, where a clock brings them; absent: those that `setAlerts` gave last. */
  alerts?: () => AlertsState;
  /** Recent significant messages, for Voices before the first post comes in. */
  cards?: readonly MessageCard[];
};

/** Versions that a patch may start from; who holds an older one gets the whole state. */
const versionsKept = 20;
/** Each distinct "since" costs its own running sums. */
const maxSinceTopics = 64;

const turning: WallState = { paused: false, pinned: false, at: 0 };

/** The way from the version before to this one. */
type Change = { version: number; patch: MergePatch };
type Published = {
  watchers: number;
  version: number;
  madeAt: number;
  newestReceivedAt: number;
  /** Newest last. */
  changes: Change[];
  /** Frames already made for the newest version, by base: all readers of one base get the same object. */
  frames: Map<number | null, Frame>;
  source: TopicSource;
};

/** Where a topic's state comes from. */
type TopicSource = {
  isDue(): boolean;
  /** What changed since it was last asked, undefined for nothing. */
  draw(): MergePatch | undefined;
  /** As last drawn. Not to be changed, and not changed by the next draw. */
  state(): unknown;
};

/** A state that is made anew each time it is due, and compared with the one before. */
function drawing<State>(next: (shown: State | null) => State, isDue: () => boolean): TopicSource {
  let shown: State | null = null;
  return {
    isDue,
    draw() {
      const state = next(shown);
      const patch = diffPatch(shown, state);
      shown = state;
      return patch;
    },
    state: () => shown,
  };
}

export function createPublisher(deps: PublisherDeps): Publisher {
  const { epoch, now, window } = deps;
  const topics = new Map<Topic, Published>();
  const spansInUse = new Map<string, number>();
  const listeners = new Set<(changed: Topic[]) => void>();
  const voices = createVoices((card, brand) => {
    const about = card.brands.find((one) => one.id === brand) ?? card.brands[0];
    const theme = card.themes[0]?.id ?? 'none';
    if (!about) return 0;
    const count = (field: 'mentions' | 'positive' | 'neutral' | 'negative') =>
      window.count(voicesSpan, about.id, theme, field);
    if (about.opinion !== 'unscored') return count(about.opinion);
    return count('mentions') - count('positive') - count('neutral') - count('negative');
  });
  voices.absorb(deps.cards ?? [], []);
  /** A topic that comes back goes on counting: within an epoch a version never means two states. */
  let highestVersion = 0;
  const startedAt = now();
  let newestReceivedAt = 0;
  let statusAt = Number.NEGATIVE_INFINITY;
  let isStatusDue = true;
  let areVoicesDue = true;
  let voicesAt = Number.NEGATIVE_INFINITY;
  let alerts: AlertsState = { order: [], alerts: {} };
  let areAlertsDue = true;

  const spanOf = (topic: Topic): string | null =>
    topic.startsWith('figures/') ? topic.slice('figures/'.length) : topic.startsWith('voices/') ? voicesSpan : null;

  function takeSpan(span: string): void {
    spansInUse.set(span, (spansInUse.get(span) ?? 0) + 1);
    window.open(span);
  }
  function leaveSpan(span: string): void {
    const left = (spansInUse.get(span) ?? 1) - 1;
    if (left > 0) return void spansInUse.set(span, left);
    spansInUse.delete(span);
    window.close(span);
  }

  function sourceOf(topic: Topic): TopicSource {
    if (topic.startsWith('figures/')) {
      const span = topic.slice('figures/'.length);
      return { isDue: () => true, draw: () => window.draw(span), state: () => window.figures(span) };
    }
    if (topic === 'alerts')
      return drawing(deps.alerts ?? (() => alerts), () => areAlertsDue || deps.alerts !== undefined);
    if (topic === 'status') return drawing(deps.status, () => isStatusDue);
    if (topic === 'wall') return drawing(deps.wall ?? (() => turning), () => true);
    const brand = topic.slice('voices/'.length);
    return drawing<VoicesState>(
      (shown) => voices.show(brand, shown, now()),
      () => areVoicesDue,
    );
  }

  function publish(published: Published, patch: MergePatch): void {
    published.version += 1;
    published.madeAt = now();
    published.newestReceivedAt = newestReceivedAt;
    published.changes.push({ version: published.version, patch });
    if (published.changes.length > versionsKept) published.changes.shift();
    published.frames.clear();
    highestVersion = Math.max(highestVersion, published.version);
  }

  function tick(): void {
    const at = now();
    window.moveTo(at);
    if (at - statusAt >= beatMs || at < statusAt) {
      statusAt = at;
      isStatusDue = true;
    }
    if (at - voicesAt >= beatMs || at < voicesAt) {
      voicesAt = at;
      areVoicesDue = true;
    }
    const changed: Topic[] = [];
    for (const [topic, published] of topics) {
      const patch = published.source.isDue() ? published.source.draw() : undefined;
      if (patch === undefined) continue;
      publish(published, patch);
      changed.push(topic);
    }
    isStatusDue = false;
    areVoicesDue = false;
    areAlertsDue = false;
    if (changed.length > 0) for (const listener of listeners) listener(changed);
  }

  const publishedOf = (topic: Topic): Published => {
    const published = topics.get(topic);
    if (!published) throw new Error(`nobody watches ${topic}`);
    return published;
  };

  function frame(topic: Topic, published: Published, base: number | null, state: MergePatch): Frame {
    const { version, madeAt, newestReceivedAt: newest } = published;
    const fresh: Frame = { topic, epoch, version, base, state, madeAt, newestReceivedAt: newest };
    published.frames.set(base, fresh);
    return fresh;
  }

  /** One patch for all that happened since `base`; undefined when that cannot be said, or is too long ago. */
  function patchFrom(published: Published, base: number): MergePatch | undefined {
    const missed = published.changes.filter((change) => change.version > base);
    if (missed.length === 0 || missed[0]!.version !== base + 1) return undefined;
    let patch: MergePatch | undefined = missed[0]!.patch;
    for (const change of missed.slice(1)) {
      patch = composePatches(patch, change.patch);
      if (patch === undefined) return undefined;
    }
    return patch;
  }

  function whole(topic: Topic): Frame {
    const published = publishedOf(topic);
    return published.frames.get(null) ?? frame(topic, published, null, published.source.state());
  }

  const ticking = setInterval(tick, tickMs);

  return {
    epoch,
    absorb(commit: Commit) {
      window.absorb(eachRow(commit.rows), commit.funnel);
      voices.forget(commit.corrected ?? []);
      voices.absorb(commit.cards, commit.removed ?? []);
      // What was received before this run (a demo catching up) says nothing about how fast it is.
      if (commit.rows.numbers.length > 0 && commit.receivedAt >= startedAt)
        newestReceivedAt = Math.max(newestReceivedAt, commit.receivedAt);
      if (commit.removed?.length || commit.corrected?.length) areVoicesDue = true;
      // Whoever watches the status learns that history is another one now.
      if (commit.corrected) isStatusDue = true;
    },
    setCards(cards) {
      voices.clear();
      voices.absorb(cards, []);
      areVoicesDue = true;
      isStatusDue = true;
    },
    setAlerts(state) {
      alerts = state;
      areAlertsDue = true;
    },
    setRuleSet(_ruleSet: RuleSet) {
      // The state itself comes from `status()`, which names the rule set; screens should hear of it at the next tick.
      isStatusDue = true;
    },
    refuse(topic) {
      if (topic === 'status' || topic === 'alerts' || topic === 'wall') return null;
      if (/^voices\/[^\s/]{1,80}$/u.test(topic)) return null;
      if (!topic.startsWith('figures/')) return 'no such topic';
      const span = topic.slice('figures/'.length);
      const shape = readSpan(span);
      if (!shape) return 'no such topic';
      if (!('since' in shape)) return null;
      if (shape.since < now() - quartersKeptMs) return 'figures are kept live for 16 days: ask the history';
      const sinces = [...topics.keys()].filter((one) => one.startsWith('figures/since/'));
      return sinces.length < maxSinceTopics || topics.has(topic) ? null : 'too many different moments are watched';
    },
    watch(topic) {
      const known = topics.get(topic);
      if (known) {
        known.watchers += 1;
        return;
      }
      const span = spanOf(topic);
      if (span) takeSpan(span);
      const source = sourceOf(topic);
      source.draw();
      highestVersion += 1;
      topics.set(topic, {
        watchers: 1,
        version: highestVersion,
        madeAt: now(),
        newestReceivedAt,
        changes: [],
        frames: new Map(),
        source,
      });
    },
    unwatch(topic) {
      const published = topics.get(topic);
      if (!published) return;
      published.watchers -= 1;
      if (published.watchers > 0) return;
      topics.delete(topic);
      const span = spanOf(topic);
      if (span) leaveSpan(span);
    },
    whole,
    since(topic, base) {
      const published = publishedOf(topic);
      if (published.version === base) return null;
      const made = published.frames.get(base);
      if (made) return made;
      const patch = patchFrom(published, base);
      return patch === undefined ? whole(topic) : frame(topic, published, base, patch);
    },
    onTick(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => clearInterval(ticking),
  };
}
