import type { Workspace } from '../../../shared/domain.ts';
import type { RetrainAnswer } from '../../../shared/protocol.ts';
import { useRetrain } from '../../history/useRuleChange.ts';
import { namesOf } from '../../history/useWorkspace.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { forgetLearned, takeProposal } from '../../select/ruleEdits.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Corrections.module.css';
import type { Editing } from './useEdit.ts';

type Props = { workspace: Workspace; editing: Editing; isReadOnly: boolean; format: Format };

const mostWords = 12;

/** What people's labels taught, and the way to learn from them anew: measured first, proposed only where it is better. */
export function Retrain({ workspace, editing, isReadOnly, format }: Props) {
  const { say } = useWords();
  const retrain = useRetrain();
  const isLost = useIsLost();
  const { learned } = workspace;
  const answer = retrain.data;
  const run = () =>
    retrain.mutate(undefined, {
      onSuccess: (next) => {
        const hasNews = next.sentiment.isBetter || next.themes.some((one) => one.isBetter) || learned !== undefined;
        if (hasNews) editing.look(takeProposal(next));
      },
    });
  return (
    <>
      {learned ? (
        <>
          <p>
            {say('corrections.inUse', {
              words: learned.words.length,
              corrections: learned.measured.corrections,
              shipped: format.percent(learned.measured.shipped),
              learned: format.percent(learned.measured.learned),
            })}
          </p>
          {learned.words.length > 0 && (
            <p className={css.weights}>
              <span className="ink-3">{say('corrections.strongest')}</span>
              {learned.words.slice(0, mostWords).map(({ word, negative, positive }) => (
                <span key={word}>
                  {word}{' '}
                  <b className={positive >= negative ? 'positive' : 'negative'}>
                    {format.signedScore(positive - negative)}
                  </b>
                </span>
              ))}
            </p>
          )}
        </>
      ) : (
        <p className="ink-3">{say('corrections.notInUse')}</p>
      )}
      {answer && <Measured answer={answer} workspace={workspace} format={format} />}
      {retrain.error && <p role="alert">{retrain.error.message}</p>}
      {!isReadOnly && (
        <p className={css.buttons}>
          <button type="button" className="button" disabled={retrain.isPending || isLost} onClick={run}>
            {say(retrain.isPending ? 'corrections.learning' : 'corrections.learnNow')}
          </button>
          {learned && (
            <button type="button" className="button" onClick={() => editing.look(forgetLearned)}>
              {say('corrections.forget')}
            </button>
          )}
        </p>
      )}
    </>
  );
}

function Measured({ answer, workspace, format }: { answer: RetrainAnswer; workspace: Workspace; format: Format }) {
  const { say } = useWords();
  const names = namesOf(workspace, say('explore.noTheme'));
  const { corrections, confirmed, needed, shipped, adjusted, flipped, gain, isBetter } = answer.sentiment;
  const verdict = (better: boolean) => say(better ? 'corrections.better' : 'corrections.notBetter');
  return (
    <div role="status">
      <p>
        <b className="strong">{say('corrections.sentiment')}</b>{' '}
        {adjusted === null
          ? say('corrections.tooFew', {
              labels: corrections,
              right: confirmed,
              all: needed.all,
              rightNeeded: needed.right,
              wrongNeeded: needed.wrong,
            })
          : `${say('corrections.measured', {
              labels: corrections,
              shipped: format.percent(shipped.right),
              adjusted: format.percent(adjusted.right),
              gain: `${gain < 0 ? '−' : '+'}${format.times(Math.abs(gain) * 100)}`,
              flipped: format.percent(flipped),
            })} ${verdict(isBetter)}`}
      </p>
      {answer.themes.length === 0 && <p>{say('corrections.noThemeLabels')}</p>}
      {[
        ...answer.themes.map((one) => ({ ...one, name: names.theme(one.id) })),
        ...answer.brands.map((one) => ({ ...one, name: names.brand(one.id) })),
      ].map(({ name, about, notAbout, words, model, isBetter: isThemeBetter }) => (
        <p key={name}>
          {words === null || model === null
            ? say('corrections.themeTooFew', { theme: name, about, notAbout })
            : `${say('corrections.theme', {
                theme: name,
                about,
                notAbout,
                words: format.score(words),
                model: format.score(model),
              })} ${verdict(isThemeBetter)}`}
        </p>
      ))}
    </div>
  );
}
