import { afterEach, describe, expect, it } from 'vitest';
import { createBacktests } from '../../../server/alerts/backtestThread.ts';
import { EngineBusy } from '../../../server/engine/engine.ts';
import { alertRuleSchema } from '../../../shared/alerts.ts';
import { workspaceSchema } from '../../../shared/domain.ts';
import { dayMs } from '../../../shared/rollup.ts';
import { makeAnalysis, makePost } from '../../support/makePosts.ts';
import { openTempStore, type TempStore } from '../../support/tempStore.ts';

const from = Date.UTC(2026, 10, 2);
const never = new AbortController().signal;
const rule = alertRuleSchema.parse({ id: 'rule', name: 'Rule', kinds: ['volume'] });
const workspace = workspaceSchema.parse({
  version: 1,
  brands: [{ id: 'acme', name: 'Acme', query: 'acme' }],
  themes: [],
});
const askedOf = (days: number) => ({ workspace, rule, from, to: from + days * dayMs, among: 6, unwatched: [] });
/** So long that no thread comes to its end before it is stopped. */
const endless = askedOf(20_000);

let opened: TempStore;
async function open() {
  opened = openTempStore();
  await opened.store.save({ posts: [makePost({ id: 'a', at: from })], receivedAt: from }, () => makeAnalysis(), 1);
  return createBacktests(opened.path);
}
afterEach(() => opened.close());

/** Starts one that never ends by itself; `isHeard` when it has told of its first day. */
function start(run: ReturnType<typeof createBacktests>) {
  const stop = new AbortController();
  const told: number[] = [];
  let hear = () => {};
  const isHeard = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const answer = run(endless, stop.signal, (done) => {
    told.push(done);
    hear();
  });
  return { answer, told, isHeard, stop: () => stop.abort(new Error('nobody waits')) };
}

describe('threads of back-tests', () => {
  it('answer, and tell of each day until they do', async () => {
    const run = await open();
    const told: [number, number][] = [];
    const answer = await run(askedOf(3), never, (done, total) => told.push([done, total]));
    expect(answer).toMatchObject({ from, to: from + 3 * dayMs, alerts: [], perWeek: Array(10).fill(0) });
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('end as soon as nobody waits: no more is heard of them', async () => {
    const run = await open();
    const { answer, told, isHeard, stop } = start(run);
    await isHeard;
    stop();
    await expect(answer).rejects.toThrow('nobody waits');
    const last = told.length;
    await run(askedOf(1), never);
    expect(told.length).toBe(last);
  });

  it('are not started for whoever has gone already', async () => {
    const run = await open();
    await expect(run(endless, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });

  it('say that they are busy while two run, and make room when one is stopped', async () => {
    const run = await open();
    const [first, second] = [start(run), start(run)];
    const busy = await run(askedOf(1), never).catch((error: unknown) => error);
    expect(busy).toBeInstanceOf(EngineBusy);
    expect(busy).toMatchObject({ message: 'other rules are being tried', retryAfterS: 5 });
    first.stop();
    await expect(first.answer).rejects.toThrow('nobody waits');
    expect((await run(askedOf(1), never)).to).toBe(from + dayMs);
    second.stop();
    await expect(second.answer).rejects.toThrow('nobody waits');
  });
});
