import type { Seam, StatusState } from '../../shared/protocol.ts';
import { useFrame } from '../live/useFrame.ts';
import { seamKind } from '../select/seamMarks.ts';
import type { Format } from './format.ts';
import { useWords } from './useWords.ts';

const selectSeam = (status: StatusState) => status.history.seam;

/** Before which moments figures stand as earlier rules counted them; null: nowhere, or not in what is shown since `from`. */
export function useSeam(from: number): Seam | null {
  const seam = useFrame('status', selectSeam) ?? null;
  return seam && Math.max(seam.mentions, seam.collected) > from ? seam : null;
}

/** Says so, where the window that is shown reaches behind the seam. */
export function SeamNote({ from, format }: { from: number; format: Format }) {
  const { say } = useWords();
  const seam = useSeam(from);
  if (!seam) return null;
  const { mentions, collected, ruleSet } = seam;
  return (
    <p className="t12 ink-3" data-seam>
      {say(`seam.${seamKind(seam)}`, {
        mentions: format.moment(mentions),
        collected: format.moment(collected),
        ruleSet,
      })}
    </p>
  );
}
