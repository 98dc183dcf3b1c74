import { keepIdentity } from '../../shared/mergePatch.ts';
import type { MessageCard, VoicesState } from '../../shared/protocol.ts';
import { dayMs, hourMs } from '../../shared/rollup.ts';
import type { Removal } from '../store/store.ts';

export const voicesSpan = '24h';
const shownAtMost = 12;
const keptAtMost = 500;
/** A message's pull halves with every two hours: Voices are what is said now. */
const halfLifeMs = 2 * hourMs;
/** A newcomer takes a place, or two shown ones change places, only when better by this factor: a wall must not flicker. */
const margin = 1.4;
/** Each further message of the same theme and opinion counts this much less: twelve voices, not one choir. */
const repeated = 0.45;

/** How many mentions of the span say the same: same brand, theme and opinion. */
export type SpeaksFor = (card: MessageCard, brand: string) => number;

/** Recent significant messages and the few of them that are shown. */
export type Voices = {
  absorb(cards: readonly MessageCard[], removed: readonly Removal[]): void;
  /** Cards of these numbers no longer hold. */
  forget(seqs: readonly number[]): void;
  clear(): void;
  /** Brand id, or `*` for all. Keeps what it showed last unless there is clearly better. */
  show(brand: string, last: VoicesState | null, now: number): VoicesState;
};

function groupOf(card: MessageCard, brand: string): string {
  const opinion = card.brands.find((one) => one.id === brand)?.opinion ?? card.opinion;
  return `${card.themes[0]?.id ?? 'none'}\n${opinion}`;
}

export function createVoices(speaksFor: SpeaksFor): Voices {
  const kept = new Map<number, MessageCard>();

  function pull(card: MessageCard, brand: string, now: number): number {
    const age = Math.max(0, now - card.at);
    const voices = Math.max(1, speaksFor(card, brand));
    return card.significance * (1 + Math.log2(voices) / 8) * 0.5 ** (age / halfLifeMs);
  }

  /** The best few, each weighed against the groups already in: its pull here is what is left after that. */
  function choose(candidates: { card: MessageCard; pull: number; group: string }[]): typeof candidates {
    const left = [...candidates].sort((a, b) => b.pull - a.pull || b.card.seq - a.card.seq);
    const chosen: typeof candidates = [];
    const taken = new Map<string, number>();
    while (chosen.length < shownAtMost && left.length > 0) {
      let best = 0;
      let bestPull = -1;
      left.forEach((one, index) => {
        const weighed = one.pull * repeated ** (taken.get(one.group) ?? 0);
        if (weighed > bestPull) {
          best = index;
          bestPull = weighed;
        }
      });
      const [one] = left.splice(best, 1);
      if (!one) break;
      chosen.push({ ...one, pull: bestPull });
      taken.set(one.group, (taken.get(one.group) ?? 0) + 1);
    }
    return chosen;
  }

  return {
    absorb(cards, removed) {
      for (const card of cards) if (card.stage === 'significant') kept.set(card.seq, card);
      for (const gone of removed)
        for (const card of kept.values())
          if (card.source === gone.source && (gone.prefix ? card.id.startsWith(gone.id) : card.id === gone.id))
            kept.delete(card.seq);
      if (kept.size <= keptAtMost) return;
      // By when it was said: an import of old posts must not push out today's voices.
      const oldest = [...kept.values()].sort((a, b) => a.at - b.at || a.seq - b.seq);
      for (const card of oldest.slice(0, kept.size - keptAtMost)) kept.delete(card.seq);
    },
    forget(seqs) {
      for (const seq of seqs) kept.delete(seq);
    },
    clear: () => kept.clear(),
    show(brand, last, now) {
      const shownBefore = new Set(last?.order ?? []);
      const candidates = [];
      for (const card of kept.values()) {
        if (brand !== '*' && !card.brands.some((one) => one.id === brand)) continue;
        if (now - card.at > dayMs) continue;
        const bonus = shownBefore.has(String(card.seq)) ? margin : 1;
        candidates.push({ card, pull: pull(card, brand, now) * bonus, group: groupOf(card, brand) });
      }
      const chosen = choose(candidates);
      const bySeq = new Map(chosen.map((one) => [String(one.card.seq), one]));
      const newcomers = chosen.filter((one) => !shownBefore.has(String(one.card.seq)));
      // Those who stay keep their places; newcomers take the places that came free, then the end.
      const order: typeof chosen = [];
      for (const seq of last?.order ?? []) {
        const one = bySeq.get(seq) ?? newcomers.shift();
        if (one) order.push(one);
      }
      order.push(...newcomers);
      for (let pass = 0; pass < order.length; pass += 1)
        for (let i = order.length - 1; i > 0; i -= 1) {
          const [above, below] = [order[i - 1]!, order[i]!];
          if (below.pull <= above.pull * margin) continue;
          order[i - 1] = below;
          order[i] = above;
        }
      const state: VoicesState = {
        order: order.map((one) => String(one.card.seq)),
        cards: Object.fromEntries(
          order.map((one) => [one.card.seq, { ...one.card, speaksFor: Math.max(1, speaksFor(one.card, brand)) }]),
        ),
        spanMs: dayMs,
      };
      return keepIdentity(last, state) as VoicesState;
    },
  };
}
