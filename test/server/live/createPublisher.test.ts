import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPublisher } from '../../../server/live/createPublisher.ts';
import { createWindow } from '../../../server/live/window.ts';
import { applyPatch } from '../../../shared/mergePatch.ts';
import { type FiguresState, type StatusState, type Topic, tickMs } from '../../../shared/protocol.ts';
import { dayMs, minuteMs } from '../../../shared/rollup.ts';
import { makeCommit, makeStatus } from '../../support/makeLive.ts';

const start = Date.UTC(2026, 2, 10, 9, 0, 20);
const topic = 'figures/1h';

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

function openPublisher(status: () => StatusState = () => makeStatus({})) {
  const window = createWindow(Date.now());
  const publisher = createPublisher({ epoch: 'e1', now: Date.now, window, status });
  const ticks: { at: number; changed: Topic[] }[] = [];
  publisher.onTick((changed) => ticks.push({ at: Date.now(), changed }));
  return { publisher, ticks, window };
}

describe('the publisher', () => {
  it('never starves under a constant stream, and makes one frame per topic and tick', () => {
    const { publisher, ticks } = openPublisher();
    publisher.watch(topic);
    const first = publisher.whole(topic).version;
    for (let passed = 0; passed < 10_000; passed += 10) {
      publisher.absorb(makeCommit(Date.now(), 1));
      vi.advanceTimersByTime(10);
    }
    expect(ticks).toHaveLength(10_000 / tickMs);
    expect(ticks.every((tick) => tick.changed.join() === topic)).toBe(true);
    expect(publisher.whole(topic).version).toBe(first + 10_000 / tickMs);
    publisher.close();
  });

  it('says nothing while nothing changes, and moves on with the minute alone', () => {
    const { publisher, ticks } = openPublisher();
    publisher.watch(topic);
    vi.advanceTimersByTime(39_000);
    expect(ticks).toEqual([]);
    vi.advanceTimersByTime(1_250);
    expect(ticks.map((tick) => tick.changed)).toEqual([[topic]]);
    publisher.close();
  });

  it('leads from any version it still holds to the newest by one patch, and from others by the whole', () => {
    const { publisher } = openPublisher();
    publisher.watch(topic);
    const states = new Map<number, unknown>();
    for (let i = 0; i < 40; i += 1) {
      const { version, state } = publisher.whole(topic);
      states.set(version, state);
      publisher.absorb(makeCommit(Date.now() - (i % 3) * 7 * minuteMs, 1 + (i % 4), `brand${i % 5}`));
      vi.advanceTimersByTime(tickMs);
    }
    const newest = publisher.whole(topic);
    let patched = 0;
    for (const [version, state] of states) {
      const frame = publisher.since(topic, version);
      if (frame?.base === null) {
        expect(frame).toBe(newest);
        continue;
      }
      patched += 1;
      expect(frame).toMatchObject({ base: version, version: newest.version });
      expect(applyPatch(state, frame?.state)).toEqual(newest.state);
    }
    expect(patched).toBe(20);
    expect(publisher.since(topic, newest.version)).toBeNull();
    expect(publisher.since(topic, newest.version + 5)?.base).toBeNull();
    publisher.close();
  });

  it('gives all readers of one version the same frame, so that it is encoded once', () => {
    const { publisher } = openPublisher();
    publisher.watch(topic);
    const { version } = publisher.whole(topic);
    publisher.absorb(makeCommit(Date.now(), 1));
    vi.advanceTimersByTime(tickMs);
    expect(publisher.since(topic, version)).toBe(publisher.since(topic, version));
    expect(publisher.whole(topic)).toBe(publisher.whole(topic));
    publisher.close();
  });

  it('computes nothing for topics that nobody watches', () => {
    const status = vi.fn(() => makeStatus({}));
    const { publisher, ticks, window } = openPublisher(status);
    const draw = vi.spyOn(window, 'draw');
    publisher.watch(topic);
    publisher.unwatch(topic);
    draw.mockClear();
    publisher.absorb(makeCommit(Date.now(), 5));
    vi.advanceTimersByTime(10_000);
    expect(draw).not.toHaveBeenCalled();
    expect(status).not.toHaveBeenCalled();
    expect(ticks).toEqual([]);
    publisher.watch(topic);
    expect((publisher.whole(topic).state as FiguresState).now['*']?.['*']?.[0]).toBe(5);
    publisher.close();
  });

  it('never gives one version two meanings, though everybody left in between', () => {
    const { publisher } = openPublisher();
    publisher.watch(topic);
    const before = publisher.whole(topic);
    publisher.unwatch(topic);
    publisher.absorb(makeCommit(Date.now(), 5));
    publisher.watch(topic);
    expect(publisher.whole(topic).version).toBeGreaterThan(before.version);
    publisher.close();
  });

  it('reports the status with the beat', () => {
    let behind = 0;
    const { publisher, ticks } = openPublisher(() => makeStatus({ indexBehind: behind }));
    publisher.watch('status');
    vi.advanceTimersByTime(4_000);
    behind = 7;
    ticks.length = 0;
    vi.advanceTimersByTime(2_000);
    expect(ticks.map((tick) => tick.changed)).toEqual([['status']]);
    expect(publisher.whole('status').state).toMatchObject({ indexBehind: 7 });
    publisher.close();
  });

  it('refuses what it cannot show', () => {
    const { publisher } = openPublisher();
    for (const good of ['status', 'figures/7d', `figures/since/${start - 15 * dayMs}`, 'voices/*', 'voices/orva'])
      expect(publisher.refuse(good), good).toBeNull();
    for (const bad of [
      '',
      'figures',
      'figures/2h',
      'figures/since/',
      'figures/since/-5',
      'figures/since/1e3',
      'voices/',
      'x',
    ])
      expect(publisher.refuse(bad), bad).toBe('no such topic');
    expect(publisher.refuse(`figures/since/${start - 17 * dayMs}`)).toMatch(/16 days/);
    for (let i = 0; i < 64; i += 1) publisher.watch(`figures/since/${start - i}`);
    expect(publisher.refuse(`figures/since/${start - 64}`)).toMatch(/too many/);
    expect(publisher.refuse(`figures/since/${start - 3}`)).toBeNull();
    publisher.close();
  });
});
