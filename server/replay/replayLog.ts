import type { CountedMention } from '../../shared/rollup.ts';
import type { ReplayPost } from '../store/store.ts';

/** What posts have in common but for their moments: a launch spells a few thousand of them. */
export type PostKind = Pick<ReplayPost, 'source' | 'outcome'> & {
  /** Its `at` is for whoever counts to set. */
  mention: CountedMention | null;
};

/** Posts of a replay in columns, so that a hundred thousand of them are a few megabytes and found again by moment. */
export type ReplayLog = {
  size: number;
  /** Positions in the order of one of both times. */
  order: Record<'said' | 'known', Uint32Array>;
  at: Float64Array;
  receivedAt: Float64Array;
  kindOf(position: number): PostKind;
  /** How many positions of an order lie before `moment`. */
  before(clock: 'said' | 'known', moment: number): number;
  /** Mentions said in [from, at), and those of them that had arrived by `at`. */
  knownAt(from: number, at: number): { counted: number; known: number };
};

export function createReplayLog(blocks: Iterable<readonly ReplayPost[]>): ReplayLog {
  const kinds: PostKind[] = [];
  const numberOf = new Map<string, number>();
  const posts: { at: number; receivedAt: number; kind: number }[] = [];
  for (const block of blocks)
    for (const { seq: _, at, receivedAt, ...kind } of block) {
      const key = JSON.stringify(kind);
      let number = numberOf.get(key);
      if (number === undefined) {
        number = kinds.push({ ...kind, mention: kind.mention && { ...kind.mention, at: 0 } }) - 1;
        numberOf.set(key, number);
      }
      posts.push({ at, receivedAt, kind: number });
    }
  const at = Float64Array.from(posts, (post) => post.at);
  const receivedAt = Float64Array.from(posts, (post) => post.receivedAt);
  const kind = Uint32Array.from(posts, (post) => post.kind);
  const times = { said: at, known: receivedAt };
  const sorted = (time: Float64Array) => Uint32Array.from(time.keys()).sort((a, b) => time[a]! - time[b]! || a - b);
  const order = { said: sorted(at), known: sorted(receivedAt) };

  function before(clock: 'said' | 'known', moment: number): number {
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (times[clock][order[clock][middle]!]! < moment) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    size: at.length,
    order,
    at,
    receivedAt,
    kindOf: (position) => kinds[kind[position]!]!,
    before,
    knownAt(from, moment) {
      let counted = 0;
      let known = 0;
      const end = before('said', moment);
      for (let place = before('said', from); place < end; place++) {
        const position = order.said[place]!;
        if (!kinds[kind[position]!]!.mention) continue;
        counted += 1;
        if (receivedAt[position]! <= moment) known += 1;
      }
      return { counted, known };
    },
  };
}
