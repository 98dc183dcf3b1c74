import { useId } from 'react';
import { type Named, nameIn } from '../../../shared/nameIn.ts';
import type { EventDraft } from '../../select/launchDraft.ts';
import { sayEventKind } from '../../ui/sayEventKind.ts';
import { useWords } from '../../ui/useWords.ts';
import { CheckedDate } from './CheckedDate.tsx';
import { CheckedInput } from './CheckedInput.tsx';
import css from './Settings.module.css';

type Props = {
  /** What the server finds wrong with a field, such as `events[0].name`. */
  faultOf: (path: string) => string | undefined;
  events: readonly EventDraft[];
  isReadOnly: boolean;
  onChange: (events: EventDraft[]) => void;
  onAdd: () => void;
};

/** What happens around a launch: when, what, and of which kind. Any word is a kind; those in use are proposed. */
export function EventRows({ faultOf, events, isReadOnly, onChange, onAdd }: Props) {
  const { say } = useWords();
  const id = useId();
  const change = (key: number, part: Partial<EventDraft>) =>
    onChange(events.map((event) => (event.key === key ? { ...event, ...part } : event)));
  const kinds = [...new Set(events.map((event) => event.kind.trim()))].filter((kind) => kind !== '');
  return (
    <section className={css.eventsBlock} aria-labelledby={`${id}-title`}>
      <header className={css.head}>
        <h2 id={`${id}-title`}>{say('launches.events')}</h2>
        {!isReadOnly && (
          <button type="button" className="button" onClick={onAdd}>
            {say('settings.launch.addEvent')}
          </button>
        )}
      </header>
      {events.length === 0 && <p className="t12 ink-3">{say('launches.noEvents')}</p>}
      <ol className={css.events}>
        {events.map((event, index) => (
          <li key={event.key} aria-label={say('settings.launch.event', { number: index + 1 })}>
            <CheckedDate
              label={say('settings.launch.eventAt')}
              local={event.at}
              fault={faultOf(`events[${index}].at`)}
              isReadOnly={isReadOnly}
              onChange={(at) => change(event.key, { at })}
            />
            <CheckedInput
              label={say('settings.name')}
              value={event.name}
              fault={faultOf(`events[${index}].name`)}
              maxLength={120}
              readOnly={isReadOnly}
              onChange={({ target }) => change(event.key, { name: target.value, names: undefined })}
            />
            <CheckedInput
              label={say('settings.launch.kind')}
              value={event.kind}
              fault={faultOf(`events[${index}].kind`)}
              maxLength={80}
              list={`${id}-kinds`}
              readOnly={isReadOnly}
              onChange={({ target }) => change(event.key, { kind: target.value })}
            />
            {!isReadOnly && (
              <button
                type="button"
                className="button"
                aria-label={say('settings.launch.dropEvent', { number: index + 1 })}
                onClick={() => onChange(events.filter((one) => one.key !== event.key))}
              >
                {say('settings.forget')}
              </button>
            )}
            {event.names && <ShownName event={{ name: event.name, names: event.names }} />}
            <ShownKind kind={event.kind.trim()} />
          </li>
        ))}
      </ol>
      <datalist id={`${id}-kinds`}>
        {kinds.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
    </section>
  );
}

/** The name by which the reader's language goes, where it has its own: the field holds what is stored. */
function ShownName({ event }: { event: Named }) {
  const { say, language } = useWords();
  const name = nameIn(event, language);
  return name === event.name ? null : <small className={css.shownName}>{say('settings.shownAs', { name })}</small>;
}

/** The same for its kind: those that we know have a word in either language. */
function ShownKind({ kind }: { kind: string }) {
  const { say } = useWords();
  const name = sayEventKind(kind, say);
  return name === kind ? null : <small className={css.shownKind}>{say('settings.shownAs', { name })}</small>;
}
