import { useEffect, useRef } from 'react';

/** So long after `g` the next key still names a place. */
const withinMs = 1_500;

/**
 * `g` and then a place's key goes there, from every screen. Heard before a screen's own keys: on an alert `a` alone acknowledges,
 * so the second key must not reach it. Silent while somebody types or a menu is open, as `useKeys`.
 */
export function useGoKeys(places: ReadonlyMap<string, string>, go: (path: string) => void): void {
  const current = useRef({ places, go });
  current.current = { places, go };
  useEffect(() => {
    let since = Number.NEGATIVE_INFINITY;
    const press = (event: KeyboardEvent) => {
      const isPending = event.timeStamp - since < withinMs;
      since = Number.NEGATIVE_INFINITY;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      if (
        target?.closest(
          'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="listbox"], dialog',
        )
      )
        return;
      const key = event.key.toLowerCase();
      const path = isPending ? current.current.places.get(key) : undefined;
      if (path === undefined && key !== 'g') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (path === undefined) since = event.timeStamp;
      else current.current.go(path);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
