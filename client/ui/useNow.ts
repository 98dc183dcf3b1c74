import { useEffect, useState } from 'react';
import { useLive } from '../live/useFrame.ts';

/** The server's time as far as we know it, drawn anew on every full `everyMs`: clocks of two walls then turn together. */
export function useNow(everyMs: number): number {
  const live = useLive();
  const [now, setNow] = useState(() => live.serverNow());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const turn = () => {
      const at = live.serverNow();
      setNow(at);
      timer = setTimeout(turn, everyMs - (at % everyMs) + 5);
    };
    turn();
    return () => clearTimeout(timer);
  }, [live, everyMs]);
  return now;
}
