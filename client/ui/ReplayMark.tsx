import { replayMoment } from '../live/replayStore.ts';
import { useReplay } from './ReplayLive.tsx';
import { useFormat } from './useFormat.ts';
import { useNow } from './useNow.ts';
import { useWords } from './useWords.ts';

/** Says on every screen of a replay that it is one, and which moment it shows; nothing on a live one. */
export function ReplayMark({ zone, className }: { zone: string; className?: string }) {
  const { say } = useWords();
  const format = useFormat(zone);
  const replay = useReplay();
  // Draws anew each second; the moment is taken as it is then, since a jump must show at once.
  useNow(1_000);
  if (!replay) return null;
  const now = replayMoment(replay, Date.now());
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
