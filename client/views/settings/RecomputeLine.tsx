import type { StatusState } from '../../../shared/protocol.ts';
import { useRecompute } from '../../history/useVersions.ts';
import { useFrame, useIsLost } from '../../live/useFrame.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Rules.module.css';
import settings from './Settings.module.css';

const selectRecompute = (status: StatusState) => status.recompute;
const selectNewest = (status: StatusState) => status.ruleSet;
const selectCounted = (status: StatusState) => status.history.ruleSet;

type Props = { isReadOnly: boolean; format: Format };

/** How far history is counted under new rules, and the way to stop that; where it was stopped, the way to begin again. */
export function RecomputeLine({ isReadOnly, format }: Props) {
  const { say } = useWords();
  const recompute = useFrame('status', selectRecompute);
  const newest = useFrame('status', selectNewest) ?? 0;
  const counted = useFrame('status', selectCounted) ?? newest;
  const { mutate, isPending, error } = useRecompute();
  const isLost = useIsLost();
  const isBehind = counted < newest;
  if (!recompute && !isBehind && !error) return null;
  const button = (name: 'rules.stop' | 'rules.countNow', method: 'DELETE' | 'POST') =>
    !isReadOnly && (
      <button type="button" className="button" disabled={isPending || isLost} onClick={() => mutate(method)}>
        {say(name)}
      </button>
    );
  return (
    <div className={css.recount}>
      {recompute ? (
        <>
          <p>
            {say('rules.counting', {
              ruleSet: recompute.ruleSet,
              done: format.number(recompute.done),
              total: format.number(recompute.total),
            })}
          </p>
          <progress
            className={settings.progress}
            value={recompute.done}
            max={Math.max(1, recompute.total)}
            aria-label={say('rules.countingProgress')}
          />
          {button('rules.stop', 'DELETE')}
        </>
      ) : (
        isBehind && (
          <>
            <p>{say('rules.behind', { counted, newest })}</p>
            {button('rules.countNow', 'POST')}
          </>
        )
      )}
      {error && <p role="alert">{say('rules.notDone', { reason: error.message })}</p>}
    </div>
  );
}
