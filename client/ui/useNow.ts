import { useEffect, useState } from 'react';
import { useLive } from '../live/useFrame.ts';

/**
 * The server's time as far as we know it (`shown`: in a replay the moment that it shows; `clock`: in a replay too), drawn anew on every full `everyMs`: clocks of two walls then turn together.
 */
export function useNow(everyMs: number, of: 'shown' | 'clock' = 'shown'): number {
  const live = useLive();
  const read = of === 'shown' ? live.serverNow : live.clockNow;
  const [now, setNow] = useState(read);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const turn = () => {
      const at = read();
      setNow(at);
      timer = setTimeout(turn, everyMs - (at % everyMs) + 5);
    };
    turn();
    return () => clearTimeout(timer);
  }, [read, everyMs]);
  return now;
}
