import { sentimentLabels } from '../../../shared/kinds.ts';
import type { MentionAnswer } from '../../../shared/protocol.ts';
import { useCorrection } from '../../history/useCorrection.ts';
import css from './Correct.module.css';
import type { Explored } from './useExplore.ts';

type Props = { mention: MentionAnswer; explored: Explored };

/** A person's word over the machine's, each in one click, and the way back. */
export function Correct({ mention, explored: { say, workspace, version } }: Props) {
  const { mutate, isPending, error } = useCorrection(mention.seq, version);
  const { corrected } = mention;
  const themes = mention.themes.map((theme) => theme.id);
  const isRelevant = mention.reason !== 'other-meaning';
  return (
    <section className={css.correct} aria-label={say('explore.correct')} aria-busy={isPending}>
      <fieldset>
        <legend>{say('explore.correct.sentiment')}</legend>
        {sentimentLabels.map((label) => (
          <button
            key={label}
            type="button"
            aria-pressed={mention.opinion === label}
            onClick={() => mutate({ sentiment: label })}
          >
            {say(`opinion.${label}`)}
          </button>
        ))}
      </fieldset>
      {workspace && workspace.themes.length > 0 && (
        <fieldset>
          <legend>{say('explore.correct.themes')}</legend>
          {workspace.themes.map(({ id, name }) => {
            const isOn = themes.includes(id);
            const next = isOn ? themes.filter((one) => one !== id) : [...themes, id];
            return (
              <button key={id} type="button" aria-pressed={isOn} onClick={() => mutate({ themes: next })}>
                {name}
              </button>
            );
          })}
        </fieldset>
      )}
      <fieldset>
        <legend>{say('explore.correct.relevant')}</legend>
        {[true, false].map((relevant) => (
          <button
            key={String(relevant)}
            type="button"
            aria-pressed={isRelevant === relevant}
            onClick={() => mutate({ relevant })}
          >
            {say(relevant ? 'explore.correct.isRelevant' : 'explore.correct.isNot')}
          </button>
        ))}
      </fieldset>
      <p role="status">
        {error && <span>{error.message}</span>}
        {corrected && !error && (
          <>
            {say('explore.corrected', { opinion: say(`opinion.${corrected.machine.opinion}`) })}{' '}
            <button
              type="button"
              className="door"
              onClick={() => mutate({ sentiment: null, themes: null, relevant: null })}
            >
              {say('explore.correct.undo')}
            </button>
          </>
        )}
      </p>
    </section>
  );
}
