import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../../client/select/changeBetween.ts';

describe('changeBetween', () => {
  it('is sure of what chance does not explain, up and down', () => {
    expect(changeBetween(400, 100)).toEqual({ times: 4, isSure: true });
    expect(changeBetween(100, 400)).toEqual({ times: 0.25, isSure: true });
    expect(changeBetween(101, 100)).toEqual({ times: 1.01, isSure: false });
  });

  it('tells no multiple of nothing', () => {
    expect(changeBetween(5, 0)).toBeUndefined();
  });
});
