import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPatch, composePatches, diffPatch, keepIdentity } from '../../shared/mergePatch.ts';

const { state } = fc.letrec((tie) => ({
  leaf: fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom('a', 'b', '', true),
    fc.array(fc.nat(2), { maxLength: 3 }),
  ),
  inner: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor'), tie('any'), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  any: fc.oneof({ maxDepth: 3 }, tie('leaf'), tie('inner')),
  state: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'toString'), tie('any'), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
}));
const wire = (value: unknown) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

describe('merge patches', () => {
  it('lead from any state to any other, over the wire (seed 7396)', () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        const patch = wire(diffPatch(before, after));
        expect(patch === undefined ? before : applyPatch(before, patch)).toEqual(after);
      }),
      { numRuns: 3_000, seed: 7396 },
    );
  });

  it('are undefined exactly when nothing changed, and then keep the identity (seed 7397)', () => {
    fc.assert(
      fc.property(state, (before) => {
        const copy = wire(before);
        expect(diffPatch(before, copy)).toBeUndefined();
        expect(keepIdentity(before, copy)).toBe(before);
      }),
      { numRuns: 500, seed: 7397 },
    );
  });

  it('compose: one patch for two, or none that could be wrong (seed 7398)', () => {
    let composed = 0;
    fc.assert(
      fc.property(state, state, state, (first, second, third) => {
        const one = diffPatch(first, second) ?? {};
        const two = diffPatch(second, third) ?? {};
        const both = composePatches(one, two);
        if (both === undefined) return;
        composed += 1;
        expect(applyPatch(first, wire(both))).toEqual(third);
      }),
      { numRuns: 3_000, seed: 7398 },
    );
    expect(composed).toBeGreaterThan(1_000);
  });

  it('leave what they start from alone and share what they do not touch', () => {
    const before = Object.freeze({ kept: Object.freeze({ a: [1, 2] }), changed: Object.freeze({ b: 1, c: 2 }) });
    const after = applyPatch(before, { changed: { b: 5, c: null, d: { e: null, f: 1 } } }) as typeof before;
    expect(after).toEqual({ kept: { a: [1, 2] }, changed: { b: 5, d: { f: 1 } } });
    expect(after.kept).toBe(before.kept);
    expect(applyPatch(before, { kept: { a: [1, 2] }, none: null })).toBe(before);
  });

  it('never reach a prototype', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
    const after = applyPatch({ a: 1 }, hostile) as Record<string, unknown>;
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(after.polluted).toBeUndefined();
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
    expect(Object.keys(after)).toEqual(['a', '__proto__', 'constructor']);
  });

  it('follow the examples of RFC 7396', () => {
    for (const [target, patch, result] of [
      [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
      [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
      [{ a: 'b' }, { a: null }, {}],
      [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
      [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
      [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
      [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
      [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
      [
        ['a', 'b'],
        ['c', 'd'],
        ['c', 'd'],
      ],
      [{ a: 'b' }, ['c'], ['c']],
      [[1, 2], { a: 'b', c: null }, { a: 'b' }],
      [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
    ])
      expect(applyPatch(target, patch)).toEqual(result);
  });
});
