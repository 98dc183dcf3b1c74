import { useId } from 'react';
import type { PhaseDraft } from '../../select/launchDraft.ts';
import { useWords } from '../../ui/useWords.ts';
import { CheckedInput, Fault } from './CheckedInput.tsx';
import own from './PhaseRows.module.css';
import css from './Settings.module.css';

type Props = {
  faultOf: (path: string) => string | undefined;
  phases: readonly PhaseDraft[];
  isReadOnly: boolean;
  onChange: (phases: PhaseDraft[]) => void;
  onAdd: () => void;
};

/** A launch told apart, in hours from T0. */
export function PhaseRows({ faultOf, phases, isReadOnly, onChange, onAdd }: Props) {
  const { say } = useWords();
  const id = useId();
  const change = (key: number, part: Partial<PhaseDraft>) =>
    onChange(phases.map((phase) => (phase.key === key ? { ...phase, ...part } : phase)));
  return (
    <section className={css.eventsBlock} aria-labelledby={`${id}-title`}>
      <header className={css.head}>
        <h2 id={`${id}-title`}>{say('settings.launch.phases')}</h2>
        {!isReadOnly && (
          <button type="button" className="button" onClick={onAdd}>
            {say('settings.launch.addPhase')}
          </button>
        )}
      </header>
      <p className="t12 ink-3">{say('settings.launch.phasesNote')}</p>
      <Fault message={faultOf('phases')} />
      <ol className={`${css.events} ${own.phases}`}>
        {phases.map((phase, index) => (
          <li key={phase.key} aria-label={say('settings.launch.phase', { number: index + 1 })}>
            <CheckedInput
              label={say('settings.name')}
              fault={faultOf(`phases[${index}].name`)}
              value={phase.name}
              maxLength={120}
              readOnly={isReadOnly}
              onChange={({ target }) => change(phase.key, { name: target.value })}
            />
            {(['from', 'to'] as const).map((end) => (
              <CheckedInput
                key={end}
                label={say(end === 'from' ? 'settings.launch.phaseFrom' : 'settings.launch.phaseTo')}
                fault={faultOf(`phases[${index}].${end}`)}
                value={phase[end]}
                readOnly={isReadOnly}
                onChange={({ target }) => change(phase.key, { [end]: target.value })}
              />
            ))}
            {!isReadOnly && (
              <button
                type="button"
                className="button"
                aria-label={say('settings.launch.dropPhase', { number: index + 1 })}
                onClick={() => onChange(phases.filter((one) => one.key !== phase.key))}
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
