import { RequestFailed } from '../../history/fetchJson.ts';
import { useTrace } from '../../history/useMessages.ts';
import { StateBlock } from '../../ui/StateBlock.tsx';
import css from './Trace.module.css';
import { Trace } from './Trace.tsx';
import type { Explored } from './useExplore.ts';

type Props = { seq: number; place: { at: number; of: string } | null; explored: Explored; step: (by: 1 | -1) => void };

/** The trace beside the list, with the ways to the next one and out of it. */
export function TracePanel({ seq, place, explored, step }: Props) {
  const { say, change, version } = explored;
  const answer = useTrace(seq, version);
  const isGone = answer.error instanceof RequestFailed && answer.error.problem.status === 404;
  return (
    <section className={css.panel} aria-labelledby="trace-title">
      <header className={css.head}>
        <h2 id="trace-title">
          {say('explore.why')} {place && <small>{say('explore.place', { at: place.at, of: place.of })}</small>}
        </h2>
        <span className={css.ways}>
          <button type="button" onClick={() => step(-1)} aria-label={say('explore.previous')}>
            <kbd className="kbd">K</kbd>
          </button>
          <button type="button" onClick={() => step(1)} aria-label={say('explore.next')}>
            <kbd className="kbd">J</kbd>
          </button>
          <button type="button" onClick={() => change({ mention: undefined })}>
            {say('explore.close')} <kbd className="kbd">Esc</kbd>
          </button>
        </span>
      </header>
      {answer.data && answer.data.seq === seq ? (
        <Trace mention={answer.data} explored={explored} />
      ) : answer.error ? (
        <StateBlock
          shape="lost"
          title={say(isGone ? 'explore.gone' : 'state.unread.message')}
          why={isGone ? say('explore.goneWhy') : answer.error.message}
        >
          {!isGone && (
            <button type="button" className="button" onClick={() => void answer.refetch()}>
              {say('state.retry')}
            </button>
          )}
        </StateBlock>
      ) : (
        <p className="ink-3">{say('state.loading')}</p>
      )}
    </section>
  );
}
