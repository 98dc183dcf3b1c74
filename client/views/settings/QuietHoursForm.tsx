import { useState } from 'react';
import type { AlertSettings } from '../../../shared/alerts.ts';
import type { Workspace } from '../../../shared/domain.ts';
import type { Answered } from '../../history/fetchJson.ts';
import { useNewestWorkspace, useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './AlertRules.module.css';
import type { Lock } from './lock.ts';
import { SaveBar } from './SaveBar.tsx';
import settings from './Settings.module.css';

type Props = { saved: Answered<Workspace>; inUse: AlertSettings; lock: Lock };
type QuietHours = AlertSettings['quietHours'];

const severities = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const proposed = { from: '22:00', to: '07:00', butFrom: 8 };

/** When receivers are left alone, and from which severity on they are told all the same. Screens are never quiet. */
export function QuietHoursForm({ saved, inUse, lock }: Props) {
  const { say } = useWords();
  const workspace = saved.value;
  const [begun, setBegun] = useState<{ quiet: QuietHours; etag: string | null } | null>(null);
  const { quiet, etag } = begun ?? { quiet: inUse.quietHours, etag: saved.etag };
  const save = useSaveWorkspace();
  const takeOver = useNewestWorkspace((newest) => {
    save.reset();
    setBegun((held) => held && { ...held, etag: newest.etag });
  });
  const isReadOnly = lock === 'viewer';
  const change = (next: QuietHours) => {
    save.reset();
    setBegun({ quiet: next, etag });
  };
  return (
    <form
      className={settings.work}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { workspace: { ...workspace, alerts: { ...inUse, quietHours: quiet } }, etag },
          { onSuccess: () => setBegun(null) },
        );
      }}
    >
      <h1 className={settings.title}>{say('alertRules.quiet')}</h1>
      <p className="ink-2">{say('alertRules.quietWhat', { zone: workspace.timeZone })}</p>
      <label className={css.tick}>
        <input
          type="checkbox"
          checked={quiet !== null}
          disabled={isReadOnly}
          onChange={({ target }) => change(target.checked ? proposed : null)}
        />
        {say('alertRules.quietOn')}
      </label>
      {quiet && (
        <div className={css.numbers}>
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              {say(`alertRules.quiet.${end}`)}
              <input
                type="time"
                value={quiet[end]}
                readOnly={isReadOnly}
                required
                onChange={({ target }) => change({ ...quiet, [end]: target.value })}
              />
            </label>
          ))}
          <label>
            {say('alertRules.quiet.butFrom')}
            <select
              value={quiet.butFrom}
              disabled={isReadOnly}
              onChange={({ target }) => change({ ...quiet, butFrom: Number(target.value) })}
            >
              {severities.map((value) => (
                <option key={value} value={value}>
                  {say('alerts.severity', { value })}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <SaveBar
        lock={lock}
        save={save}
        takeOver={takeOver}
        isNew
        isChanged={JSON.stringify(quiet) !== JSON.stringify(inUse.quietHours)}
        note="alertRules.whatChanges"
        isComplete={quiet === null || (quiet.from !== '' && quiet.to !== '')}
        onDelete={() => undefined}
        onDiscard={() => {
          save.reset();
          setBegun(null);
        }}
      />
    </form>
  );
}
