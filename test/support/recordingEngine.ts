import { type Delivery, type Engine, EngineBusy } from '../../server/engine/engine.ts';
import type { Post } from '../../shared/domain.ts';
import type { IngestAnswer } from '../../shared/protocol.ts';

/** An engine that keeps what a source saves, with the store's promises: one transaction, known ids are duplicates. */
export function createRecordingEngine() {
  const posts = new Map<string, Post>();
  const known = new Set<string>();
  const cursors = new Map<string, string>();
  let skipped = 0;
  let busy = 0;
  let delayMs = 0;
  const never = () => {
    throw new Error('a source does not ask for this');
  };
  const engine: Engine = {
    async ingest(delivery: Delivery): Promise<IngestAnswer> {
      if (delivery.kind !== 'posts') throw new Error('a source hands over posts');
      if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
      if (busy > 0) {
        busy -= 1;
        throw new EngineBusy('the disk of the store is full', 0.01);
      }
      let accepted = 0;
      for (const post of delivery.posts) {
        if (known.has(post.id)) continue;
        known.add(post.id);
        posts.set(post.id, post);
        accepted += 1;
      }
      for (const removal of delivery.removed ?? [])
        for (const id of [...posts.keys()])
          if (removal.prefix ? id.startsWith(removal.id) : id === removal.id) posts.delete(id);
      for (const cursor of delivery.cursors ?? []) cursors.set(cursor.source, cursor.value);
      for (const one of delivery.skipped ?? []) skipped += one.posts;
      return { received: delivery.posts.length, accepted, duplicates: delivery.posts.length - accepted, rejected: [] };
    },
    cursor: async (source) => cursors.get(source),
    ruleSet: never,
    saveWorkspace: never,
    correct: never,
    recompute: never,
    onRepublish: never,
    setting: never,
    setSetting: never,
    keepRecords: never,
    keepSignals: never,
    dropSignal: never,
    status: () => ({ queuedBytes: 0, indexBehind: 0, history: { ruleSet: 0, corrections: 0, seam: null } }),
    onCommit: never,
    onRuleSet: never,
    close: async () => {},
  };
  return {
    engine,
    texts: () => [...posts.values()].map((post) => post.text),
    posts,
    cursor: () => cursors.get('bluesky'),
    skipped: () => skipped,
    beBusy(times: number) {
      busy = times;
    },
    beSlow(ms: number) {
      delayMs = ms;
    },
  };
}
