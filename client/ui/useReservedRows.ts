import { useEffect, useState } from 'react';

/**
 * How many rows a screen keeps free above itself: what comes pushes it down, so that nothing of it is covered, and what goes leaves
 * its place, so that the screen does not jump back under the eye. Settled anew for another screen, or while this one is out of sight.
 */
export function useReservedRows(path: string, wanted: number): number {
  const [kept, setKept] = useState({ path, rows: wanted });
  if (kept.path !== path || wanted > kept.rows) setKept({ path, rows: wanted });
  useEffect(() => {
    const hide = () => {
      if (document.hidden) setKept((before) => ({ ...before, rows: wanted }));
    };
    hide();
    document.addEventListener('visibilitychange', hide);
    return () => document.removeEventListener('visibilitychange', hide);
  }, [wanted]);
  return kept.path === path ? Math.max(kept.rows, wanted) : wanted;
}
