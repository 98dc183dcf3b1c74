import { Link } from 'wouter';
import { type HeardReplay, replayMoment } from '../live/replayStore.ts';
import { hrefWith, useHere } from './hrefs.ts';
import css from './ReplayFrame.module.css';
import { useFormat } from './useFormat.ts';
import { useNow } from './useNow.ts';
import { useWords } from './useWords.ts';

/** Around every screen of a desk or a phone that shows a replay: the past must not be taken for now, and now is one step away. */
export default function ReplayFrame({ replay }: { replay: HeardReplay }) {
  const { say } = useWords();
  const here = useHere();
  const { timeZone, paused, speed, clock } = replay.answer;
  const format = useFormat(timeZone);
  // Draws anew each second; the moment is taken as it is then, since a jump must show at once.
  useNow(1_000);
  const at = replayMoment(replay, Date.now());
  return (
    <div className={css.bar} data-replay={clock}>
      <b className={css.name}>{say('replay.frame')}</b>
      <time className={css.moment} dateTime={new Date(at).toISOString()}>
        {format.date(at)}, {format.time(at)} {format.city}
      </time>
      <span className={css.how}>
        {paused ? say('replay.paused') : say('replay.speed', { speed })} · {say(`replay.mark.${clock}`)} ·{' '}
        {say('replay.frameWhy')}
      </span>
      <Link className={`button ${css.back}`} href={hrefWith(here, { replay: undefined })}>
        {say('replay.back')}
      </Link>
    </div>
  );
}
