import type { StatusState } from '../../shared/protocol.ts';
import { useIsBlank } from '../history/useIsBlank.ts';
import { useUnread } from '../history/useUnread.ts';
import { useFrame, useLiveness } from '../live/useFrame.ts';
import { isSameCount, sourceCount } from '../select/sources.ts';
import { Dot } from './Dot.tsx';
import css from './LiveLine.module.css';
import { useFormat } from './useFormat.ts';
import { useWords } from './useWords.ts';

const selectCount = (status: StatusState) => sourceCount(status.sources);

/** How old all of this is, how long a post needs to get here, and who is heard. */
export function LiveLine() {
  const { say } = useWords();
  const format = useFormat('UTC');
  const { state, ageMs, latencyMs, quietMs } = useLiveness();
  const count = useFrame('status', selectCount, isSameCount);
  const isUnread = useUnread() && state === 'live';
  const isListening = count?.all !== 0;
  const isBlank = useIsBlank();
  // Nothing is shown yet, or nothing is heard: then nothing has an age.
  const isWaiting = state === 'live' && (!isListening || isBlank);
  const shape = isUnread
    ? 'fault'
    : state !== 'live' || isWaiting
      ? 'lost'
      : count && count.missing > 0
        ? 'slow'
        : 'live';
  const details = [
    count === undefined ? say('live.noSources') : say(count.silent > 0 ? 'live.sourcesSilent' : 'live.sources', count),
    // The latency of the last post says nothing about now, once none comes.
    quietMs !== null && quietMs > 0
      ? say('live.quiet', { age: format.age(quietMs) })
      : latencyMs === null
        ? say('live.noLatency')
        : say('live.latency', { latency: format.age(latencyMs) }),
  ];
  const shown = isWaiting ? (isListening ? [] : [say('live.noSources')]) : state === 'live' && !isUnread ? details : [];
  return (
    <span className={`${css.line} ${css.parts}`} title={say('live.title')} data-live={state}>
      <span>
        <Dot shape={shape} />
        <b className="strong">{say(isUnread ? 'live.unread' : isWaiting ? 'live.waiting' : `live.${state}`)}</b>
        {state !== 'connecting' && !isUnread && !isWaiting && (
          <>
            <span className={css.old}>, {say('live.old', { age: format.age(ageMs) })}</span>
            <span className={css.short}> · {format.age(ageMs)}</span>
          </>
        )}
      </span>
      {shown.map((detail) => (
        <span key={detail} className={css.more}>
          &nbsp;· {detail}
        </span>
      ))}
    </span>
  );
}
