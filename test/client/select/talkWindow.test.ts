import { describe, expect, it } from 'vitest';
import { talkWindow } from '../../../client/select/talkWindow.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('talkWindow', () => {
  it('leaves a window that stands still as it is', () => {
    expect(talkWindow({ from: 1, to: 5, live: false })).toEqual({ from: 1, to: 5 });
  });

  it('moves a live window on in steps, and never ends before it', () => {
    const to = 1_000 * day + 7 * minute;
    const asked = talkWindow({ from: to - day, to, live: true });
    expect(asked.to - asked.from).toBe(day);
    expect(asked.to).toBeGreaterThanOrEqual(to);
    expect(talkWindow({ from: to - day + minute, to: to + minute, live: true })).toEqual(asked);
    expect(talkWindow({ from: to - day + 24 * minute, to: to + 24 * minute, live: true })).not.toEqual(asked);
  });
});
