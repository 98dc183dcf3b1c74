import { useReplay } from './ReplayLive.tsx';
import { useFormat } from './useFormat.ts';
import { useNow } from './useNow.ts';
import { useWords } from './useWords.ts';

/** Says on every screen of a replay that it is one, and which moment it shows; nothing on a live one. */
export function ReplayMark({ zone, className }: { zone: string; className?: string }) {
  const { say } = useWords();
  const format = useFormat(zone);
  const now = useNow(1_000);
  const replay = useReplay();
  if (!replay) return null;
  const { speed, paused, clock } = replay.answer;
  return (
    <b className={className} data-replay={clock}>
      {say('replay.mark', {
        day: format.date(now),
        time: format.time(now),
        pace: paused ? say('replay.paused') : say('replay.speed', { speed }),
        clock: say(`replay.mark.${clock}`),
      })}
    </b>
  );
}
