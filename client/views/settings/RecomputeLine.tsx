import type { StatusState } from '../../../shared/protocol.ts';
import { useRecompute } from '../../history/useVersions.ts';
import { useFrame } from '../../live/useFrame.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Rules.module.css';

const selectRecompute = (status: StatusState) => status.recompute;

type Props = { isReadOnly: boolean; format: Format };

/** How far history is counted under new rules; nothing while all of it is. */
export function RecomputeLine({ isReadOnly, format }: Props) {
  const { say } = useWords();
  const recompute = useFrame('status', selectRecompute);
  const { mutate, isPending, error } = useRecompute();
  if (!recompute && !error) return null;
  return (
    <div className={css.recount} role="status">
      {recompute && (
        <>
          <p>
            {say('rules.counting', {
              ruleSet: recompute.ruleSet,
              done: format.number(recompute.done),
              total: format.number(recompute.total),
            })}
          </p>
          <progress value={recompute.done} max={Math.max(1, recompute.total)} />
          {!isReadOnly && (
            <button type="button" className="button" disabled={isPending} onClick={() => mutate('DELETE')}>
              {say('rules.stop')}
            </button>
          )}
        </>
      )}
      {error && <p>{say('rules.notDone', { reason: error.message })}</p>}
    </div>
  );
}
