import { useEffect, useRef } from 'react';
import dialog from '../../ui/Dialog.module.css';
import { unsaved, useIsAsking } from '../../ui/unsaved.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './UnsavedDialog.module.css';

/** Asks before a draft is lost. Escape stays. */
export function UnsavedDialog() {
  const { say } = useWords();
  const isAsking = useIsAsking();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isAsking) ref.current?.showModal();
    else ref.current?.close();
  }, [isAsking]);
  return (
    <dialog
      ref={ref}
      className={`${dialog.dialog} ${css.dialog}`}
      aria-labelledby="unsaved-title"
      onClose={() => unsaved.answer(false)}
    >
      <h2 id="unsaved-title">{say('unsaved.title')}</h2>
      <p>{say('unsaved.why')}</p>
      <p className={dialog.buttons}>
        <button type="button" className="button" onClick={() => unsaved.answer(true)}>
          {say('unsaved.leave')}
        </button>
        <button type="button" className="button primary" onClick={() => unsaved.answer(false)}>
          {say('unsaved.stay')}
        </button>
      </p>
    </dialog>
  );
}
