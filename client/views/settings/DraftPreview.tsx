import { useEffect, useState } from 'react';
import type { Workspace } from '../../../shared/domain.ts';
import { useRulesPreview } from '../../history/useRuleChange.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import type { Format } from '../../ui/format.ts';
import { RulesPreview } from '../../ui/RulesPreview.tsx';
import { useWords } from '../../ui/useWords.ts';
import css from './Corrections.module.css';
import { SaveProblem } from './SaveProblem.tsx';

/** `draft`: the settings as they would be saved; undefined while they are not whole. */
type Props = { draft: Workspace | undefined; format: Format };

/** What a change would make of history, asked for by a person: it reads up to 100,000 posts and can be stopped. */
export function DraftPreview({ draft, format }: Props) {
  const { say } = useWords();
  const preview = useRulesPreview();
  const { isPending, mutate } = preview;
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!isPending) return;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, [isPending]);
  if (!draft) return null;
  // What was looked at is no longer what would be saved.
  const isOf = preview.variables === draft || JSON.stringify(preview.variables) === JSON.stringify(draft);
  return (
    <div className={css.change} aria-busy={isPending}>
      {isPending ? (
        <p className={css.buttons}>
          <span role="status">{say('rules.looking', { seconds })}</span>
          <button type="button" className="button" onClick={preview.stop}>
            {say('rules.stop')}
          </button>
        </p>
      ) : (
        (!preview.data || !isOf) && (
          <p className={css.buttons}>
            <span>{say('rules.whatChanges')}</span>
            <button type="button" className="button" onClick={() => mutate(draft)}>
              {say('rules.look')}
            </button>
          </p>
        )
      )}
      {preview.error && isOf && <SaveProblem error={preview.error} isStale={false} onTakeOver={() => undefined} />}
      {preview.data && isOf && (
        <RulesPreview preview={preview.data} names={namesOf(draft, say('explore.noTheme'))} format={format} />
      )}
    </div>
  );
}
