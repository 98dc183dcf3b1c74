import type { ProblemDetail } from '../../../shared/protocol.ts';
import type { useNewestWorkspace, useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { useUnsaved } from '../../ui/unsaved.ts';
import { useLostWhy } from '../../ui/useLostWhy.ts';
import { useWords } from '../../ui/useWords.ts';
import type { WordKey } from '../../ui/words/en.ts';
import type { Lock } from './lock.ts';
import { SaveProblem } from './SaveProblem.tsx';
import css from './Settings.module.css';

type Props = {
  lock: Lock;
  save: ReturnType<typeof useSaveWorkspace>;
  takeOver: ReturnType<typeof useNewestWorkspace>;
  isNew: boolean;
  isChanged: boolean;
  /** What saving does to what was counted. */
  note: WordKey;
  /** Faults that no field shows; absent: all of them. */
  others?: readonly ProblemDetail[];
  /** Whether all is there that it needs. */
  isComplete: boolean;
  /** What is not there yet, by name: a button that does nothing says why. */
  missing?: readonly string[];
  onDelete: () => void;
  onDiscard: () => void;
};

/** The foot of a form whose item is kept in the workspace; the form's submit saves. */
export function SaveBar({
  lock,
  save,
  takeOver,
  isNew,
  isChanged,
  isComplete,
  missing = [],
  note,
  others,
  onDelete,
  onDiscard,
}: Props) {
  const { say } = useWords();
  const lost = useLostWhy();
  useUnsaved(lock === null && isChanged);
  // What a key may is said once, above all sections.
  if (lock === 'viewer') return null;
  return (
    <footer className={css.save}>
      <p>{say(lock === 'demo' ? 'settings.demoReadOnly' : note)}</p>
      {lock === null && isChanged && (
        <p className={css.unsaved}>
          {missing.length > 0 ? say('settings.missing', { fields: missing.join(', ') }) : say('unsaved.note')}
        </p>
      )}
      {lock === null && isChanged && lost !== null && <p role="status">{lost}</p>}
      {save.error && (
        <SaveProblem
          error={takeOver.error ?? save.error}
          others={takeOver.error ? undefined : others}
          isStale={save.error.problem.status === 412 && !takeOver.error}
          onTakeOver={() => takeOver.mutate()}
        />
      )}
      {save.isSuccess && !isChanged && <p role="status">{say('settings.saved')}</p>}
      {lock === null && (
        <span className={css.buttons}>
          {!isNew && (
            <button type="button" className={css.delete} disabled={lost !== null || save.isPending} onClick={onDelete}>
              {say('settings.delete')}
            </button>
          )}
          {isChanged && (
            <button type="button" className="button" onClick={onDiscard}>
              {say('settings.discard')}
            </button>
          )}
          <button
            type="submit"
            className="button primary"
            disabled={lost !== null || !isChanged || save.isPending || !isComplete}
          >
            {say('settings.save')}
          </button>
        </span>
      )}
    </footer>
  );
}
