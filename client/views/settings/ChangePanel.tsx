import type { Workspace } from '../../../shared/domain.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import { useIsLost } from '../../live/useFrame.ts';
import type { Format } from '../../ui/format.ts';
import { RulesPreview } from '../../ui/RulesPreview.tsx';
import { useUnsaved } from '../../ui/unsaved.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Corrections.module.css';
import { SaveProblem } from './SaveProblem.tsx';
import type { Editing } from './useEdit.ts';

type Props = { editing: Editing; workspace: Workspace; format: Format };

/** What a change of the rules would make of history, before and after it is saved. */
export function ChangePanel({ editing, workspace, format }: Props) {
  const { say } = useWords();
  const { edit, preview, save, takeOver, canUndo } = editing;
  const isLost = useIsLost();
  const names = namesOf(workspace, say('explore.noTheme'));
  useUnsaved(edit !== null);
  if (!edit && !canUndo && !save.isSuccess) return null;
  return (
    <div className={css.change} aria-busy={preview.isPending || save.isPending}>
      {preview.isPending && <p role="status">{say('corrections.looking')}</p>}
      {preview.error && <SaveProblem error={preview.error} isStale={false} onTakeOver={() => undefined} />}
      {preview.data && <RulesPreview preview={preview.data} names={names} format={format} />}
      {save.error && (
        <SaveProblem
          error={takeOver.error ?? save.error}
          isStale={save.error.problem.status === 412 && !takeOver.error}
          onTakeOver={() => takeOver.mutate()}
        />
      )}
      <p className={css.buttons}>
        {edit ? (
          <>
            <span className="strong">{say('unsaved.note')}</span>
            <button
              type="button"
              className="button primary"
              disabled={!preview.data || save.isPending || isLost}
              onClick={editing.apply}
            >
              {say('corrections.save')}
            </button>
            <button type="button" className="button" onClick={editing.discard}>
              {say('corrections.discard')}
            </button>
          </>
        ) : (
          <>
            <span role="status">{say('corrections.saved')}</span>
            {canUndo && (
              <button type="button" className="button" disabled={save.isPending || isLost} onClick={editing.undo}>
                {say('corrections.undo')}
              </button>
            )}
          </>
        )}
      </p>
    </div>
  );
}
