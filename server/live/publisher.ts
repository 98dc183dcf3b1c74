import type { AlertsState } from '../../shared/alerts.ts';
import type { Frame, MessageCard, Topic } from '../../shared/protocol.ts';
import type { Commit } from '../engine/engine.ts';
import type { RuleSet } from '../store/store.ts';

/**
 * Turns commits into at most one frame per topic and tick. Sockets ask it; it knows nothing of sockets.
 */
export type Publisher = {
  epoch: string;
  absorb(commit: Commit): void;
  /** What Voices choose from, once history has been counted anew. */
  setCards(cards: readonly MessageCard[]): void;
  /** What the `alerts` topic shows from now on. */
  setAlerts(state: AlertsState): void;
  setRuleSet(ruleSet: RuleSet): void;
  /** Why a topic cannot be watched, or null. */
  refuse(topic: Topic): string | null;
  watch(topic: Topic): void;
  unwatch(topic: Topic): void;
  /** The whole state now. */
  whole(topic: Topic): Frame;
  /** The way from `base` to now: a patch, a whole frame when base is too old, or null when nothing changed. */
  since(topic: Topic, base: number): Frame | null;
  /** Called once per tick with the topics that changed. */
  onTick(listener: (changed: Topic[]) => void): () => void;
  close(): void;
};
