import { useState } from 'react';
import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import { withQuery } from '../../history/fetchJson.ts';
import { useExport } from '../../history/useExport.ts';
import { type ComparisonState, isCount } from '../../select/comparisonState.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './ExportWays.module.css';

const formats = ['pptx', 'html', 'csv'] as const;

/** The launch as a file: the same comparison as on the screen. Without anything heard there is nothing to export, and it says so. */
export function ExportWays({ comparison, state }: { comparison: LaunchComparison; state: ComparisonState }) {
  const { say, language } = useWords();
  const format = useFormat('UTC');
  const making = useExport();
  const [withMessages, setWithMessages] = useState(false);
  const { launch } = comparison;
  const isEmpty = launch.points.every(({ mentions }) => mentions === 0);
  const path = `/api/launches/${encodeURIComponent(launch.id)}/export`;
  const hrefOf = (format: (typeof formats)[number]) =>
    withQuery(path, {
      format,
      lang: language,
      scale: isCount(state.metric) && state.scale !== 'raw' ? state.scale : undefined,
      with: state.past,
      messages: format === 'html' && withMessages ? '1' : undefined,
    });
  if (making.isPending) {
    const share = making.progress && making.progress.total > 0 ? making.progress.done / making.progress.total : 0;
    return (
      <div className={css.ways}>
        <span role="status">{say('export.making', { share: format.percent(share) })}</span>
        <progress value={share} max={1} aria-label={say('export.makingWhat')} />
        <button type="button" className="button" onClick={making.stop}>
          {say('export.stop')}
        </button>
      </div>
    );
  }
  return (
    <div className={css.ways}>
      <span className="ink-3">{say('export.title')}</span>
      {formats.map((format) =>
        isEmpty ? (
          <button key={format} type="button" className="button" disabled aria-describedby="export-why">
            {say(`export.${format}`)}
          </button>
        ) : (
          <a
            key={format}
            className="button"
            href={hrefOf(format)}
            download
            onClick={(event) => {
              // Into another tab it goes without a word, as the browser does it.
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              making.start(hrefOf(format));
            }}
          >
            {say(`export.${format}`)}
          </a>
        ),
      )}
      {isEmpty ? (
        <span id="export-why" className="ink-3">
          {say('export.nothing')}
        </span>
      ) : (
        <label className={css.messages}>
          <input
            type="checkbox"
            checked={withMessages}
            onChange={({ currentTarget }) => setWithMessages(currentTarget.checked)}
          />
          {say('export.messages')}
        </label>
      )}
      {making.error && <span role="alert">{making.error.message}</span>}
    </div>
  );
}
