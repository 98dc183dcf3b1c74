import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createSharedWork, type Work } from '../../../server/http/sharedWork.ts';

let now = 0;
const never = new AbortController().signal;
/** Three steps, each when it is let go. */
function steps() {
  const gates: (() => void)[] = [];
  let begun = 0;
  let stopped = 0;
  const work: Work<string> = async (signal, tell) => {
    begun += 1;
    for (let done = 1; done <= 3; done += 1) {
      await new Promise<void>((resolve) => gates.push(resolve));
      if (signal.aborted) stopped += 1;
      signal.throwIfAborted();
      tell(done, 3);
    }
    return `made ${begun}`;
  };
  const go = async () => {
    for (const gate of gates.splice(0)) gate();
    await turn();
  };
  return { work, go, counts: () => ({ begun, stopped }) };
}

describe('work that is shared', () => {
  it('is done once for all who wait, tells each how far it is, and is kept for some seconds', async () => {
    const { work, go, counts } = steps();
    const shared = createSharedWork<string>(() => now);
    const told: number[][] = [[], []];
    const asked = told.map((list) => shared.of('a', { signal: never, tell: (done) => list.push(done) }, work));
    for (let step = 0; step < 3; step += 1) await go();
    expect(await Promise.all(asked)).toEqual(['made 1', 'made 1']);
    expect(told).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    now += 19_000;
    expect(await shared.of('a', { signal: never }, work)).toBe('made 1');
    now += 2_000;
    const again = shared.of('a', { signal: never }, work);
    for (let step = 0; step < 3; step += 1) await go();
    expect(await again).toBe('made 2');
    expect(counts()).toEqual({ begun: 2, stopped: 0 });
  });

  it('goes on for others when one leaves, and stops when the last one does', async () => {
    const { work, go, counts } = steps();
    const shared = createSharedWork<string>(() => now);
    const [first, second] = [new AbortController(), new AbortController()];
    const one = shared.of('b', { signal: first.signal }, work);
    const other = shared.of('b', { signal: second.signal }, work);
    await go();
    first.abort();
    await go();
    expect(counts()).toEqual({ begun: 1, stopped: 0 });
    second.abort();
    const ends = Promise.allSettled([one, other]);
    await go();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(counts()).toEqual({ begun: 1, stopped: 1 });
    // Who asks now does not get what was given up.
    const anew = shared.of('b', { signal: never }, work);
    for (let step = 0; step < 3; step += 1) await go();
    expect(await anew).toBe('made 2');
  });

  it('keeps no failure', async () => {
    const shared = createSharedWork<string>(() => now);
    const broken = () => Promise.reject(new Error('no disk'));
    await expect(shared.of('c', { signal: never }, broken)).rejects.toThrow('no disk');
    expect(await shared.of('c', { signal: never }, async () => 'well')).toBe('well');
  });
});
