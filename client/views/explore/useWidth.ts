import { useCallback, useRef, useState } from 'react';

/** The width of an element, followed while it is there: charts are drawn to size, never stretched. */
export function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [width, setWidth] = useState(0);
  const stop = useRef<(() => void) | undefined>(undefined);
  const ref = useCallback((element: HTMLElement | null) => {
    stop.current?.();
    stop.current = undefined;
    if (!element) return;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    watcher.observe(element);
    setWidth(Math.floor(element.getBoundingClientRect().width));
    stop.current = () => watcher.disconnect();
  }, []);
  return [ref, width];
}
