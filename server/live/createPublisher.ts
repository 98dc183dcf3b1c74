import { diffPatch } from '../../shared/mergePatch.ts';
import {
  beatMs,
  type Frame,
  type MessageCard,
  type StatusState,
  type Topic,
  tickMs,
  type VoicesState,
} from '../../shared/protocol.ts';
import type { Commit } from '../engine/engine.ts';
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
  /** Recent significant messages, for Voices before the first post comes in. */
  cards?: readonly MessageCard[];
};

/** Versions that a patch may start from; who holds an older one gets the whole state. */
const versionsKept = 20;
/** Each distinct "since" costs its own running sums. */
const maxSinceTopics = 64;

type Kept = { version: number; state: unknown; madeAt: number; newestReceivedAt: number };
type Published = {
  watchers: number;
  /** Newest last. */
  kept: Kept[];
  /** Frames already made for the newest version, by base: all readers of one base get the same object. */
  frames: Map<number | null, Frame>;
};

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
  let newestReceivedAt = 0;
  let statusAt = Number.NEGATIVE_INFINITY;
  let isStatusDue = true;
  let areVoicesDue = true;
  let voicesAt = Number.NEGATIVE_INFINITY;

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

  function stateOf(topic: Topic, last: unknown): unknown {
    if (topic === 'status') return deps.status();
    if (topic.startsWith('figures/')) return window.figures(topic.slice('figures/'.length));
    return voices.show(topic.slice('voices/'.length), last as VoicesState | null, now());
  }

  function isDue(topic: Topic): boolean {
    if (topic === 'status') return isStatusDue;
    return topic.startsWith('voices/') ? areVoicesDue : true;
  }

  function publish(topic: Topic, published: Published): boolean {
    const last = published.kept.at(-1);
    const state = stateOf(topic, last?.state ?? null);
    if (last && diffPatch(last.state, state) === undefined) return false;
    highestVersion = Math.max(highestVersion, (last?.version ?? highestVersion) + 1);
    const version = last ? last.version + 1 : highestVersion;
    published.kept.push({ version, state, madeAt: now(), newestReceivedAt });
    if (published.kept.length > versionsKept) published.kept.shift();
    published.frames.clear();
    return true;
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
    for (const [topic, published] of topics) if (isDue(topic) && publish(topic, published)) changed.push(topic);
    isStatusDue = false;
    areVoicesDue = false;
    if (changed.length > 0) for (const listener of listeners) listener(changed);
  }

  const publishedOf = (topic: Topic): Published => {
    const published = topics.get(topic);
    if (!published) throw new Error(`nobody watches ${topic}`);
    return published;
  };

  function frame(topic: Topic, published: Published, base: Kept | null): Frame {
    const key = base?.version ?? null;
    const made = published.frames.get(key);
    if (made) return made;
    const newest = published.kept.at(-1)!;
    const fresh: Frame = {
      topic,
      epoch,
      version: newest.version,
      base: key,
      state: base ? (diffPatch(base.state, newest.state) ?? {}) : newest.state,
      madeAt: newest.madeAt,
      newestReceivedAt: newest.newestReceivedAt,
    };
    published.frames.set(key, fresh);
    return fresh;
  }

  const ticking = setInterval(tick, tickMs);

  return {
    epoch,
    absorb(commit: Commit) {
      window.absorb(commit.rows, commit.funnel);
      voices.absorb(commit.cards, commit.removed ?? []);
      if (commit.rows.length > 0) newestReceivedAt = Math.max(newestReceivedAt, commit.receivedAt);
      if (commit.removed && commit.removed.length > 0) areVoicesDue = true;
    },
    setRuleSet(_ruleSet: RuleSet) {
      // The state itself comes from `status()`, which names the rule set; screens should hear of it at the next tick.
      isStatusDue = true;
    },
    refuse(topic) {
      if (topic === 'status') return null;
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
      topics.set(topic, { watchers: 1, kept: [], frames: new Map() });
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
    whole(topic) {
      const published = publishedOf(topic);
      if (published.kept.length === 0) publish(topic, published);
      return frame(topic, published, null);
    },
    since(topic, base) {
      const published = publishedOf(topic);
      if (published.kept.length === 0) publish(topic, published);
      if (published.kept.at(-1)?.version === base) return null;
      return frame(topic, published, published.kept.find((kept) => kept.version === base) ?? null);
    },
    onTick(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => clearInterval(ticking),
  };
}
