// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useGoKeys } from '../../../client/ui/useGoKeys.ts';
import { useKeys } from '../../../client/ui/useKeys.ts';

afterEach(cleanup);

/** A screen with a key of its own (`a`, as an alert has), on which somebody presses keys. */
function openScreen() {
  const went: string[] = [];
  let acknowledged = 0;
  renderHook(() => {
    useGoKeys(new Map([['a', '/alerts']]), (path) => went.push(path));
    useKeys({ a: () => (acknowledged += 1) });
  });
  const press = (key: string, { on = document.body as Element, at = 0, ...more } = {}) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    Object.defineProperty(event, 'timeStamp', { value: at });
    on.dispatchEvent(event);
  };
  return { went, press, acknowledged: () => acknowledged };
}

describe('g and the key of a place', () => {
  it('goes there, and keeps the second key from the screen', () => {
    const { went, press, acknowledged } = openScreen();
    press('g', { at: 1_000 });
    press('a', { at: 1_400 });
    expect(went).toEqual(['/alerts']);
    expect(acknowledged()).toBe(0);
    press('a', { at: 1_500 });
    expect(acknowledged()).toBe(1);
  });

  it('waits a moment and no longer, and forgets g at any other key', () => {
    const { went, press, acknowledged } = openScreen();
    press('g', { at: 1_000 });
    press('a', { at: 3_000 });
    press('g', { at: 4_000 });
    press('x', { at: 4_100 });
    press('a', { at: 4_200 });
    expect(went).toEqual([]);
    expect(acknowledged()).toBe(2);
  });

  it('leaves who types and who holds a modifier alone', () => {
    const { went, press } = openScreen();
    const input = document.body.appendChild(document.createElement('input'));
    press('g', { on: input, at: 1_000 });
    press('a', { on: input, at: 1_100 });
    press('g', { at: 2_000, ctrlKey: true } as object);
    press('a', { at: 2_100 });
    expect(went).toEqual([]);
    input.remove();
  });
});
