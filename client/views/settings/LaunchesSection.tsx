import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { Launch, Workspace } from '../../../shared/domain.ts';
import { nameIn } from '../../../shared/nameIn.ts';
import type { Answered } from '../../history/fetchJson.ts';
import { useNewestWorkspace, useSaveWorkspace } from '../../history/useSaveWorkspace.ts';
import {
  isCountedAnew,
  isZone,
  type LaunchDraft,
  launchDraftOf,
  launchOf,
  type MissingPart,
  missingOf,
  withColumn,
  withEvent,
  withPhase,
  withStart,
} from '../../select/launchDraft.ts';
import { launchFaults } from '../../select/launchFaults.ts';
import { lacksOutcomeName, type OutcomeDraft, outcomeDraftOf, withOutcome } from '../../select/outcomeDraft.ts';
import { clockDoubt, localIn, momentIn } from '../../select/timeTicks.ts';
import { idFor, withItem, withoutItem } from '../../select/watched.ts';
import { hrefTo, useHere } from '../../ui/hrefs.ts';
import { unsaved } from '../../ui/unsaved.ts';
import { useWords } from '../../ui/useWords.ts';
import { CheckedDate } from './CheckedDate.tsx';
import { CheckedInput, Fault } from './CheckedInput.tsx';
import { ChoiceChips } from './ChoiceChips.tsx';
import { EventRows } from './EventRows.tsx';
import { ListHead, RemovedNote } from './ItemList.tsx';
import type { Lock } from './lock.ts';
import { OutcomeRows } from './OutcomeRows.tsx';
import { PhaseRows } from './PhaseRows.tsx';
import { QueryEditor } from './QueryEditor.tsx';
import { SaveBar } from './SaveBar.tsx';
import css from './Settings.module.css';
import { StartRows } from './StartRows.tsx';

type Props = { saved: Answered<Workspace>; lock: Lock };
/** What is being written, of which launch (`id` empty: a new one), and the version that it was begun on. */
type Writing = { id: string; draft: LaunchDraft; outcomes: OutcomeDraft; etag: string | null };

/** Launches: the list, and the one that is open with its moment T0 and its events. */
export function LaunchesSection({ saved, lock }: Props) {
  const { say, language } = useWords();
  const here = useHere();
  const id = useId();
  const workspace = saved.value;
  const launches = [...workspace.launches].sort((a, b) => b.at - a.at);
  const otherwise = { brand: workspace.brands[0]?.id ?? '', timeZone: workspace.timeZone };
  const writingOf = (launch: Launch | undefined, { value, etag } = saved): Writing => ({
    id: launch?.id ?? '',
    draft: launchDraftOf(launch, otherwise),
    outcomes: outcomeDraftOf(value),
    etag,
  });
  const save = useSaveWorkspace();
  const [writing, setWriting] = useState(() => writingOf(launches[0]));
  const [removed, setRemoved] = useState<Launch | null>(null);
  const { draft, outcomes } = writing;
  const launch = launches.find((one) => one.id === writing.id);
  const isChanged =
    JSON.stringify([draft, outcomes]) !== JSON.stringify([launchDraftOf(launch, otherwise), outcomeDraftOf(workspace)]);
  const isReadOnly = lock !== null;
  // The field holds what is stored; a name of the reader's language stands below it, as long as it goes with that.
  const isNamed = launch !== undefined && draft.name === launch.name && nameIn(launch, language) !== launch.name;
  const shownName = isNamed ? nameIn(launch, language) : undefined;
  // A moment that was not touched stays as it is kept, whatever clocks make of it.
  const isT0Touched = launch === undefined || draft.at !== localIn(launch.timeZone, launch.at);
  const doubt = isT0Touched && isZone(draft.timeZone) ? clockDoubt(draft.timeZone, draft.at) : null;
  const ids = workspace.launches.map((one) => one.id);
  const next = launchOf(draft, launch?.id ?? idFor(draft.name, ids), launch);
  const takeOver = useNewestWorkspace(({ etag }) => {
    save.reset();
    setWriting((before) => ({ ...before, etag }));
  });
  const change = (part: Partial<LaunchDraft>) => {
    // Faults are told by a row's place: with other rows they would stand at the wrong ones.
    const hasOtherRows = (['events', 'starts', 'phases', 'columns'] as const).some(
      (list) => part[list] !== undefined && part[list].length !== draft[list].length,
    );
    if (hasOtherRows) save.reset();
    setWriting((before) => ({ ...before, draft: { ...before.draft, ...part } }));
  };
  // Where the launch stands in the document that was sent: a new one at its end.
  const place = launch ? workspace.launches.indexOf(launch) : workspace.launches.length;
  const faults = save.error?.problem.errors && launchFaults(save.error.problem.errors, place);
  const faultOf = (path: string) => faults?.of(path);
  const nameOfMissing = (part: MissingPart) =>
    part === 'name'
      ? say('settings.name')
      : part === 'brand'
        ? say('launches.brand')
        : part === 'at'
          ? say('launches.moment')
          : part === 'outcome'
            ? say('outlook.form.numbers')
            : say('settings.launch.missing.row', { list: part });
  const open = (one: Launch | undefined) => {
    save.reset();
    setWriting(writingOf(one));
  };
  const submit = () => {
    if (!next) return;
    save.mutate(
      // Over the version that was read when writing began: somebody else's change in between is not lost.
      { workspace: withOutcome(withItem(workspace, 'launches', next), outcomes), etag: writing.etag },
      { onSuccess: (answer) => setWriting(writingOf(next, answer)) },
    );
    setRemoved(null);
  };
  const remove = () => {
    if (!launch) return;
    save.mutate(
      { workspace: withoutItem(workspace, 'launches', launch.id), etag: saved.etag },
      {
        onSuccess: (answer) => {
          setRemoved(launch);
          setWriting(
            writingOf(
              launches.find((one) => one !== launch),
              answer,
            ),
          );
        },
      },
    );
  };
  const undo = () => {
    if (!removed) return;
    save.mutate(
      { workspace: withItem(workspace, 'launches', removed), etag: saved.etag },
      {
        onSuccess: (answer) => {
          setWriting(writingOf(removed, answer));
          setRemoved(null);
        },
      },
    );
  };
  return (
    <>
      <section className={css.list} aria-label={say('settings.launches')}>
        <ListHead
          title={say('settings.launches')}
          onAdd={isReadOnly ? null : () => unsaved.leave(() => open(undefined))}
        />
        <ol>
          {launches.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                aria-current={one.id === writing.id || undefined}
                onClick={() => one.id !== writing.id && unsaved.leave(() => open(one))}
              >
                <span>{nameIn(one, language)}</span>
                {one.id === writing.id && isChanged && <small>{say('settings.draft')}</small>}
              </button>
            </li>
          ))}
        </ol>
        {launches.length === 0 && <p className="t12 ink-3">{say('settings.launch.none')}</p>}
        {removed && <RemovedNote name={removed.name} onUndo={undo} />}
        <p className="t12 ink-3">{say('settings.launch.note')}</p>
      </section>
      <form
        className={css.work}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <h1 className={css.title}>{launch ? nameIn(launch, language) : say('settings.launch.new')}</h1>
        {launch && (
          <p>
            <Link className="door t13" href={hrefTo(here, `/launches/${encodeURIComponent(launch.id)}`)}>
              {say('settings.launch.open')}
            </Link>
          </p>
        )}
        {workspace.brands.length === 0 && (
          <p className="ink-2">
            {say('settings.launch.needsBrand')}{' '}
            <Link className="door" href={hrefTo(here, '/settings/brands')}>
              {say('settings.brand.new')}
            </Link>
          </p>
        )}
        <div className={css.pair}>
          <CheckedInput
            className={css.field}
            label={say('settings.name')}
            fault={faultOf('name')}
            note={shownName !== undefined ? say('settings.shownAs', { name: shownName }) : undefined}
            value={draft.name}
            maxLength={120}
            readOnly={isReadOnly}
            onChange={(event) => change({ name: event.target.value })}
          />
          <label className={css.field}>
            {say('launches.brand')}
            <select
              value={draft.brand}
              disabled={isReadOnly}
              onChange={(event) => change({ brand: event.target.value })}
            >
              {workspace.brands.map((brand) => (
                <option key={brand.id} value={brand.id}>
                  {brand.name}
                </option>
              ))}
            </select>
            <Fault message={faultOf('brand')} />
          </label>
          <CheckedDate
            key={writing.id}
            className={css.field}
            label={say('settings.launch.at')}
            fault={faultOf('at')}
            local={draft.at}
            isReadOnly={isReadOnly}
            onChange={(at) => change({ at })}
          />
          <CheckedInput
            className={css.field}
            label={say('launches.zone')}
            fault={isZone(draft.timeZone) ? faultOf('timeZone') : say('settings.launch.noZone')}
            list={`${id}-zones`}
            value={draft.timeZone}
            readOnly={isReadOnly}
            onChange={(event) => change({ timeZone: event.target.value.trim() })}
          />
          <datalist id={`${id}-zones`}>
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </div>
        {doubt && (
          <p className="t12 ink-2" role="status">
            {say(`settings.launch.${doubt}`, {
              time: localIn(draft.timeZone, momentIn(draft.timeZone, draft.at)!).slice(11),
            })}
          </p>
        )}
        {workspace.brands.length > 1 && (
          <ChoiceChips
            legend={say('settings.launch.competitors')}
            note={say('settings.launch.competitorsNote')}
            choices={workspace.brands.filter((brand) => brand.id !== draft.brand)}
            chosen={draft.competitors}
            isReadOnly={isReadOnly}
            onChange={(competitors) => change({ competitors })}
          />
        )}
        <Fault message={faultOf('competitors')} />
        {launches.some((one) => one.id !== launch?.id) && (
          <ChoiceChips
            legend={say('settings.launch.compareWith')}
            note={say('settings.launch.compareWithNote')}
            choices={launches
              .filter((one) => one.id !== launch?.id)
              .map((one) => ({ id: one.id, name: nameIn(one, language) }))}
            chosen={draft.compareWith}
            isReadOnly={isReadOnly}
            onChange={(compareWith) => change({ compareWith })}
          />
        )}
        <Fault message={faultOf('compareWith')} />
        <QueryEditor
          label={say('settings.launch.query')}
          isOptional
          query={draft.query}
          isReadOnly={isReadOnly}
          onChange={(query) => change({ query })}
        />
        <Fault message={faultOf('query')} />
        {isCountedAnew(draft, launch) && (
          <p className="t12 ink-2" role="status">
            {say('settings.launch.recounts')}
          </p>
        )}
        <StartRows
          faultOf={faultOf}
          starts={draft.starts}
          zones={`${id}-zones`}
          isReadOnly={isReadOnly}
          onChange={(starts) => change({ starts })}
          onAdd={() => change(withStart(draft))}
        />
        <PhaseRows
          faultOf={faultOf}
          phases={draft.phases}
          isReadOnly={isReadOnly}
          onChange={(phases) => change({ phases })}
          onAdd={() => change(withPhase(draft))}
        />
        <EventRows
          faultOf={faultOf}
          events={draft.events}
          isReadOnly={isReadOnly}
          onChange={(events) => change({ events })}
          onAdd={() => change(withEvent(draft))}
        />
        <OutcomeRows
          faultOf={faultOf}
          of={outcomes}
          outcome={draft.outcome}
          columns={draft.columns}
          isReadOnly={isReadOnly}
          onChange={change}
          onOf={(of) => setWriting((before) => ({ ...before, outcomes: of }))}
          onAdd={() => change(withColumn(draft))}
        />
        <SaveBar
          lock={lock}
          save={save}
          takeOver={takeOver}
          isNew={launch === undefined}
          isChanged={isChanged}
          note={draft.query.trim() === '' ? 'settings.launch.counts' : 'settings.launch.countsProduct'}
          others={faults?.others}
          isComplete={next !== undefined && !lacksOutcomeName(outcomes)}
          missing={[
            ...missingOf(draft).map((part) => nameOfMissing(part)),
            ...(lacksOutcomeName(outcomes) ? [say('outlook.form.name')] : []),
          ]}
          onDelete={remove}
          onDiscard={() => open(launch)}
        />
      </form>
    </>
  );
}
