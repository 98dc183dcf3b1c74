import { lazy, Suspense } from 'react';
import type { Launch, Workspace } from '../../../shared/domain.ts';
import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import { useComparisonOf } from '../../history/useComparisonOf.ts';
import { useRetrospective } from '../../history/useRetrospective.ts';
import type { Names } from '../../history/useWorkspace.ts';
import { comparisonGaps } from '../../select/comparisonGaps.ts';
import { comparisonPicture } from '../../select/comparisonPicture.ts';
import { useHere } from '../../ui/hrefs.ts';
import { Loading } from '../../ui/Loading.tsx';
import { MoreWords } from '../../ui/MoreWords.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/useWords.ts';
import { ComparisonControls } from './ComparisonControls.tsx';
import { ComparisonDrawing } from './ComparisonDrawing.tsx';
import css from './ComparisonPanel.module.css';
import { ComparisonTable } from './ComparisonTable.tsx';
import { ExportWays } from './ExportWays.tsx';
import { gapSentence } from './gapSentence.ts';

const SignalPanel = lazy(() => import('./SignalPanel.tsx'));

type Props = { launch: Launch; workspace: Workspace; names: Names; version: string };

/** A launch among past ones: the curve over theirs, and the figures as a table. */
export default function ComparisonPanel(props: Props) {
  return (
    <MoreWords>
      <Panel {...props} />
    </MoreWords>
  );
}

function Panel({ launch, workspace, names, version }: Props) {
  const { say } = useWords();
  const { search } = useHere();
  const { state, answer } = useComparisonOf(launch, workspace, search, version);
  const { data, error, refetch, isPlaceholderData } = answer;
  // The story asks the same: it is fetched once, and a curve needs no wait for it.
  const story = useRetrospective(launch.id, version, launch.at <= useNow(60_000));
  return (
    <section className={css.panel} aria-label={say('comparison.curve')}>
      {!data && error ? (
        <StateBlock shape="lost" title={say('comparison.failed')} why={error.message} minHeight={320}>
          <button type="button" className="button" onClick={() => void refetch()}>
            {say('state.retry')}
          </button>
        </StateBlock>
      ) : !data ? (
        <div className={css.waiting}>
          <Loading />
        </div>
      ) : (
        <>
          <ComparisonControls state={state} launch={launch} workspace={workspace} past={data.past} />
          {error && (
            <p role="alert" className={css.note}>
              {say(isPlaceholderData ? 'comparison.failed' : 'comparison.refreshFailed')} {error.message}
            </p>
          )}
          <div data-waiting={isPlaceholderData || undefined} className={css.body}>
            <ComparisonDrawing
              comparison={data}
              launch={launch}
              names={names}
              turns={story.data?.turns ?? []}
              query={launch.query ?? workspace.brands.find(({ id }) => id === launch.brand)?.query ?? ''}
            />
            <Suspense fallback={null}>
              <SignalPanel launch={launch} names={names} axis={comparisonPicture(data)} />
            </Suspense>
            <ComparisonTable comparison={data} launch={launch} />
            <Gaps comparison={data} launch={launch} />
          </div>
          <ExportWays comparison={data} state={state} />
          {isPlaceholderData && !error && (
            <p role="status" className="visually-hidden">
              {say('comparison.reading')}
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Gaps({ comparison, launch }: { comparison: LaunchComparison; launch: Launch }) {
  const { say } = useWords();
  const format = useFormat(launch.timeZone);
  const gaps = comparisonGaps(comparison);
  if (gaps.length === 0) return null;
  return (
    <ul className={css.gaps}>
      {gaps.map((gap) => (
        <li key={`${gap.is} ${'id' in gap ? gap.id : ''}`}>{gapSentence(gap, say, format)}</li>
      ))}
    </ul>
  );
}
