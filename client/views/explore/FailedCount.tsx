import { useLiveness } from '../../live/useFrame.ts';
import { useWords } from '../../ui/useWords.ts';

/** Says that the newest count failed; of a lost connection the frame says it for all of the page. */
export function FailedCount({ time }: { time: string }) {
  const { say } = useWords();
  const { state } = useLiveness();
  if (state !== 'live') return null;
  return (
    <p className="stale-note" role="status">
      {say('explore.figuresFrom', { time })}
    </p>
  );
}
