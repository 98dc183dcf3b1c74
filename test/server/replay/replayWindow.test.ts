import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWindow } from '../../../server/live/window.ts';
import { createRandom } from '../../../server/random.ts';
import { createReplayLog } from '../../../server/replay/replayLog.ts';
import { createReplayWindow } from '../../../server/replay/replayWindow.ts';
import type { ReplayPost } from '../../../server/store/store.ts';
import { applyPatch } from '../../../shared/mergePatch.ts';
import type { ReplayClock } from '../../../shared/replayClocks.ts';
import { dayMs, hourMs, rollUp } from '../../../shared/rollup.ts';

const start = Date.UTC(2026, 2, 2, 9);

/** Said within four days; most arrive at once, a tenth up to two days late. */
function drawPosts(seed: number, count: number): ReplayPost[] {
  const chance = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;
  return Array.from({ length: count }, (_, seq): ReplayPost => {
    const at = start + Math.floor(chance() * 4 * dayMs);
    const isMention = chance() < 0.8;
    return {
      ...{ seq: seq + 1, at, source: pick(['one', 'two']), outcome: isMention ? 'significant' : 'spam' },
      receivedAt: at + (chance() < 0.1 ? Math.floor(chance() * 2 * dayMs) : Math.floor(chance() * 5_000)),
      mention: isMention
        ? {
            ...{ channel: pick(['social', 'review'] as const), lang: pick(['en', 'fr']), country: '' },
            brands: [{ id: pick(['lumen', 'nova']), opinion: pick(['positive', 'negative', 'unscored'] as const) }],
            themes: chance() < 0.5 ? ['price'] : [],
            opinion: 'positive',
            ...{ significant: chance() < 0.5, nearCopy: chance() < 0.2, reach: 3, engagement: 1 },
          }
        : null,
    };
  });
}

/** A window that was told at once of everything that the moment may know. */
function oracle(posts: readonly ReplayPost[], clock: ReplayClock, at: number, span: string) {
  const window = createWindow(at);
  const known = posts.filter((post) => (clock === 'said' ? post.at < at : post.receivedAt <= at));
  const mentions = known.flatMap(({ at: said, mention }) => (mention ? [{ ...mention, at: said }] : []));
  const funnel = known.map(({ at: said, source, outcome }) => ({ at: said, source, outcome, brand: '*', posts: 1 }));
  window.absorb(rollUp(mentions), funnel);
  window.open(span);
  return window.figures(span);
}

describe('a window that is played again', () => {
  const spans = ['1h', '6h', '24h', `since/${start}`];
  const move = fc.record({
    to: fc.oneof(
      fc.integer({ min: 0, max: 5 * 24 * 60 }).map((minutes) => ({ jump: minutes * 60_000 + 17 })),
      fc.integer({ min: 1, max: 20 * hourMs }).map((by) => ({ by })),
    ),
    clock: fc.option(fc.constantFrom<ReplayClock>('said', 'known'), { nil: undefined, freq: 5 }),
    draws: fc.boolean(),
  });

  it('shows what was said (known) until each moment, wherever it comes from, and tells the way there', () => {
    const posts = drawPosts(25, 600);
    const log = createReplayLog([posts.slice(0, 250), posts.slice(250)]);
    fc.assert(
      fc.property(fc.array(move, { minLength: 1, maxLength: 8 }), (moves) => {
        let at = start + 3 * hourMs;
        let clock: ReplayClock = 'said';
        const window = createReplayWindow(log, clock, at);
        const shown = new Map<string, unknown>();
        for (const span of spans) {
          window.open(span);
          window.draw(span);
          shown.set(span, window.figures(span));
        }
        for (const { to, clock: next, draws } of moves) {
          if (next) {
            clock = next;
            window.setClock(next);
          }
          at = 'jump' in to ? start + to.jump : at + to.by;
          window.moveTo(at);
          if (!draws) continue;
          for (const span of spans) {
            const patch = window.draw(span);
            if (patch !== undefined) shown.set(span, applyPatch(shown.get(span), patch));
            const due = oracle(posts, clock, at, span);
            expect(window.figures(span), span).toEqual(due);
            expect(shown.get(span), span).toEqual(due);
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('says which share of what counts today was known at a moment', () => {
    const posts = drawPosts(7, 400);
    const log = createReplayLog([posts]);
    for (let at = start; at < start + 5 * dayMs; at += 7 * hourMs) {
      const said = posts.filter((post) => post.mention && post.at >= start + hourMs && post.at < at);
      expect(log.knownAt(start + hourMs, at)).toEqual({
        counted: said.length,
        known: said.filter((post) => post.receivedAt <= at).length,
      });
    }
  });

  it('comes to any moment of a launch with 100,000 mentions for no more than three times the work of copying them', () => {
    const posts = drawPosts(3, 125_000);
    // Of this process alone, beside each other: a slow machine is slow at both.
    const workOf = (work: () => unknown): number => {
      const began = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    const copying = workOf(() => JSON.parse(JSON.stringify(posts)));
    const window = createReplayWindow(createReplayLog([posts]), 'known', start + hourMs);
    for (const span of spans) window.open(span);
    const moving = workOf(() => {
      window.moveTo(start + 4 * dayMs);
      for (const span of spans) window.draw(span);
    });
    expect(moving / copying).toBeLessThan(3);
  });
});
