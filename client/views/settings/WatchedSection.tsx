import { useState } from 'react';
import { colorOf } from '../../../shared/colorOf.ts';
import type { Workspace } from '../../../shared/domain.ts';
import { nameIn } from '../../../shared/nameIn.ts';
import type { FiguresState } from '../../../shared/protocol.ts';
import { dayMs } from '../../../shared/rollup.ts';
import type { Answered } from '../../history/fetchJson.ts';
import { useNewestWorkspace, useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import { useWeekCounts } from '../../history/useWeekCounts.ts';
import { useFrame } from '../../live/useFrame.ts';
import {
  idFor,
  queryFor,
  renamed,
  type Watched,
  type WatchedKind,
  withItem,
  withoutItem,
} from '../../select/watched.ts';
import { unsaved } from '../../ui/unsaved.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import { DraftPreview } from './DraftPreview.tsx';
import { Hits } from './Hits.tsx';
import { ListHead, RemovedNote } from './ItemList.tsx';
import type { Lock } from './lock.ts';
import { PartCounts } from './PartCounts.tsx';
import { QueryEditor } from './QueryEditor.tsx';
import { SaveBar } from './SaveBar.tsx';
import css from './Settings.module.css';
import { WeekFigures } from './WeekFigures.tsx';

type Props = { kind: WatchedKind; saved: Answered<Workspace>; lock: Lock };
/** What is being written: an item by its id, or a new one (`id` empty). Its etag is the version it was begun on. */
type Draft = { id: string; name: string; query: string; isOwnQuery: boolean; etag: string | null };
const selectKnownFrom = (state: FiguresState) => state.knownFrom;
type Removed = { item: Watched; index: number } & Pick<Workspace, 'brandSets' | 'alerts'>;

/** Brands or themes: the list, and the one that is open with its query, its check and what it finds. */
export function WatchedSection({ kind, saved, lock }: Props) {
  const { say, language } = useWords();
  const workspace = saved.value;
  const format = useFormat(workspace.timeZone);
  const items: readonly Watched[] = workspace[kind];
  const counts = useWeekCounts(kind);
  const knownFrom = useFrame('figures/24h', selectKnownFrom);
  const isPart = knownFrom !== undefined && knownFrom > Date.now() - 7 * dayMs;
  const save = useSaveWorkspace();
  const draftOf = (item: Watched | undefined): Draft => ({
    id: item?.id ?? '',
    name: item?.name ?? '',
    query: item?.query ?? '',
    isOwnQuery: item !== undefined,
    etag: saved.etag,
  });
  const [draft, setDraft] = useState<Draft>(() => draftOf(items[0]));
  const [removed, setRemoved] = useState<Removed | null>(null);
  const item = items.find((one) => one.id === draft.id);
  const isNew = item === undefined;
  const isChanged = isNew
    ? draft.name !== '' || draft.query !== ''
    : draft.name !== item.name || draft.query !== item.query;
  // The version that is on screen may itself be the old one: it is read again at the moment of the choice.
  const takeOver = useNewestWorkspace(({ etag }) => {
    save.reset();
    setDraft((before) => ({ ...before, etag }));
  });
  const open = (next: Watched | undefined) => {
    save.reset();
    setDraft(draftOf(next));
  };
  const isComplete = draft.name.trim() !== '' && draft.query.trim() !== '';
  const written = (): Watched => {
    const taken = items.map((one) => one.id);
    const id = isNew ? idFor(draft.name, taken) : draft.id;
    return renamed(item, { id, name: draft.name.trim(), query: draft.query });
  };
  const submit = () => {
    const next = written();
    save.mutate(
      // Saved over the version that was read when writing began: somebody else's change in between is not lost.
      { workspace: withItem(workspace, kind, next), etag: draft.etag },
      {
        onSuccess: (answer) =>
          setDraft({ id: next.id, name: next.name, query: next.query, isOwnQuery: true, etag: answer.etag }),
      },
    );
    setRemoved(null);
  };
  const remove = () => {
    if (!item) return;
    const index = items.indexOf(item);
    save.mutate(
      { workspace: withoutItem(workspace, kind, item.id), etag: saved.etag },
      {
        onSuccess: (answer) => {
          setRemoved({ item, index, brandSets: workspace.brandSets, alerts: workspace.alerts });
          const left: readonly Watched[] = answer.value[kind];
          setDraft({ ...draftOf(left[Math.min(index, left.length - 1)]), etag: answer.etag });
        },
      },
    );
  };
  const undo = () => {
    if (!removed) return;
    const { item: back, index, brandSets, alerts } = removed;
    const named = { ...(kind === 'brands' ? { brandSets } : {}), ...(alerts ? { alerts } : {}) };
    save.mutate(
      { workspace: { ...withItem(workspace, kind, back, index), ...named }, etag: saved.etag },
      {
        onSuccess: (answer) => {
          setDraft({ ...draftOf(removed.item), etag: answer.etag });
          setRemoved(null);
        },
      },
    );
  };
  const one = kind === 'brands' ? 'brand' : 'theme';
  return (
    <>
      <section className={css.list} aria-label={say(`settings.${kind}`)}>
        <ListHead
          title={say(`settings.${kind}`)}
          onAdd={lock === null ? () => unsaved.leave(() => open(undefined)) : null}
        />
        <ol>
          {items.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                aria-current={entry.id === draft.id || undefined}
                onClick={() => entry.id !== draft.id && unsaved.leave(() => open(entry))}
              >
                {kind === 'brands' && (
                  <i style={{ background: `var(--brand-${colorOf(workspace, entry.id)})` }} aria-hidden="true" />
                )}
                <span>{nameIn(entry, language)}</span>
                {entry.id === draft.id && isChanged ? (
                  <small className={css.tally}>{say('settings.draft')}</small>
                ) : (
                  counts && <small className={`figures ${css.tally}`}>{format.number(counts.get(entry.id) ?? 0)}</small>
                )}
              </button>
            </li>
          ))}
        </ol>
        {items.length === 0 && <p className="t12 ink-3">{say(`settings.${one}.none`)}</p>}
        {removed && <RemovedNote name={removed.item.name} onUndo={undo} />}
        <p className="t12 ink-3">
          {say(`settings.${one}.note`)}{' '}
          {items.length > 0 &&
            counts &&
            (isPart ? say('settings.listSince', { moment: format.moment(knownFrom) }) : say('settings.listWeek'))}
        </p>
      </section>
      <form
        className={css.work}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h1 className={css.title}>{isNew ? say(`settings.${one}.new`) : nameIn(item, language)}</h1>
        <label className={css.field}>
          {say('settings.name')}
          <input
            value={draft.name}
            maxLength={120}
            readOnly={lock !== null}
            onChange={(event) => {
              const name = event.target.value;
              // Until somebody writes a query, the name proposes one.
              setDraft((before) => ({ ...before, name, query: before.isOwnQuery ? before.query : queryFor(name) }));
            }}
          />
          {item && draft.name === item.name && nameIn(item, language) !== item.name && (
            <small className={css.shownAs}>{say('settings.shownAs', { name: nameIn(item, language) })}</small>
          )}
        </label>
        <QueryEditor
          query={draft.query}
          isReadOnly={lock !== null}
          onChange={(query) => setDraft((before) => ({ ...before, query, isOwnQuery: true }))}
        />
        {lock === null && (
          <DraftPreview
            draft={isChanged && isComplete ? withItem(workspace, kind, written()) : undefined}
            format={format}
          />
        )}
        {item && draft.query === item.query && (
          <PartCounts kind={kind} id={item.id} query={item.query} format={format} />
        )}
        {item && (
          <WeekFigures
            kind={kind}
            id={item.id}
            color={kind === 'brands' ? `var(--brand-${colorOf(workspace, item.id)})` : 'var(--ink-2)'}
            format={format}
          />
        )}
        <Hits query={draft.query} kind={kind} format={format} />
        <SaveBar
          lock={lock}
          save={save}
          takeOver={takeOver}
          isNew={isNew}
          isChanged={isChanged}
          note="rules.whatChanges"
          isComplete={isComplete}
          onDelete={remove}
          onDiscard={() => open(item)}
        />
      </form>
    </>
  );
}
