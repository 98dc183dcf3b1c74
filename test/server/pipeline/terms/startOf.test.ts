import { describe, expect, it } from 'vitest';
import { startOf } from '../../../../server/pipeline/terms/startOf.ts';

describe('startOf', () => {
  it('begins with the first text of a run that goes on, not with a stray one before it', () => {
    expect(startOf([50, 800, 803, 807, 812, 820, 840, 900], 1_000, 0.001)).toBe(1);
  });

  it('begins with the first text where the term is raised all the time', () => {
    expect(startOf([0, 100, 200, 300, 400, 500, 600, 700, 800, 900], 1_000, 0.001)).toBe(0);
  });
});
