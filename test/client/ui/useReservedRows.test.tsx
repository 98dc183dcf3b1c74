// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useReservedRows } from '../../../client/ui/useReservedRows.ts';

afterEach(cleanup);

/** A screen at `path`, of which `wanted` lines wait, at a moment of its own clock. */
function openScreen(path: string, wanted: number) {
  const clock = { at: 0 };
  const { result, rerender } = renderHook(
    (given: { path: string; wanted: number }) => useReservedRows(given.path, given.wanted, () => clock.at),
    { initialProps: { path, wanted } },
  );
  return {
    rows: () => result.current,
    see(at: number, next: number, nextPath = path) {
      clock.at = at;
      rerender({ path: nextPath, wanted: next });
      return result.current;
    },
  };
}

describe('The place of alerts above a screen', () => {
  it('is taken while a screen opens, and not once somebody reads it', () => {
    const screen = openScreen('/', 0);
    expect(screen.see(400, 1)).toBe(1);
    expect(screen.see(1_400, 2)).toBe(2);
    expect(screen.see(1_600, 3), 'too late: it lies over the screen').toBe(2);
  });

  it('stays when what stood there is gone, until another screen is opened', () => {
    const screen = openScreen('/', 2);
    expect(screen.see(60_000, 0)).toBe(2);
    expect(screen.see(61_000, 0, '/explore')).toBe(0);
    expect(screen.see(70_000, 1, '/explore')).toBe(0);
    expect(screen.see(71_000, 1, '/')).toBe(1);
  });

  it('is settled anew while the screen is out of sight', () => {
    const screen = openScreen('/', 0);
    screen.see(60_000, 1);
    expect(screen.rows()).toBe(0);
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    Reflect.deleteProperty(document, 'hidden');
    expect(screen.rows()).toBe(1);
  });
});
