import type { MessageCard } from '../../shared/protocol.ts';
import { dayMs } from '../../shared/rollup.ts';
import type { Removal, Saved, StoredPost } from '../store/store.ts';
import type { Judge } from './analyst.ts';
import type { Commit } from './engine.ts';

/** Voices show what was said in the last days. */
const cardsReachMs = 7 * dayMs;
/** Candidates for Voices: a screen shows a dozen, and explaining one costs as much as ingesting fifty. */
const cardsPerCommit = 20;
const cardsPerSecond = 24;

/** What a transaction changed, as screens are told of it: with some of its messages. */
export type News = {
  /** Undefined where nothing changed. */
  ofCommit(saved: Saved, receivedAt: number, ruleSet: number, removed: readonly Removal[]): Commit | undefined;
  /** What became different of posts that were there before. */
  ofChange(changed: Pick<Saved, 'seq' | 'rows' | 'funnel'>, posts: readonly StoredPost[]): Commit;
};

export function createNews(judge: Judge, now: () => number): News {
  let cardsLeft = cardsPerSecond;
  let cardsAt = 0;

  function chooseCards(mentions: Saved['mentions'], receivedAt: number, ruleSet: number): MessageCard[] {
    const at = now();
    if (at - cardsAt >= 1_000) {
      cardsAt = at;
      cardsLeft = cardsPerSecond;
    }
    if (cardsLeft === 0) return [];
    const strongest = mentions
      .filter(({ post, analysis }) => analysis.stage === 'significant' && post.at > at - cardsReachMs)
      .sort((a, b) => b.analysis.significance - a.analysis.significance)
      .slice(0, Math.min(cardsPerCommit, cardsLeft));
    cardsLeft -= strongest.length;
    return strongest.map(({ post, seq, analysis }) => judge.card({ ...post, seq, receivedAt, ruleSet, analysis }));
  }

  return {
    ofCommit({ seq, rows, funnel, mentions, sources }, receivedAt, ruleSet, removed) {
      if (rows.numbers.length === 0 && funnel.length === 0 && Object.keys(sources).length === 0) return undefined;
      const cards = chooseCards(mentions, receivedAt, ruleSet);
      return { seq, receivedAt, rows, funnel, cards, ...(removed.length > 0 ? { removed } : {}), sources };
    },
    ofChange({ seq, rows, funnel }, posts) {
      const recent = posts.filter((post) => post.at > now() - cardsReachMs && post.analysis.stage === 'significant');
      const cards = recent.slice(0, cardsPerCommit).map((post) => judge.card(post));
      return { seq, receivedAt: 0, rows, funnel, cards, corrected: posts.map((post) => post.seq), sources: {} };
    },
  };
}
