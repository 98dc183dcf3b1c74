import type { ProblemDetail } from '../../../shared/protocol.ts';
import type { RequestFailed } from '../../history/fetchJson.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Settings.module.css';

type Props = {
  error: RequestFailed;
  isStale: boolean;
  /** The faults that no field of the form shows; absent: all of them. */
  others?: readonly ProblemDetail[];
  onTakeOver: () => void;
};

/** Why nothing was saved. Settings that changed elsewhere are told apart: the draft stays, and may be saved over them. */
export function SaveProblem({ error, isStale, others, onTakeOver }: Props) {
  const { say } = useWords();
  const faults = others ?? error.problem.errors ?? [{ message: error.message, code: '', path: '' }];
  return (
    <div className={css.problem} role="alert">
      <p className="strong">{isStale ? say('settings.changedElsewhere') : say('settings.notSaved')}</p>
      {isStale ? (
        <button type="button" className="button" onClick={onTakeOver}>
          {say('settings.keepMine')}
        </button>
      ) : faults.length === 0 ? (
        <p>{say('settings.atFields')}</p>
      ) : (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.path} ${fault.code} ${fault.message}`}>
              {fault.path && <code>{fault.path}</code>} {fault.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
