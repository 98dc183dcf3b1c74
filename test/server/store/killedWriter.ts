import { openStore } from '../../../server/store/sqlite.ts';
import { makeAnalysis, makePost } from '../../support/makePosts.ts';

/** Saves and indexes without end, and says after each commit how many posts are on the disk; its parent kills it. */
const store = openStore(process.argv[2]!);
let number = 0;
for (;;) {
  const posts = Array.from({ length: 25 }, () => {
    number += 1;
    return makePost({ id: `p${number}`, at: Date.UTC(2025, 5, 2) + number * 7_000 });
  });
  const saved = await store.save({ posts, receivedAt: Date.UTC(2025, 5, 3) }, () => makeAnalysis(), 1);
  process.stdout.write(`${saved.seq}\n`);
  await store.index(1);
}
