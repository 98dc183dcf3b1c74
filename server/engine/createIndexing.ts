import type { Store } from '../store/store.ts';

/**
 * An index slice is cut to about this long: whoever delivers meanwhile waits no longer. Where nobody has delivered for a
 * while it is a long one, in which more posts share each page that is written: an import that spreads over weeks is counted
 * several times faster.
 */
const sliceMs = { short: 20, long: 400 };
const longAfterMs = 2_000;
const slicePosts = { fewest: 50, most: 4_000 };
/**
 * A sender that goes on at once should find us free: only after this pause is indexing the only thing to do. Longer after
 * many posts at once: who sends so is about to send more, and on a busy machine the next are being read meanwhile.
 */
const restMs = { few: 30, many: 120 };
const manyPosts = 400;
/**
 * While deliveries never rest nothing is indexed until so many posts wait (readers count those from the log, a few ms and
 * 600 KB for each thousand); then indexing gets a share of the time, the larger one when a restart would have to count for long,
 * and more the more waits above that: in the end senders wait, so that what waits is bounded.
 */
const patient = { posts: 50_000, share: 0.1 };
const pressed = { posts: 100_000, share: 0.35 };

/** 1 up to `pressed`, 4 with twice as many posts. */
const pressureOf = (behind: number): number => Math.max(1, behind / pressed.posts) ** 2;
/** With so many posts to index a start leaves the machine to the screens' first figures for a while. */
const startRest = { posts: 5_000, ms: 3_500 };
/** While much is indexed, how far it is is told this often. */
const tellEveryMs = 1_000;

/** Counting and indexing what the log holds, in slices beside deliveries: how long each is, and when it is due. */
export type Indexing = {
  /** Posts that wait. */
  behind(): number;
  added(posts: number): void;
  /** So many posts were saved just now: senders go first. */
  noteSaved(posts: number): void;
  /** How long to wait before the next slice, ms; undefined: there is nothing to index. */
  dueInMs(): number | undefined;
  /** Throws StoreUnavailable; the next slice is due later then too. */
  step(): Promise<void>;
  /** What waits is told anew by the store: after history was published anew. */
  refresh(): Promise<void>;
};

/** `tell`: how far it is has changed by something that is worth telling. */
export async function createIndexing(store: Store, tell: () => void): Promise<Indexing> {
  let behind = await store.index(0);
  let posts = slicePosts.fewest;
  let savedAt = behind > startRest.posts ? performance.now() + startRest.ms : Number.NEGATIVE_INFINITY;
  let pauseMs = restMs.few;
  let toldAt = 0;
  /** While deliveries go on, no slice before this moment. */
  let notBefore = 0;

  function pace(startedAt: number): void {
    const tookMs = performance.now() - startedAt;
    const pressure = pressureOf(behind);
    const isResting = startedAt - savedAt > longAfterMs;
    const wantedMs = isResting ? sliceMs.long : Math.min(sliceMs.long, sliceMs.short * pressure);
    const fitting = Math.round((posts * wantedMs) / Math.max(tookMs, 1));
    posts = Math.min(slicePosts.most, 2 * posts, Math.max(slicePosts.fewest, fitting));
    const { share } = behind >= pressed.posts ? pressed : patient;
    notBefore = performance.now() + tookMs / (share * pressure);
    if (behind === 0 || startedAt - toldAt > tellEveryMs) {
      toldAt = startedAt;
      tell();
    }
  }

  return {
    behind: () => behind,
    added(more) {
      behind += more;
    },
    noteSaved(saved) {
      savedAt = performance.now();
      pauseMs = saved >= manyPosts ? restMs.many : restMs.few;
    },
    dueInMs() {
      if (behind === 0) return undefined;
      const rested = savedAt + pauseMs;
      return Math.max(0, (behind < patient.posts ? rested : Math.min(notBefore, rested)) - performance.now());
    },
    async step() {
      const startedAt = performance.now();
      try {
        behind = await store.index(posts);
      } finally {
        pace(startedAt);
      }
    },
    async refresh() {
      behind = await store.index(0);
    },
  };
}
