import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Link } from 'wouter';
import type { SavedView } from '../../../shared/domain.ts';
import type { StatusState } from '../../../shared/protocol.ts';
import { useEditViews } from '../../history/useEditViews.ts';
import { useSession } from '../../history/useSession.ts';
import { useFrame } from '../../live/useFrame.ts';
import { exploreLink, parseExplore } from '../../select/exploreState.ts';
import { addView, mostViews, openView, putView, removeView, renameView, viewSearch } from '../../select/savedViews.ts';
import { ChipArrow } from '../../ui/ChipArrow.tsx';
import { useLostWhy } from '../../ui/useLostWhy.ts';
import rows from './FilterRow.module.css';
import css from './SavedViews.module.css';
import type { Explored } from './useExplore.ts';

const selectData = (status: StatusState) => status.data;

/** Views that a room has named, one press away; who may change settings names, renames and removes them. */
export function SavedViews({ explored }: { explored: Explored }) {
  const { say, state, workspace, here } = explored;
  const data = useFrame('status', selectData);
  const role = useSession().data?.role;
  const edit = useEditViews();
  const lost = useLostWhy();
  const isBusy = lost !== null || edit.isPending;
  const [name, setName] = useState('');
  const [renaming, setRenaming] = useState<{ id: string; name: string } | null>(null);
  const [removed, setRemoved] = useState<{ view: SavedView; index: number } | null>(null);
  const views = workspace?.views ?? [];
  const open = openView(views, state);
  const mayChange = role === 'all' && data === 'own';
  const remove = (view: SavedView, index: number) =>
    edit.mutate(removeView(view.id), { onSuccess: () => setRemoved({ view, index }) });
  const row = (view: SavedView, index: number, close: () => void) =>
    renaming?.id === view.id ? (
      <form
        className={css.line}
        onSubmit={(event) => {
          event.preventDefault();
          edit.mutate(renameView(view.id, renaming.name), { onSuccess: () => setRenaming(null) });
        }}
      >
        <input
          // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
          autoFocus
          aria-label={say('views.newName', { name: view.name })}
          value={renaming.name}
          maxLength={120}
          onChange={(event) => setRenaming({ id: view.id, name: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // Ends the renaming, not the whole list.
            event.stopPropagation();
            setRenaming(null);
          }}
        />
        <button type="submit" className="button" disabled={renaming.name.trim() === '' || isBusy}>
          {say('views.keep')}
        </button>
      </form>
    ) : (
      <div className={css.line}>
        <Link
          className={css.view}
          href={exploreLink(parseExplore(view.search), here.search)}
          aria-current={view.id === open?.id ? 'true' : undefined}
          onClick={close}
        >
          {view.name}
        </Link>
        {mayChange && (
          <>
            <button
              type="button"
              className="door"
              aria-label={say('views.renameOf', { name: view.name })}
              onClick={() => setRenaming({ id: view.id, name: view.name })}
            >
              {say('views.rename')}
            </button>
            <button
              type="button"
              className="door"
              aria-label={say('views.removeOf', { name: view.name })}
              disabled={isBusy}
              onClick={() => remove(view, index)}
            >
              {say('views.remove')}
            </button>
          </>
        )}
      </div>
    );
  return (
    <DialogTrigger>
      <Button className={rows.chip} data-active={open !== null || undefined} data-views>
        <span className={rows.name}>{say('views.title')}</span>{' '}
        <span className={css.name}>{open?.name ?? (views.length > 0 ? views.length : '')}</span>
        <ChipArrow />
      </Button>
      <Popover className={rows.popover} placement="bottom start">
        <Dialog className={css.dialog} aria-label={say('views.title')}>
          {({ close }) => (
            <>
              {views.length === 0 && <p className="ink-2">{say('views.empty')}</p>}
              <ul className={css.list}>
                {views.map((view, index) => (
                  <li key={view.id}>{row(view, index, close)}</li>
                ))}
              </ul>
              {removed && !views.some(({ id }) => id === removed.view.id) && (
                <p role="status" className={css.line}>
                  {say('views.removed', { name: removed.view.name })}{' '}
                  <button
                    type="button"
                    className="door"
                    disabled={isBusy}
                    onClick={() =>
                      edit.mutate(putView(removed.view, removed.index), { onSuccess: () => setRemoved(null) })
                    }
                  >
                    {say('views.undo')}
                  </button>
                </p>
              )}
              {edit.error && <p role="alert">{edit.error.problem.errors?.[0]?.message ?? edit.error.message}</p>}
              {mayChange && open && <p className="ink-3">{say('views.isSaved', { name: open.name })}</p>}
              {mayChange && !open && views.length >= mostViews && <p>{say('views.full')}</p>}
              {mayChange && !open && views.length < mostViews && (
                <form
                  className={css.save}
                  onSubmit={(event) => {
                    event.preventDefault();
                    edit.mutate(addView(name, viewSearch(state)), { onSuccess: () => setName('') });
                  }}
                >
                  <label>
                    {say('views.name')}
                    <input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
                  </label>
                  <button type="submit" className="button primary" disabled={name.trim() === '' || isBusy}>
                    {say('views.save')}
                  </button>
                </form>
              )}
              <p className="t12 ink-3">
                {(mayChange && lost) ||
                  say(data === 'demo' ? 'views.demo' : role === 'all' ? 'views.shared' : 'views.viewer')}
              </p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
