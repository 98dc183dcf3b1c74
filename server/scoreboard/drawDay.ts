import { dayMs } from '../../shared/rollup.ts';
import { hashOf } from '../pipeline/normalize.ts';
import type { History } from '../store/store.ts';
import { createDrawing, type Drawing } from './drawSheet.ts';

/** So many verdicts are read before another question to history has its turn: some ms. */
const pagePosts = 5_000;

/** `receivedTo`: when the newest of the posts came in that were drawn from; they came within a day. */
export type DrawnDay = Drawing & { receivedTo: number };

type Asked = {
  history: Pick<History, 'keptCount' | 'verdicts'>;
  /** Decides, with the posts, what is drawn: `2026-03-02`. */
  day: string;
  now: number;
  themes: readonly string[];
  /** Commit numbers of posts that were labelled before: they count, and are not drawn again. */
  isLabelled: (seq: number) => boolean;
};

async function newestReceived(history: Asked['history']): Promise<number | undefined> {
  const { kept, seqFrom } = await history.keptCount(1, 1);
  if (kept === 0) return undefined;
  return (await history.verdicts({ seqs: [seqFrom] }))[0]?.receivedAt;
}

/**
 * How many numbers from `first` to `last` have no post and belong to the day. Mentions are all kept, so in a flood these are
 * set-aside posts that were counted only. A number belongs where its neighbours do: between two posts of the day, not beside one of
 * history that was read meanwhile.
 */
async function countedOnly(history: Asked['history'], first: number, last: number, receivedFrom: number) {
  let counted = 0;
  let before: { seq: number; isOfDay: boolean } | undefined;
  for (let after = first - 1; after < last; ) {
    const posts = await history.verdicts({ receivedFrom: 0, after, limit: pagePosts });
    for (const { seq, receivedAt } of posts) {
      if (seq > last) return counted;
      const isOfDay = receivedAt >= receivedFrom;
      if (before?.isOfDay && isOfDay) counted += seq - before.seq - 1;
      before = { seq, isOfDay };
    }
    if (posts.length < pagePosts) break;
    after = posts.at(-1)!.seq;
  }
  return counted;
}

async function drawSince(receivedFrom: number, { history, day, themes, isLabelled }: Asked): Promise<DrawnDay> {
  const drawing = createDrawing(hashOf(day), themes);
  let [first, last, read, receivedTo] = [0, 0, 0, receivedFrom];
  for (;;) {
    const posts = await history.verdicts({ receivedFrom, after: last, limit: pagePosts });
    for (const post of posts) {
      drawing.add(post, !isLabelled(post.seq));
      receivedTo = Math.max(receivedTo, post.receivedAt);
    }
    first ||= posts[0]?.seq ?? 0;
    last = posts.at(-1)?.seq ?? last;
    read += posts.length;
    if (posts.length < pagePosts) break;
  }
  const { items, population } = drawing.finish();
  const numbers = first === 0 ? 0 : last - first + 1;
  const missing = numbers === read ? 0 : await countedOnly(history, first, last, receivedFrom);
  return { items, population: { ...population, 'set-aside': population['set-aside'] + missing }, receivedTo };
}

/** Draws from what was received in the day before `now`; where nothing was, from the day that ends with the newest post. */
export async function drawDay(asked: Asked): Promise<DrawnDay> {
  const { history, now } = asked;
  const drawn = await drawSince(now - dayMs, asked);
  if (Object.values(drawn.population).some((posts) => posts > 0)) return drawn;
  const newest = await newestReceived(history);
  return newest === undefined ? drawn : drawSince(newest - dayMs + 1, asked);
}
