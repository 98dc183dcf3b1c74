import { useState } from 'react';
import { type SentimentLabel, sentimentLabels } from '../../../shared/kinds.ts';
import { type NewCorrection, useBulkCorrection } from '../../history/useRuleChange.ts';
import { correctionWhere } from '../../select/correctionWhere.ts';
import type { Window } from '../../select/exploreRange.ts';
import { RulesPreview } from '../../ui/RulesPreview.tsx';
import { WhileLive } from '../../ui/WhileLive.tsx';
import css from './CorrectAll.module.css';
import type { Explored } from './useExplore.ts';

type Props = { explored: Explored; window: Window; onClose: () => void };
type Said = { sentiment?: SentimentLabel; addThemes: string[]; dropThemes: string[]; relevant?: boolean };

const nothingSaid: Said = { addThemes: [], dropThemes: [] };
const toggled = (list: readonly string[], id: string) =>
  list.includes(id) ? list.filter((one) => one !== id) : [...list, id];

/** One rule for all mentions that the present search and filters find: counted before it is made, and taken back in one click. */
export function CorrectAll({ explored, window, onClose }: Props) {
  const { state, say, names, format, workspace, version } = explored;
  const [said, setSaid] = useState<Said>(nothingSaid);
  const [isOnlyRange, setIsOnlyRange] = useState(state.range === 'custom');
  const [takenBack, setTakenBack] = useState(false);
  const { count, make, takeBack } = useBulkCorrection(version.split(' ')[0]!);
  const where = correctionWhere(state, isOnlyRange ? window : null);
  const [brand] = state.brands.length === 1 ? state.brands : [];
  const isSaid =
    said.sentiment !== undefined || said.relevant !== undefined || said.addThemes.length + said.dropThemes.length > 0;
  const correction: NewCorrection | null =
    where && isSaid
      ? {
          where,
          say: {
            ...(said.sentiment ? { sentiment: said.sentiment } : {}),
            ...(said.relevant === undefined ? {} : { relevant: said.relevant }),
            ...(said.addThemes.length > 0 ? { addThemes: said.addThemes } : {}),
            ...(said.dropThemes.length > 0 ? { dropThemes: said.dropThemes } : {}),
            ...(brand && (said.sentiment || said.relevant !== undefined) ? { brand } : {}),
          },
        }
      : null;
  const change = (patch: Partial<Said>) => {
    count.reset();
    make.reset();
    setTakenBack(false);
    setSaid((before) => ({ ...before, ...patch }));
  };
  const counted = count.data && count.variables && JSON.stringify(count.variables) === JSON.stringify(correction);
  const error = takeBack.error ?? make.error ?? count.error;
  const made = make.data;
  const isBusy = count.isPending || make.isPending || takeBack.isPending;
  const moments = { from: format.moment(window.from), to: format.moment(window.to) };
  const themes = workspace?.themes ?? [];
  return (
    <section className={css.all} aria-label={say('correctAll.title')} aria-busy={isBusy}>
      <header className={css.head}>
        <h3>{say('correctAll.title')}</h3>
        <button type="button" className="door t12" onClick={onClose}>
          {say('explore.close')}
        </button>
      </header>
      <p className="t12 ink-2">
        {say(
          state.stage === 'set-aside' ? 'correctAll.asideNeeds' : where ? 'correctAll.what' : 'correctAll.needsFilter',
        )}
      </p>
      {where && state.stage !== 'set-aside' && (
        <>
          <div className={css.said}>
            <fieldset>
              <legend>{say('explore.correct.sentiment')}</legend>
              {sentimentLabels.map((label) => (
                <button
                  key={label}
                  type="button"
                  aria-pressed={said.sentiment === label}
                  onClick={() => change({ sentiment: said.sentiment === label ? undefined : label })}
                >
                  {say(`opinion.${label}`)}
                </button>
              ))}
            </fieldset>
            <fieldset>
              <legend>{say('correctAll.relevant')}</legend>
              {[true, false].map((relevant) => (
                <button
                  key={String(relevant)}
                  type="button"
                  aria-pressed={said.relevant === relevant}
                  onClick={() => change({ relevant: said.relevant === relevant ? undefined : relevant })}
                >
                  {say(relevant ? 'explore.correct.isRelevant' : 'explore.correct.isNot')}
                </button>
              ))}
            </fieldset>
            {themes.length > 0 &&
              (['addThemes', 'dropThemes'] as const).map((list) => (
                <fieldset key={list}>
                  <legend>{say(list === 'addThemes' ? 'correctAll.addTheme' : 'correctAll.dropTheme')}</legend>
                  {themes.map(({ id, name }) => (
                    <button
                      key={id}
                      type="button"
                      aria-pressed={said[list].includes(id)}
                      onClick={() => change({ [list]: toggled(said[list], id) })}
                    >
                      {name}
                    </button>
                  ))}
                </fieldset>
              ))}
          </div>
          <fieldset className={css.range}>
            <legend className="visually-hidden">{say('explore.range')}</legend>
            {[false, true].map((isOnly) => (
              <label key={String(isOnly)}>
                <input
                  type="radio"
                  name="correct-all-range"
                  checked={isOnlyRange === isOnly}
                  onChange={() => {
                    setIsOnlyRange(isOnly);
                    change({});
                  }}
                />
                {isOnly ? say('correctAll.onlyRange', moments) : say('correctAll.ever')}
              </label>
            ))}
          </fieldset>
          {counted && !made && <RulesPreview preview={count.data} names={names} format={format} />}
          <WhileLive>
            <p className={css.buttons}>
              {made === undefined && (
                <button
                  type="button"
                  className={counted ? 'button' : 'button primary'}
                  disabled={!correction || isBusy}
                  onClick={() => correction && count.mutate(correction)}
                >
                  {say(count.isPending ? 'correctAll.counting' : 'correctAll.count')}
                </button>
              )}
              {counted && made === undefined && (
                <button
                  type="button"
                  className="button primary"
                  disabled={isBusy || count.data.moved === 0}
                  onClick={() => correction && make.mutate(correction)}
                >
                  {say('correctAll.apply')}
                </button>
              )}
              <span role="status">
                {error
                  ? (error.problem.errors?.[0]?.message ?? error.message)
                  : takenBack
                    ? say('correctAll.undone')
                    : made && say('correctAll.applied', { id: made.id })}
              </span>
              {made && !takenBack && (
                <button
                  type="button"
                  className="button"
                  disabled={isBusy}
                  onClick={() =>
                    takeBack.mutate(made.id, {
                      onSuccess: () => {
                        count.reset();
                        make.reset();
                        setTakenBack(true);
                      },
                    })
                  }
                >
                  {say('correctAll.undo')}
                </button>
              )}
            </p>
          </WhileLive>
        </>
      )}
    </section>
  );
}
