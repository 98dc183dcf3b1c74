import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createIndexing } from '../../../server/engine/createIndexing.ts';
import type { Store } from '../../../server/store/store.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => void vi.advanceTimersByTime(ms);

/** A store that counts posts at a speed, and a sender that never rests: after each delivery there is one slice, if it is due. */
async function flood(posts: number, { batch, saveMs, indexMsPerPost }: Record<string, number>): Promise<number> {
  let waiting = 0;
  const index = async (limit: number) => {
    const done = Math.min(limit, waiting);
    pass(Math.ceil(done * indexMsPerPost!));
    waiting -= done;
    return waiting;
  };
  const indexing = await createIndexing({ index } as Partial<Store> as Store, () => {});
  let most = 0;
  for (let sent = 0; sent < posts; sent += batch!) {
    pass(saveMs!);
    waiting += batch!;
    indexing.added(batch!);
    indexing.noteSaved(batch!);
    most = Math.max(most, indexing.behind());
    if (indexing.dueInMs() === 0) await indexing.step();
  }
  return most;
}

it.each([
  { name: 'a sender at full speed', batch: 1_000, saveMs: 60, indexMsPerPost: 0.06 },
  { name: 'a machine so busy that counting is as slow as saving', batch: 500, saveMs: 60, indexMsPerPost: 0.12 },
  { name: 'a machine so busy that counting is slower than saving', batch: 500, saveMs: 20, indexMsPerPost: 0.12 },
])('counts so much that what waits is bounded: $name', async ({ name: _, ...pace }) => {
  const most = await flood(3_000_000, pace);
  expect(most).toBeGreaterThan(50_000);
  expect(most).toBeLessThan(400_000);
});
