import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addToWritten,
  createAuthorSketch,
  denseBytes,
  hashOfAuthor,
  mostExact,
  relativeError,
} from '../../../server/store/authorSketch.ts';
import { seeded } from '../../support/makePosts.ts';

const sketchOf = (hashes: Iterable<number>) => {
  const sketch = createAuthorSketch();
  for (const hash of hashes) sketch.add(hash);
  return sketch;
};
const joined = (...parts: Uint8Array[]) => {
  const sketch = createAuthorSketch();
  for (const part of parts) sketch.merge(part);
  return sketch.write();
};
/** As often a handful as too many to be held one by one. */
const people = fc
  .tuple(fc.integer({ min: 0, max: 2 * mostExact }), fc.integer())
  .map(([count, seed]) => Array.from({ length: count }, (_, at) => hashOfAuthor(`${seed} ${at}`)));

describe('the author sketch', () => {
  it('counts everybody once and exactly while they are few', () => {
    const sketch = createAuthorSketch();
    for (let author = 0; author < mostExact; author += 1)
      for (let post = 0; post < 3; post += 1) sketch.add(hashOfAuthor(`author ${author}`));
    expect(sketch.count()).toEqual({ authors: mostExact, authorsError: 0 });
    expect(sketch.write().length).toBe(4 * mostExact);
    expect(createAuthorSketch().count()).toEqual({ authors: 0, authorsError: 0 });
  });

  it('stays within three standard errors of the truth, and on average within one, seed 7', () => {
    const chance = seeded(7);
    for (const authors of [mostExact + 1, 1_000, 3_000, 10_000, 50_000, 300_000]) {
      const misses = Array.from({ length: 12 }, () => {
        const salt = chance();
        const sketch = createAuthorSketch();
        for (let author = 0; author < authors; author += 1) sketch.add(hashOfAuthor(`${salt} ${author}`));
        const counted = sketch.count();
        expect(counted.authorsError).toBe(Math.ceil(counted.authors * relativeError));
        return counted.authors / authors - 1;
      });
      const spread = Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length);
      expect(Math.max(...misses.map(Math.abs)), `${authors} authors`).toBeLessThan(3 * relativeError);
      expect(spread, `${authors} authors`).toBeLessThan(1.5 * relativeError);
    }
  });

  it('does not depend on order, repeats or how it was parted: merging is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(people, people, people, (a, b, c) => {
        const [first, second, third] = [a, b, c].map((hashes) => sketchOf(hashes).write()) as [
          Uint8Array,
          Uint8Array,
          Uint8Array,
        ];
        const whole = sketchOf([...c, ...a, ...b, ...a]).write();
        expect(joined(first, second, third)).toEqual(whole);
        expect(joined(third, first, second)).toEqual(whole);
        expect(joined(joined(first, second), third)).toEqual(joined(first, joined(second, third)));
        expect(joined(first, first)).toEqual(first);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('writes the same when a few are added to what is written', () => {
    fc.assert(
      fc.property(people, people, (before, after) => {
        const written = sketchOf(before).write();
        const more = addToWritten(written, after);
        expect(more).toEqual(sketchOf([...before, ...after]).write());
        expect(addToWritten(more, after)).toBe(more);
        expect(written).toEqual(sketchOf(before).write());
      }),
      { numRuns: 60, seed: 13 },
    );
  });

  it('reads back what it wrote, small and large', () => {
    fc.assert(
      fc.property(people, (hashes) => {
        const sketch = sketchOf(hashes);
        const written = sketch.write();
        expect(written.length).toBe(new Set(hashes).size > mostExact ? denseBytes : 4 * new Set(hashes).size);
        const read = createAuthorSketch();
        read.merge(written);
        expect(read.count()).toEqual(sketch.count());
        expect(read.write()).toEqual(written);
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});
