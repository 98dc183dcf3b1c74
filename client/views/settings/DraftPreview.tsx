import type { Workspace } from '../../../shared/domain.ts';
import { useRulesPreview } from '../../history/useRuleChange.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import type { Format } from '../../ui/format.ts';
import { RulesPreview } from '../../ui/RulesPreview.tsx';
import { useWords } from '../../ui/useWords.ts';
import css from './Rules.module.css';
import { SaveProblem } from './SaveProblem.tsx';
import settings from './Settings.module.css';

/** `draft`: the settings as they would be saved; undefined while they are not whole. */
type Props = { draft: Workspace | undefined; format: Format };

/** What a change would make of history, asked for by a person: it reads up to 100,000 posts and can be stopped. */
export function DraftPreview({ draft, format }: Props) {
  const { say } = useWords();
  const preview = useRulesPreview();
  const { isPending, mutate, progress } = preview;
  if (!draft) return null;
  // What was looked at is no longer what would be saved.
  const isOf = JSON.stringify(preview.variables) === JSON.stringify(draft);
  return (
    <div className={css.preview} aria-busy={isPending}>
      {isPending ? (
        <div className={css.progress}>
          <p role="status">
            {progress
              ? say('rules.looking', { done: format.number(progress.done), total: format.number(progress.total) })
              : say('rules.lookingSoon')}
          </p>
          {/* Without a value it says: under way, nobody knows how far. */}
          <progress
            className={settings.progress}
            value={progress?.done}
            max={progress?.total ?? 1}
            aria-label={say('rules.lookingProgress')}
          />
          <button type="button" className="button" onClick={preview.stop}>
            {say('rules.stop')}
          </button>
        </div>
      ) : (
        (!preview.data || !isOf) && (
          <div className={css.progress}>
            <p>{say('rules.lookFirst')}</p>
            <button type="button" className="button" onClick={() => mutate(draft)}>
              {say('rules.look')}
            </button>
          </div>
        )
      )}
      {preview.error && isOf && <SaveProblem error={preview.error} isStale={false} onTakeOver={() => undefined} />}
      {preview.data && isOf && (
        <RulesPreview preview={preview.data} names={namesOf(draft, say('explore.noTheme'))} format={format} />
      )}
    </div>
  );
}
