import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Stage } from '../../../shared/domain.ts';
import type { MessageCard } from '../../../shared/protocol.ts';
import { Message } from './Message.tsx';
import css from './Messages.module.css';
import type { Explored } from './useExplore.ts';

type Props = {
  explored: Explored;
  messages: readonly MessageCard[];
  /** Of each stage, where the figures know it. */
  counts: Record<Stage, TabCount | undefined>;
  fresh: number;
  onFresh: () => void;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
  failed: string | null;
  listRef: RefObject<HTMLOListElement | null>;
  /** Where they come as a file. */
  file?: string;
  onShowCharts?: () => void;
  /** Opens the form that corrects all of them; absent: this key may not. */
  onCorrectAll?: () => void;
  correctAll?: ReactNode;
};

/** `isMore`: as many were read, and there are more. */
export type TabCount = { count: number; isMore: boolean };

const shownStages = ['significant', 'important', 'set-aside'] as const;

/** The messages behind the figures. New ones are announced in the head, in place of the order: the list never moves under the eye. */
export function Messages(props: Props) {
  const { explored, messages, counts, fresh, hasMore, isLoading, onMore } = props;
  const { state, change, say, format } = explored;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const mark = end.current;
    if (!mark || !hasMore || isLoading) return;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) onMore();
    });
    watcher.observe(mark);
    return () => watcher.disconnect();
  }, [hasMore, isLoading, onMore]);
  const isSearch = state.q.trim() !== '';
  return (
    <section className={css.panel} aria-labelledby="messages-title">
      <header className={css.head}>
        <h2 id="messages-title" className={css.title}>
          {say('explore.messages')}
          {fresh === 0 && <small>{say(isSearch ? 'explore.found' : 'explore.newestFirst')}</small>}
        </h2>
        <div className={css.fresh} aria-live="polite">
          {fresh > 0 && (
            <button type="button" className={css.pill} onClick={props.onFresh}>
              <svg width="9" height="10" viewBox="0 0 9 10" aria-hidden="true">
                <path d="M4.5 9V1M1 4.5L4.5 1 8 4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
              </svg>
              {say('explore.fresh', { count: fresh, more: fresh >= 50 ? 'yes' : 'no' })}
            </button>
          )}
        </div>
        {props.onCorrectAll && (
          <button
            type="button"
            className={css.quiet}
            aria-expanded={props.correctAll !== undefined}
            onClick={props.onCorrectAll}
          >
            {say('correctAll.open')} <kbd className="kbd">A</kbd>
          </button>
        )}
        {props.file !== undefined && messages.length > 0 && (
          <a className={css.quiet} href={props.file} download="mentions.csv" title={say('explore.fileTitle')}>
            {say('explore.file')}
          </a>
        )}
        {props.onShowCharts && (
          <button type="button" className={css.quiet} onClick={props.onShowCharts}>
            {say('explore.showCharts')} <kbd className="kbd">C</kbd>
          </button>
        )}
      </header>
      <fieldset className={css.segments} aria-label={say('explore.which')}>
        {shownStages.map((stage) => (
          <button
            key={stage}
            type="button"
            aria-pressed={state.stage === stage}
            data-stage={stage}
            onClick={() => change({ stage, reasons: [], mention: undefined })}
          >
            {say(`explore.stage.${stage}`)}{' '}
            {counts[stage] && (
              <span className={css.count}>
                {say('explore.orMoreFound', {
                  count: format.number(counts[stage].count),
                  more: counts[stage].isMore ? 'yes' : 'no',
                })}
              </span>
            )}
          </button>
        ))}
      </fieldset>
      {props.correctAll}
      {state.copies !== undefined && (
        <p className={css.only}>
          {say('explore.onlyCopies')}{' '}
          <button type="button" className="door" onClick={() => change({ copies: undefined, mention: undefined })}>
            {say('explore.allMessages')}
          </button>
        </p>
      )}
      {state.reasons.length > 0 && (
        <p className={css.only}>
          {say('explore.onlyReason', { reason: state.reasons.map((reason) => say(`reason.${reason}`)).join(', ') })}{' '}
          <button type="button" className="door" onClick={() => change({ reasons: [], mention: undefined })}>
            {say('explore.allReasons')}
          </button>
        </p>
      )}
      <ol className={css.list} ref={props.listRef}>
        {messages.map((message) => (
          <Message
            key={message.seq}
            message={message}
            isOpen={state.mention === message.seq}
            onOpen={() => change({ mention: state.mention === message.seq ? undefined : message.seq })}
            explored={explored}
          />
        ))}
      </ol>
      {messages.length === 0 && !isLoading && !props.failed && <p className={css.none}>{say('explore.noMessages')}</p>}
      {props.failed && <p className={css.none}>{props.failed}</p>}
      {isLoading && <p className={css.none}>{say('state.loading')}</p>}
      {hasMore && (
        <div ref={end} className={css.more} data-more>
          <button type="button" className="button" onClick={onMore} disabled={isLoading}>
            {say('explore.more')}
          </button>
        </div>
      )}
    </section>
  );
}
