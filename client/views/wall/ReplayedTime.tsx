import type { Format } from '../../ui/format.ts';
import { useReplay } from '../../ui/ReplayLive.tsx';
import { useWords } from '../../ui/useWords.ts';
import css from './Wall.module.css';

/** At the top of every scene of a replay, where "Demo data" stands: that it is one, and of which moment (its year stands in the footer). Nothing on a live wall. */
export function ReplayedTime({ format, now }: { format: Format; now: number }) {
  const { say } = useWords();
  if (!useReplay()) return null;
  return (
    <b className={css.replayed} data-replayed>
      {say('wall.replay', { moment: format.moment(now) })}
    </b>
  );
}
