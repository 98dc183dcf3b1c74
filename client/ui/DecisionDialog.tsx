import { useEffect, useId, useRef, useState } from 'react';
import type { OpenPoint } from '../../shared/openPoints.ts';
import { useNoteDecision } from '../history/useOpenPoints.ts';
import css from './DecisionDialog.module.css';
import dialog from './Dialog.module.css';
import { useLostWhy } from './useLostWhy.ts';
import { useWords } from './useWords.ts';

type Props = { launch: string; point?: OpenPoint; title: string; onClose: () => void };

/** What was decided, by whom, and what is expected of it. The figures of the moment are kept with it by the server. */
export function DecisionDialog({ launch, point, title, onClose }: Props) {
  const { say } = useWords();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  const note = useNoteDecision(launch);
  const lost = useLostWhy();
  const [draft, setDraft] = useState({ name: '', who: '', expected: '' });
  useEffect(() => ref.current?.showModal(), []);
  const field = (member: keyof typeof draft, most: number, isRequired = false) => (
    <label>
      <span>{say(`decide.form.${member}`)}</span>
      <input
        value={draft[member]}
        maxLength={most}
        required={isRequired}
        onChange={(event) => setDraft((before) => ({ ...before, [member]: event.target.value }))}
      />
    </label>
  );
  const submit = () => {
    const said = Object.fromEntries(
      Object.entries(draft).flatMap(([member, text]) => (text.trim() === '' ? [] : [[member, text.trim()]])),
    );
    note.mutate({ name: draft.name.trim(), ...said, ...(point ? { about: point.id } : {}) }, { onSuccess: onClose });
  };
  return (
    <dialog ref={ref} className={`${dialog.dialog} ${css.dialog}`} aria-labelledby={`${id}-title`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 id={`${id}-title`}>{say('decide.form.title')}</h2>
        {title !== '' && <p>{title}</p>}
        {field('name', 120, true)}
        {field('who', 80)}
        {field('expected', 400)}
        <p className={css.kept}>{say('decide.form.kept')}</p>
        {note.error && <p role="alert">{note.error.message}</p>}
        {lost !== null && <p role="status">{lost}</p>}
        <p className={dialog.buttons}>
          <button type="button" className="button" onClick={onClose}>
            {say('decide.form.cancel')}
          </button>
          <button
            type="submit"
            className="button primary"
            disabled={lost !== null || note.isPending || draft.name.trim() === ''}
          >
            {say('decide.note')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
