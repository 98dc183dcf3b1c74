import { describe, expect, it } from 'vitest';
import { createDrawing, type Drawable, drawnOf } from '../../../server/scoreboard/drawSheet.ts';
import type { Stage } from '../../../shared/domain.ts';

const stageOf = (seq: number): Stage => (seq % 10 === 0 ? 'significant' : seq % 3 === 0 ? 'important' : 'set-aside');
const stream = (posts: number): Drawable[] =>
  Array.from({ length: posts }, (_, k) => ({ seq: k + 1, stage: stageOf(k + 1), themes: k % 2 ? ['price'] : [] }));

function draw(posts: readonly Drawable[], seed = 7) {
  const drawing = createDrawing(seed, ['price', 'scent']);
  for (const post of posts) drawing.add(post);
  return drawing.finish();
}

describe('createDrawing', () => {
  it('draws its number of each stage, and says how many posts there were', () => {
    const posts = stream(3_000);
    const { items, population } = draw(posts);
    for (const stage of Object.keys(drawnOf) as Stage[]) {
      expect(items.filter(({ stratum }) => stratum === stage)).toHaveLength(drawnOf[stage]);
      expect(population[stage]).toBe(posts.filter((post) => post.stage === stage).length);
    }
    expect(new Set(items.map(({ seq }) => seq)).size).toBe(20);
  });

  it('draws the same whatever order the posts come in, and others with another seed', () => {
    const posts = stream(3_000);
    expect(draw([...posts].reverse())).toEqual(draw(posts));
    const other = new Set(draw(posts, 8).items.map(({ seq }) => seq));
    expect(draw(posts).items.filter(({ seq }) => other.has(seq)).length).toBeLessThan(5);
  });

  it('draws every post of a stage about equally often', () => {
    const posts = stream(200).filter(({ stage }) => stage === 'significant');
    const times = new Map(posts.map(({ seq }) => [seq, 0]));
    for (let seed = 0; seed < 5_000; seed++)
      for (const { seq } of draw(posts, seed * 2_654_435_761).items) times.set(seq, times.get(seq)! + 1);
    // 5,000 times 8 of 20, give or take four standard deviations.
    for (const count of times.values()) expect(Math.abs(count - 2_000)).toBeLessThan(140);
  });

  it('takes all there are where they are few, and asks about themes that are there and some that are not', () => {
    const { items } = draw(stream(5));
    expect(items).toHaveLength(5);
    expect(items.filter(({ theme }) => theme !== undefined).length).toBe(2);
    const asked = draw(stream(100_000)).items.concat(draw(stream(100_000), 3).items, draw(stream(100_000), 4).items);
    expect(new Set(asked.flatMap(({ theme }) => theme ?? []))).toEqual(new Set(['price', 'scent']));
  });
});
