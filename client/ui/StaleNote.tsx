import { useLiveness } from '../live/useFrame.ts';
import type { Format } from './format.ts';
import { sayLost } from './sayLost.ts';
import { useWords } from './useWords.ts';

/** Since when nothing on the screen moves; nothing while it does. */
export function StaleNote({ format }: { format: Format }) {
  const { say } = useWords();
  const liveness = useLiveness();
  if (liveness.state !== 'lost') return null;
  return (
    <p className="stale-note" role="status">
      {sayLost(liveness, say, format)}
    </p>
  );
}
