// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useReservedRows } from '../../../client/ui/useReservedRows.ts';

afterEach(cleanup);

/** A screen at `path`, of which `wanted` lines wait. */
function openScreen(path: string, wanted: number) {
  const { result, rerender } = renderHook(
    (given: { path: string; wanted: number }) => useReservedRows(given.path, given.wanted),
    { initialProps: { path, wanted } },
  );
  return {
    rows: () => result.current,
    see(next: number, nextPath = path) {
      rerender({ path: nextPath, wanted: next });
      return result.current;
    },
  };
}

describe('The place of alerts above a screen', () => {
  it('grows with what comes while somebody reads: nothing of the screen is covered', () => {
    const screen = openScreen('/', 0);
    expect(screen.see(1)).toBe(1);
    expect(screen.see(2)).toBe(2);
  });

  it('stays when what stood there is gone, until another screen is opened', () => {
    const screen = openScreen('/', 2);
    expect(screen.see(0)).toBe(2);
    expect(screen.see(0, '/explore')).toBe(0);
    expect(screen.see(1, '/explore')).toBe(1);
    expect(screen.see(0, '/explore')).toBe(1);
  });

  it('is settled anew while the screen is out of sight', () => {
    const screen = openScreen('/', 1);
    screen.see(0);
    expect(screen.rows()).toBe(1);
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    Reflect.deleteProperty(document, 'hidden');
    expect(screen.rows()).toBe(0);
  });
});
