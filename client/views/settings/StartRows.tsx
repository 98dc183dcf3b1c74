import { useId } from 'react';
import { isZone, type StartDraft } from '../../select/launchDraft.ts';
import { useWords } from '../../ui/useWords.ts';
import { CheckedDate } from './CheckedDate.tsx';
import { CheckedInput, Fault } from './CheckedInput.tsx';
import css from './Settings.module.css';

type Props = {
  faultOf: (path: string) => string | undefined;
  starts: readonly StartDraft[];
  /** Id of the list of time zones. */
  zones: string;
  isReadOnly: boolean;
  onChange: (starts: StartDraft[]) => void;
  onAdd: () => void;
};

/** Countries in which a launch starts at a moment of their own, on their own clocks. */
export function StartRows({ faultOf, starts, zones, isReadOnly, onChange, onAdd }: Props) {
  const { say } = useWords();
  const id = useId();
  const change = (key: number, part: Partial<StartDraft>) =>
    onChange(starts.map((start) => (start.key === key ? { ...start, ...part } : start)));
  return (
    <section className={css.eventsBlock} aria-labelledby={`${id}-title`}>
      <header className={css.head}>
        <h2 id={`${id}-title`}>{say('settings.launch.starts')}</h2>
        {!isReadOnly && (
          <button type="button" className="button" onClick={onAdd}>
            {say('settings.launch.addStart')}
          </button>
        )}
      </header>
      {starts.length === 0 && <p className="t12 ink-3">{say('settings.launch.startsNote')}</p>}
      <Fault message={faultOf('starts')} />
      <ol className={css.events}>
        {starts.map((start, index) => (
          <li key={start.key} aria-label={say('settings.launch.start', { number: index + 1 })}>
            <CheckedDate
              label={say('settings.launch.eventAt')}
              local={start.at}
              fault={faultOf(`starts[${index}].at`)}
              isReadOnly={isReadOnly}
              onChange={(at) => change(start.key, { at })}
            />
            <CheckedInput
              label={say('launches.zone')}
              fault={isZone(start.timeZone) ? faultOf(`starts[${index}].timeZone`) : say('settings.launch.noZone')}
              list={zones}
              value={start.timeZone}
              readOnly={isReadOnly}
              onChange={({ target }) => change(start.key, { timeZone: target.value.trim() })}
            />
            <CheckedInput
              label={say('settings.launch.country')}
              fault={faultOf(`starts[${index}].country`)}
              value={start.country}
              maxLength={2}
              readOnly={isReadOnly}
              onChange={({ target }) => change(start.key, { country: target.value.toUpperCase() })}
            />
            {!isReadOnly && (
              <button
                type="button"
                className="button"
                aria-label={say('settings.launch.dropStart', { number: index + 1 })}
                onClick={() => onChange(starts.filter((one) => one.key !== start.key))}
              >
                {say('settings.forget')}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
