import { useEffect, useRef } from 'react';
import css from './KeyHelp.module.css';
import { MoreWords } from './MoreWords.tsx';
import { places } from './places.ts';
import { useWords } from './useWords.ts';
import type { WordKey } from './words/en.ts';

type Row = { keys: readonly string[]; does: WordKey };
type Group = { name: WordKey; rows: readonly Row[] };

const groups: readonly Group[] = [
  {
    name: 'keys.everywhere',
    rows: [
      { keys: ['/'], does: 'keys.search' },
      { keys: ['?'], does: 'keys.help' },
      { keys: ['Esc'], does: 'keys.back' },
    ],
  },
  {
    name: 'keys.brief',
    rows: [
      { keys: ['1', '2', '3', '4'], does: 'keys.figures' },
      { keys: ['D'], does: 'keys.decide' },
      { keys: ['P'], does: 'keys.print' },
    ],
  },
  {
    name: 'keys.explore',
    rows: [
      { keys: ['T'], does: 'keys.range' },
      { keys: ['C'], does: 'keys.compare' },
      { keys: ['[', ']'], does: 'keys.shift' },
      { keys: ['J', 'K'], does: 'keys.step' },
      { keys: ['1', '2', '3'], does: 'keys.correct' },
      { keys: ['Y', 'N'], does: 'keys.relevant' },
      { keys: ['U'], does: 'keys.takeBack' },
    ],
  },
  {
    name: 'keys.alert',
    rows: [
      { keys: ['A', 'S', 'R'], does: 'keys.alertActs' },
      { keys: ['U', 'N'], does: 'keys.judge' },
    ],
  },
  {
    name: 'keys.wall',
    rows: [
      { keys: ['1', '…', '9'], does: 'keys.scenes' },
      { keys: ['Space'], does: 'keys.pause' },
    ],
  },
];

/** All keys, on `?`. The browser's own dialog keeps the focus inside and closes on Escape. */
export default function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <MoreWords>
      <Help onClose={onClose} />
    </MoreWords>
  );
}

function Help({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} className={css.dialog} aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{say('keys.title')}</h2>
      <div className={css.groups}>
        {groups.map(({ name, rows }) => (
          <section key={name} aria-label={say(name)}>
            <h3>{say(name)}</h3>
            <dl>
              {rows.map(({ keys, does }) => (
                <div key={does}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key} className="kbd">
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{say(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section aria-label={say('keys.go')}>
          <h3>
            <kbd className="kbd">G</kbd> {say('keys.go')}
          </h3>
          <dl>
            {[...places, { key: 'w', name: 'keys.wall' as const }].map(({ key, name }) => (
              <div key={key}>
                <dt>
                  <kbd className="kbd">{key.toUpperCase()}</kbd>
                </dt>
                <dd>{say(name)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <button type="button" className="button" onClick={onClose}>
        {say('keys.close')}
      </button>
    </dialog>
  );
}
