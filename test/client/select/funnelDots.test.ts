import { describe, expect, it } from 'vitest';
import { type DotRoom, dotsPath, layDots } from '../../../client/select/funnelDots.ts';
import { createRandom } from '../../../server/random.ts';
import { firstSortReasons, type SetAsideReason, secondSortReasons } from '../../../shared/kinds.ts';
import type { FunnelShape } from '../../../shared/protocol.ts';

const room: DotRoom = {
  widths: [
    [600, 198, 352],
    [450, 348, 352],
  ],
  label: 66,
  fits: ([collected, important, significant]) => Math.max(collected, important) <= 504 && significant <= 300,
};
const random = createRandom(11);
/** From a handful to tens of millions, in any proportion. */
const somePosts = () => Math.floor(10 ** (random() * 7) * random());

function someFunnel(): FunnelShape {
  const setAside: Partial<Record<SetAsideReason, number>> = {};
  for (const reason of [...firstSortReasons, ...secondSortReasons]) if (random() < 0.7) setAside[reason] = somePosts();
  const sum = (reasons: readonly SetAsideReason[]) => reasons.reduce((all, reason) => all + (setAside[reason] ?? 0), 0);
  const significant = 1 + somePosts();
  const important = significant + sum(secondSortReasons);
  return { collected: important + sum(firstSortReasons), important, significant, setAside };
}

describe('the funnel as dots', () => {
  it('is true to scale: every part is within half a dot of its posts, and what is there has a dot', () => {
    for (let round = 0; round < 300; round += 1) {
      const funnel = someFunnel();
      const layout = layDots(funnel, room)!;
      const parts = [
        { dots: layout.collected.on, posts: funnel.important },
        { dots: layout.important.on, posts: funnel.significant },
        { dots: layout.significant.on, posts: funnel.significant },
        ...layout.collected.aside,
        ...layout.important.aside,
      ];
      for (const { dots, posts } of parts) {
        expect(dots).toBeGreaterThanOrEqual(1);
        if (posts >= layout.unit / 2) expect(Math.abs(dots * layout.unit - posts)).toBeLessThanOrEqual(layout.unit / 2);
        else expect(dots).toBe(1);
      }
    }
  });

  it('names every reason that set anything aside once, most first, and none that did not', () => {
    for (let round = 0; round < 100; round += 1) {
      const funnel = someFunnel();
      const { collected, important } = layDots(funnel, room)!;
      const named = [...collected.aside, ...important.aside];
      expect(Object.fromEntries(named.map(({ reason, posts }) => [reason, posts]))).toEqual(
        Object.fromEntries(Object.entries(funnel.setAside).filter(([, posts]) => posts > 0)),
      );
      for (const { aside } of [collected, important])
        expect(aside.map(({ posts }) => posts)).toEqual(aside.map(({ posts }) => posts).sort((a, b) => b - a));
    }
  });

  it('fits, without a part that lies over another, and draws at most some thousand dots', () => {
    for (let round = 0; round < 300; round += 1) {
      const layout = layDots(someFunnel(), room)!;
      expect(layout.fits).toBe(true);
      for (const column of [layout.collected, layout.important]) {
        let free = column.onHeight;
        for (const { top, height, dots } of column.aside) {
          expect(top).toBeGreaterThan(free);
          expect(height).toBeGreaterThanOrEqual(Math.ceil(dots / column.perRow) * layout.pitch);
          free = top + height;
        }
        expect(column.height).toBe(free);
      }
      const drawn = [layout.collected, layout.important].flatMap(({ on, aside }) => [
        on,
        ...aside.map(({ dots }) => dots),
      ]);
      expect(drawn.reduce((sum, dots) => sum + dots, 0)).toBeLessThan(3_000);
    }
  });

  it('lets a dot stand for fewer posts where there are fewer', () => {
    const unitOf = (times: number) =>
      layDots(
        {
          collected: 250 * times,
          important: 20 * times,
          significant: times,
          setAside: { 'no-brand': 230 * times, passing: 19 * times },
        },
        room,
      )!.unit;
    expect(unitOf(1_000)).toBe(250);
    expect(unitOf(1)).toBe(1);
    const found = [1, 10, 100, 1_000, 10_000].map(unitOf);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  it('is nothing where nothing was collected', () => {
    expect(layDots({ collected: 0, important: 0, significant: 0, setAside: {} }, room)).toBeNull();
  });

  it('draws so many dots as one path', () => {
    expect(dotsPath(7, 3, 15).match(/M/g)).toHaveLength(7);
    expect(dotsPath(0, 3, 15)).toBe('');
  });
});
