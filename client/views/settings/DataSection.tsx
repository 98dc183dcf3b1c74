import { type ChangeEvent, useState } from 'react';
import type { Workspace } from '../../../shared/domain.ts';
import type { Answered } from '../../history/fetchJson.ts';
import { useNewestWorkspace, useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { useDemoAction } from '../../history/useSources.ts';
import { useIsLost } from '../../live/useFrame.ts';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import { Imports } from './Imports.tsx';
import { SaveProblem } from './SaveProblem.tsx';
import css from './Settings.module.css';
import { SignalsBlock } from './SignalsBlock.tsx';

type Props = { saved: Answered<Workspace>; isDemo: boolean; isViewer: boolean; format: Format };

/** Files in, and all settings out and in as one document. */
export function DataSection({ saved, isDemo, isViewer, format }: Props) {
  const { say } = useWords();
  const save = useSaveWorkspace();
  // A document that is put in replaces all settings, those that somebody else has just saved too.
  const takeOver = useNewestWorkspace(({ etag }) => save.variables && save.mutate({ ...save.variables, etag }));
  const demo = useDemoAction();
  const isLost = useIsLost();
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const exportFile = () => {
    const address = URL.createObjectURL(
      new Blob([`${JSON.stringify(saved.value, null, 2)}\n`], { type: 'application/json' }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = 'workspace.json';
    link.click();
    URL.revokeObjectURL(address);
  };
  const importFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    setUnreadable(null);
    save.reset();
    try {
      // The server checks the document and names every fault; here it only has to be JSON.
      save.mutate({ workspace: JSON.parse(await file.text()) as Workspace, etag: saved.etag });
    } catch (error) {
      setUnreadable((error as Error).message);
    }
    input.value = '';
  };
  return (
    <div className={css.wide}>
      <h1 className={css.title}>{say('settings.data')}</h1>
      {!isViewer && <Imports format={format} isDemo={isDemo} />}
      <SignalsBlock brands={saved.value.brands} isDemo={isDemo} isViewer={isViewer} format={format} />
      <section className={css.block} aria-labelledby="workspace-title">
        <div>
          <h2 id="workspace-title">{say('settings.workspace')}</h2>
          <p>{say('settings.workspaceWhat')}</p>
          {save.isSuccess && <p role="status">{say('settings.saved')}</p>}
          {unreadable !== null && <p role="alert">{say('settings.notJson', { why: unreadable })}</p>}
          {save.error && (
            <SaveProblem
              error={takeOver.error ?? save.error}
              isStale={save.error.problem.status === 412 && !takeOver.error}
              onTakeOver={() => takeOver.mutate()}
            />
          )}
        </div>
        <span className={css.buttons}>
          <button type="button" className="button" onClick={exportFile}>
            {say('settings.export')}
          </button>
          {!isDemo && !isViewer && (
            <label className="button">
              {say('settings.import')}
              <input
                type="file"
                disabled={isLost}
                accept=".json,application/json"
                className="visually-hidden"
                data-workspace-file
                onChange={(event) => void importFile(event)}
              />
            </label>
          )}
        </span>
      </section>
      {!isViewer && (
        <section className={css.block} aria-labelledby="demo-title">
          <div>
            <h2 id="demo-title">{say('settings.demo')}</h2>
            <p>{say('settings.demoWhat')}</p>
            {demo.error && <p role="alert">{demo.error.message}</p>}
          </div>
          <span className={css.buttons}>
            {isDemo ? (
              <button type="button" className="button primary" disabled={isLost} onClick={() => demo.mutate('leave')}>
                {say('settings.startOwn')}
              </button>
            ) : (
              <button type="button" className="button" disabled={isLost} onClick={() => demo.mutate('open')}>
                {say('settings.backToDemo')}
              </button>
            )}
            <button type="button" className="button" disabled={isLost} onClick={() => demo.mutate('remove')}>
              {say('settings.removeDemo')}
            </button>
          </span>
        </section>
      )}
    </div>
  );
}
