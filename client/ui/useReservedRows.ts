import { useEffect, useState } from 'react';

/** What waits is known this soon after a screen was opened: until then nobody has begun to read it. */
const settlesWithinMs = 1_500;

/**
 * How many rows a screen keeps free above itself. As many as were wanted when it was opened, or when it last was out of sight:
 * what comes while somebody reads lies over the screen, and what goes leaves its place, so that nothing moves under the eye.
 */
export function useReservedRows(path: string, wanted: number, now: () => number = () => performance.now()): number {
  const [kept, setKept] = useState(() => ({ path, rows: wanted, openedAt: now() }));
  if (kept.path !== path) setKept({ path, rows: wanted, openedAt: now() });
  else if (wanted > kept.rows && now() - kept.openedAt < settlesWithinMs) setKept({ ...kept, rows: wanted });
  useEffect(() => {
    const hide = () => {
      if (document.hidden) setKept((before) => ({ ...before, rows: wanted }));
    };
    hide();
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, [wanted]);
  return kept.path === path ? kept.rows : wanted;
}
