import type { Workspace } from '../../../shared/domain.ts';
import type { Answered } from '../../history/fetchJson.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import { ChangePanel } from './ChangePanel.tsx';
import css from './Corrections.module.css';
import type { Lock } from './lock.ts';
import { OverrideRows } from './OverrideRows.tsx';
import { QueryCorrections } from './QueryCorrections.tsx';
import { Retrain } from './Retrain.tsx';
import settings from './Settings.module.css';
import { useEdit } from './useEdit.ts';

type Props = { saved: Answered<Workspace>; lock: Lock };

/** What people know better than the machine: words, all messages of a kind, and what single labels teach. */
export function CorrectionsSection({ saved, lock }: Props) {
  const { say } = useWords();
  const workspace = saved.value;
  const format = useFormat(workspace.timeZone);
  const isReadOnly = lock !== null;
  // One for each, so that what is looked at stands where it was asked for.
  const [words, rules, learning] = [useEdit(saved), useEdit(saved), useEdit(saved)];
  const panel = (editing: typeof words) => <ChangePanel editing={editing} workspace={workspace} format={format} />;
  return (
    <div className={settings.wide}>
      <h1 className={settings.title}>{say('settings.corrections')}</h1>
      <p className="ink-2">{say('corrections.what')}</p>
      <div className={css.blocks}>
        <section className={css.block} aria-labelledby="overrides-title">
          <h2 id="overrides-title">{say('corrections.words')}</h2>
          <p className="t13 ink-2">{say('corrections.wordsWhat')}</p>
          <OverrideRows
            key={JSON.stringify(workspace.overrides)}
            workspace={workspace}
            editing={words}
            isReadOnly={isReadOnly}
          />
          {panel(words)}
        </section>
        <section className={css.block} aria-labelledby="rules-title">
          <h2 id="rules-title">{say('corrections.rules')}</h2>
          <p className="t13 ink-2">{say('corrections.rulesWhat')}</p>
          <QueryCorrections workspace={workspace} editing={rules} isReadOnly={isReadOnly} format={format} />
          {panel(rules)}
        </section>
        <section className={css.block} aria-labelledby="learn-title">
          <h2 id="learn-title">{say('corrections.learn')}</h2>
          <p className="t13 ink-2">{say('corrections.learnWhat')}</p>
          <Retrain workspace={workspace} editing={learning} isReadOnly={isReadOnly} format={format} />
          {panel(learning)}
        </section>
      </div>
    </div>
  );
}
