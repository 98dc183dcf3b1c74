import { useEffect, useRef, useState } from 'react';

/** The newest value, the first change at once, then at most one per `everyMs`: for charts, which cost more to draw than figures, and for ears. */
export function useAtMost<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const newest = useRef(value);
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  newest.current = value;
  useEffect(() => {
    if (Object.is(value, shown) || timer.current !== undefined) return;
    const wait = Math.max(0, shownAt.current + everyMs - performance.now());
    timer.current = setTimeout(() => {
      timer.current = undefined;
      shownAt.current = performance.now();
      setShown(newest.current);
    }, wait);
  }, [value, shown, everyMs]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return shown;
}
