import { demoWorkspace } from '../server/demo/demoWorkspace.ts';
import { writePosts } from '../server/demo/writePosts.ts';
import { hourMs, minuteMs } from '../shared/rollup.ts';
import type { GalleryServer } from './server.ts';

const seed = 2026;
const heardBeforeMs = 8 * hourMs;
const most = 5_000;
const againAfterMs = 100;
const givenUpAfterMs = 20_000;

/** A moment passes until the server sees that its clock was moved: until then it refuses posts as being of the future. */
async function post(server: GalleryServer, posts: readonly unknown[]): Promise<void> {
  const since = performance.now();
  for (;;) {
    const { rejected } = (await server.ask('POST', '/api/ingest', posts)) as { rejected: unknown[] };
    if (rejected.length === 0) return;
    if (performance.now() - since > givenUpAfterMs)
      throw new Error(`the server refuses the story: ${JSON.stringify(rejected[0])}`);
    await new Promise((resolve) => setTimeout(resolve, againAfterMs));
  }
}

/**
 * Tells the demo's story to a server as its own data, hour by hour until `until`, as it would have been heard: what people can
 * change, note and decide can be seen then.
 */
export async function tellAsOwn(server: GalleryServer, t0: number, until: number): Promise<void> {
  server.moveClock(t0 - heardBeforeMs);
  const { launches, ...workspace } = demoWorkspace(t0);
  const launch = launches.filter(({ id }) => id === 'lumiere');
  await server.ask('PUT', '/api/workspace', { ...workspace, name: 'Maison Solenne', launches: launch });
  for (let from = t0 - heardBeforeMs; from < until; from += hourMs) {
    const to = Math.min(from + hourMs, until);
    const posts = [];
    for (let minute = from; minute < to; minute += minuteMs) posts.push(...writePosts(seed, t0, minute));
    server.moveClock(to);
    const heard = posts.filter(({ at }) => at < to);
    for (let start = 0; start < heard.length; start += most) await post(server, heard.slice(start, start + most));
  }
}
