import { useLocation } from 'wouter';
import type { Launch, Workspace } from '../../../shared/domain.ts';
import { type ComparedLaunch, compareMetrics, compareScales } from '../../../shared/launchComparison.ts';
import { type ComparisonState, comparisonParams, isCount } from '../../select/comparisonState.ts';
import { hrefWith, useHere } from '../../ui/hrefs.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './ComparisonPanel.module.css';

type Props = {
  state: ComparisonState;
  launch: Launch;
  workspace: Workspace;
  /** Those that are shown now, chosen or by the usual choice. */
  past: readonly ComparedLaunch[];
};

/** Which figure, in which scale, beside whom: each choice changes the address. */
export function ComparisonControls({ state, launch, workspace, past }: Props) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const here = useHere();
  const [, navigate] = useLocation();
  const set = (part: Partial<ComparisonState>) =>
    navigate(hrefWith(here, comparisonParams({ ...state, ...part })), { replace: true });
  const metrics = compareMetrics.filter((metric) => metric !== 'theme' || workspace.themes.length > 0);
  const others = workspace.launches.filter(({ id }) => id !== launch.id).sort((a, b) => b.at - a.at);
  const shown = past.map(({ id }) => id);
  const toggle = (id: string) => {
    const next = shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id];
    // In the order of the list, so that one choice has one address.
    set({ past: others.map((one) => one.id).filter((one) => next.includes(one)) });
  };
  return (
    <div className={css.controls}>
      <label>
        <span className="visually-hidden">{say('comparison.metric')}</span>
        <select
          value={state.metric}
          onChange={({ target }) => {
            const metric = compareMetrics.find((one) => one === target.value);
            if (metric) set({ metric, theme: state.theme ?? workspace.themes[0]?.id });
          }}
        >
          {metrics.map((metric) => (
            <option key={metric} value={metric}>
              {say(`comparison.metric.${metric}`)}
            </option>
          ))}
        </select>
      </label>
      {state.metric === 'theme' && (
        <label>
          <span className="visually-hidden">{say('comparison.theme')}</span>
          <select value={state.theme} onChange={({ target }) => set({ theme: target.value })}>
            {workspace.themes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {isCount(state.metric) && (
        <fieldset className={css.scales}>
          <legend className="visually-hidden">{say('comparison.scale')}</legend>
          {compareScales.map((scale) => (
            <button key={scale} type="button" aria-pressed={state.scale === scale} onClick={() => set({ scale })}>
              {say(`comparison.scale.${scale}`)}
            </button>
          ))}
        </fieldset>
      )}
      {others.length === 0 ? (
        <span className="t12 ink-3">{say('comparison.noOthers')}</span>
      ) : (
        <details className={css.past}>
          <summary>
            {say('comparison.past')} <b className="strong">{say('comparison.pastChosen', { count: past.length })}</b>
          </summary>
          <fieldset>
            <legend className="visually-hidden">{say('comparison.past')}</legend>
            {others.map(({ id, name, at }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={shown.includes(id)}
                  // The last one stays: nothing chosen means the usual choice.
                  disabled={shown.length === 1 && shown[0] === id}
                  onChange={() => toggle(id)}
                />
                {name} <small>{format.moment(at)}</small>
              </label>
            ))}
            {state.past.length > 0 && (
              <button type="button" className="button" onClick={() => set({ past: [] })}>
                {say('comparison.usual')}
              </button>
            )}
          </fieldset>
        </details>
      )}
    </div>
  );
}
