import { useId, useState } from 'react';
import { channels } from '../../../shared/kinds.ts';
import type { ImportJob } from '../../../shared/protocol.ts';
import { rowFields } from '../../../shared/rowFields.ts';
import type { ImportActions } from '../../history/useImports.ts';
import { localIn, momentIn } from '../../select/timeTicks.ts';
import { DateField } from '../../ui/DateField.tsx';
import type { Format } from '../../ui/format.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './Settings.module.css';

type Props = { job: ImportJob; actions: ImportActions; format: Format };

/** One file: its columns, how its first rows are read, and how far it is. */
export function ImportCard({ job, actions, format }: Props) {
  const { say } = useWords();
  const [failed, setFailed] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const id = useId();
  const act = async (what: () => Promise<void>) => {
    setBusy(true);
    setFailed(null);
    try {
      await what();
    } catch (error) {
      setFailed((error as Error).message);
    }
    setBusy(false);
  };
  const choose = (field: string, column: string) => {
    const map = { ...job.map };
    if (column === '') delete map[field];
    else map[field] = column;
    void act(() => actions.choose(job, map, job.defaults));
  };
  const setDefault = (change: Partial<ImportJob['defaults']>) =>
    void act(() => actions.choose(job, job.map, { ...job.defaults, ...change }));
  const { progress } = job;
  const share = job.bytes === 0 ? 1 : Math.min(1, progress.bytes / job.bytes);
  const isReady = job.state === 'uploaded';
  const lacks =
    job.map.text === undefined ? 'text' : job.map.at === undefined && job.defaults.at === undefined ? 'at' : null;
  const fault = job.preview.find((row) => 'error' in row);
  return (
    <article className={css.job} aria-label={job.name} data-state={job.state}>
      <header className={css.head}>
        <h3>
          {job.name} <small>{say(`settings.import.${job.state}`)}</small>
        </h3>
        <span className={css.buttons}>
          {(isReady || job.state === 'stopped') && (
            <button
              type="button"
              className="button primary"
              disabled={isBusy || lacks !== null}
              aria-describedby={lacks === null ? undefined : `${id}-lacks`}
              onClick={() => void act(() => actions.start(job))}
            >
              {say(isReady ? 'settings.runImport' : 'settings.goOn')}
            </button>
          )}
          {job.state === 'running' && (
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => void act(() => actions.stop(job))}
            >
              {say('settings.stop')}
            </button>
          )}
          {job.state !== 'running' && (
            <button
              type="button"
              className="button"
              disabled={isBusy}
              onClick={() => void act(() => actions.remove(job))}
            >
              {say('settings.forget')}
            </button>
          )}
        </span>
      </header>
      {isReady && lacks !== null && (
        <p id={`${id}-lacks`} className="t13">
          {say(`settings.lacks.${lacks}`)}
        </p>
      )}
      {failed !== null && <p role="alert">{failed}</p>}
      {job.message && <p role="status">{job.message}</p>}
      {!isReady && (
        <>
          <progress className={css.progress} value={share} max={1} aria-label={job.name} />
          <p className="t13 ink-2" data-progress>
            {say('settings.progress', {
              percent: format.percent(share),
              received: format.number(progress.received),
              accepted: format.number(progress.accepted),
              duplicates: format.number(progress.duplicates),
              rejected: format.number(progress.rejected),
            })}{' '}
            {progress.rejected > 0 && (
              <a className="door" href={`/api/imports/${encodeURIComponent(job.id)}/errors`} download>
                {say('settings.rejectedRows')}
              </a>
            )}
          </p>
        </>
      )}
      {isReady && (
        <>
          <div className={css.map}>
            {rowFields.map((field) => (
              <div key={field}>
                <label htmlFor={`${id}-${field}`}>{say(`settings.field.${field}`)}</label>
                <select
                  id={`${id}-${field}`}
                  value={job.map[field] ?? ''}
                  disabled={isBusy}
                  aria-invalid={field === lacks}
                  onChange={(event) => choose(field, event.target.value)}
                >
                  <option value="">{say('settings.noColumn')}</option>
                  {job.columns.map((column) => (
                    <option key={column} value={column}>
                      {column}
                    </option>
                  ))}
                </select>
              </div>
            ))}
            <div>
              <label htmlFor={`${id}-else-channel`}>
                {say('settings.field.channel')} ({say('settings.otherwise')})
              </label>
              <select
                id={`${id}-else-channel`}
                value={job.defaults.channel}
                disabled={isBusy}
                onChange={(event) => setDefault({ channel: channels.find((one) => one === event.target.value) })}
              >
                {channels.map((channel) => (
                  <option key={channel} value={channel}>
                    {say(`channel.${channel}`)}
                  </option>
                ))}
              </select>
            </div>
            {job.map.at === undefined && (
              <DateField
                label={`${say('settings.field.at')} (${say('settings.otherwise')})`}
                local={job.defaults.at === undefined ? '' : localIn(format.zone, job.defaults.at)}
                onChange={(local) => {
                  const at = momentIn(format.zone, local);
                  if (at !== undefined) setDefault({ at });
                }}
              />
            )}
          </div>
          {job.notes.map((note) => (
            <p key={note} className="t12 ink-2">
              {say(`settings.note.${note}`)}
            </p>
          ))}
          {fault && 'error' in fault && (
            <p className="t12 ink-2" role="status">
              {say('settings.rowFault', { row: fault.error.index, why: fault.error.message })}
            </p>
          )}
          <ol className={css.preview}>
            {job.preview.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no identity but their place
              <li key={index}>
                {'post' in row ? (
                  <>
                    <small>{typeof row.post.at === 'number' ? format.moment(row.post.at) : ''}</small>{' '}
                    {String(row.post.text)}
                  </>
                ) : (
                  <small>{row.error.message}</small>
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </article>
  );
}
