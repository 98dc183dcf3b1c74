import { useWords } from '../../ui/useWords.ts';
import css from './Settings.module.css';

/** Above a list of what is watched; `onAdd` null: nothing can be added. */
export function ListHead({ title, onAdd }: { title: string; onAdd: (() => void) | null }) {
  const { say } = useWords();
  return (
    <header className={css.head}>
      <h2>{title}</h2>
      {onAdd && (
        <button type="button" className="button" onClick={onAdd}>
          {say('settings.add')}
        </button>
      )}
    </header>
  );
}

/** What was just deleted, and the way back. */
export function RemovedNote({ name, onUndo }: { name: string; onUndo: () => void }) {
  const { say } = useWords();
  return (
    <p className={css.removed} role="status">
      {say('settings.deleted', { name })}{' '}
      <button type="button" className="door" onClick={onUndo}>
        {say('settings.undo')}
      </button>
    </p>
  );
}
