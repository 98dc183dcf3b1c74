import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { intervalAtZero } from '../../../shared/uncertainty.ts';
import { RequestFailed } from '../../history/fetchJson.ts';
import { messagesFile, useMessages, useNewMessages } from '../../history/useMessages.ts';
import { useExtent, usePicture } from '../../history/usePicture.ts';
import { useSession } from '../../history/useSession.ts';
import { useIsLost } from '../../live/useFrame.ts';
import { matrixThemes } from '../../select/explorePicture.ts';
import { knownUntil } from '../../select/exploreRange.ts';
import { exploreSearch } from '../../select/exploreState.ts';
import { hrefTo } from '../../ui/hrefs.ts';
import { Loading } from '../../ui/Loading.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { Unread } from '../../ui/Unread.tsx';
import { useIsFilling } from '../../ui/useIsFilling.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { CorrectAll } from './CorrectAll.tsx';
import css from './Explore.module.css';
import { FailedCount } from './FailedCount.tsx';
import { Figures } from './Figures.tsx';
import { FilterRow } from './FilterRow.tsx';
import { Headline } from './Headline.tsx';
import { LiveFrame } from './LiveFrame.tsx';
import { Messages } from './Messages.tsx';
import { NoBrands } from './NoBrands.tsx';
import { RepeatedTexts } from './RepeatedTexts.tsx';
import { Talk } from './Talk.tsx';
import { TracePanel } from './TracePanel.tsx';
import { useExplore } from './useExplore.ts';
import { useTabCounts } from './useTabCounts.ts';

const focusRange = () => document.querySelector<HTMLElement>('[data-range] [aria-pressed="true"]')?.focus();

/** Where does it come from? Figures left, the messages behind them right; with a trace open, list left and trace right. */
export default function Explore() {
  const explored = useExplore();
  const { state, change, version, workspace, doubtful, zone, knownZone, t0, now, say, format, here } = explored;
  const [opened, setOpened] = useState(0);
  const isFilling = useIsFilling();
  const isLost = useIsLost();
  const picture = usePicture({ state, version, zone, t0, now });
  const shown = picture.data;
  const messages = useMessages(state, shown?.window, version, opened);
  const listed = messages.data?.pages.flatMap((page) => page.items) ?? [];
  const fresh = useNewMessages(
    state,
    shown?.window,
    version,
    listed,
    messages.isSuccess && !messages.isPlaceholderData,
  );
  const isFiltered = state.themes.length + state.channels.length + state.langs.length > 0;
  const counts = useTabCounts({ state, isFiltered, picture: shown, version, opened });
  const isDoubted = state.mention === undefined && shown && matrixThemes(shown).some((theme) => doubtful.has(theme));
  const isNothing = shown !== undefined && shown.funnel.collected === 0;
  const extent = useExtent(version, isNothing);
  const searchRef = useRef<HTMLInputElement>(null);
  const listRef = useRef<HTMLOListElement>(null);
  const listKey = exploreSearch({ ...state, mention: undefined, by: 'brand', isCounts: false, compare: true });
  const openAt = listed.findIndex((message) => message.seq === state.mention);

  const mayCorrect = useSession().data?.role === 'all';
  const [isCorrecting, setIsCorrecting] = useState(false);
  const correctAll = mayCorrect ? () => setIsCorrecting((before) => !before) : undefined;

  const step = (by: 1 | -1) => {
    const buttons = [...(listRef.current?.querySelectorAll<HTMLButtonElement>('button[data-seq]') ?? [])];
    const focused = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const from = state.mention !== undefined ? openAt : focused;
    const next = buttons[Math.max(0, Math.min(buttons.length - 1, from + by))];
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    if (state.mention !== undefined) change({ mention: Number(next.dataset.seq) }, { replace: true });
    if (buttons.indexOf(next) >= buttons.length - 5 && messages.hasNextPage) void messages.fetchNextPage();
  };
  const close = () => {
    if (state.mention !== undefined) change({ mention: undefined });
  };
  const shift = (by: 1 | -1) => {
    if (!shown) return;
    const span = shown.window.to - shown.window.from;
    const from = shown.window.from + by * span;
    if (from < now()) change({ range: 'custom', from, to: from + span, mention: undefined });
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    c: () => (state.mention === undefined ? change({ compare: !state.compare }) : close()),
    ...(state.mention === undefined && { t: () => focusRange() }),
    Escape: close,
    ...(correctAll ? { a: correctAll } : {}),
    '/': () => searchRef.current?.focus(),
    '[': () => shift(-1),
    ']': () => shift(1),
  });
  // Another list begins at its top. Left scrolled where the one before it ended, it would open at its own end, and load on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says that the list is another
  useLayoutEffect(() => {
    listRef.current?.closest('[data-scrolls]')?.scrollTo({ top: 0 });
  }, [listKey]);
  // On a phone the trace takes the list's place: it begins at its own top.
  const hasTrace = state.mention !== undefined;
  useEffect(() => {
    if (hasTrace) window.scrollTo({ top: 0 });
  }, [hasTrace]);

  if (workspace && workspace.brands.length === 0) return <NoBrands say={say} />;

  const searchFailed =
    messages.error instanceof RequestFailed && messages.error.problem.status === 400 && state.q.trim() !== ''
      ? messages.error
      : null;
  const list = (
    <Messages
      explored={explored}
      messages={searchFailed ? [] : listed}
      counts={counts}
      fresh={fresh}
      onFresh={() => {
        setOpened((count) => count + 1);
        listRef.current?.closest('[data-scrolls]')?.scrollTo({ top: 0 });
      }}
      hasMore={messages.hasNextPage}
      isLoading={messages.isFetching && (messages.isPending || messages.isFetchingNextPage)}
      onMore={() => void messages.fetchNextPage()}
      failed={searchFailed ? say('explore.searchFailed') : messages.error ? messages.error.message : null}
      listRef={listRef}
      file={shown && messagesFile(state, shown.window)}
      onShowCharts={hasTrace ? close : undefined}
      onCorrectAll={correctAll}
      correctAll={
        isCorrecting && mayCorrect && shown ? (
          <CorrectAll key={listKey} explored={explored} window={shown.window} onClose={() => setIsCorrecting(false)} />
        ) : undefined
      }
    />
  );
  const langs = [
    ...new Set(['en', 'fr', ...(workspace?.languages ?? []), ...listed.map((message) => message.lang)]),
  ].filter((lang) => lang !== '');
  const place = openAt < 0 ? null : { at: openAt + 1, of: counts[state.stage] };
  return (
    <LiveFrame
      format={format}
      hasTrace={hasTrace}
      filters={
        <FilterRow
          explored={explored}
          shown={shown?.window}
          langs={langs}
          searchFailed={searchFailed}
          inputRef={searchRef}
        />
      }
    >
      {isFilling ? (
        <StateBlock shape="live" title={say('state.filling')} why={say('state.fillingWhy')} />
      ) : !shown ? (
        picture.error ? (
          <Unread what="state.unread.explore" error={picture.error} isPage retry={() => void picture.refetch()} />
        ) : (
          <Loading shape="explore" />
        )
      ) : hasTrace ? (
        <div className={css.withTrace}>
          <div className={css.left} data-scrolls>
            {list}
          </div>
          <div className={css.right}>
            <TracePanel
              seq={state.mention!}
              place={
                place && {
                  at: place.at,
                  of: place.of
                    ? say('explore.orMoreFound', {
                        count: format.number(place.of.count),
                        more: place.of.isMore ? 'yes' : 'no',
                      })
                    : '…',
                }
              }
              explored={explored}
              step={step}
            />
          </div>
        </div>
      ) : (
        <>
          <Headline picture={shown} explored={explored} />
          {picture.error && <FailedCount time={format.seconds(shown.at)} />}
          <div className={css.columns} aria-busy={picture.isPlaceholderData}>
            <div className={css.left}>
              {isNothing ? (
                <StateBlock
                  shape="live"
                  title={say('explore.empty')}
                  why={say('explore.emptyWhy', {
                    from: format.moment(shown.window.from),
                    to: format.moment(knownUntil(shown)),
                  })}
                >
                  {extent.data && (
                    <button
                      type="button"
                      className="button primary"
                      onClick={() => change({ range: 'all', mention: undefined })}
                    >
                      {say('explore.showAll', {
                        from: format.date(extent.data.firstAt),
                        to: format.date(extent.data.lastAt),
                      })}
                    </button>
                  )}
                  {extent.data === null && (
                    <Link className="button primary" href={hrefTo(here, '/settings/data')}>
                      {say('explore.bringPosts')}
                    </Link>
                  )}
                  {(state.brands.length > 0 || isFiltered) && (
                    <button
                      type="button"
                      className="button"
                      onClick={() => change({ brands: [], themes: [], channels: [], langs: [], mention: undefined })}
                    >
                      {say('explore.dropFilters')}
                    </button>
                  )}
                </StateBlock>
              ) : (
                <>
                  <Figures picture={shown} explored={explored} />
                  <Talk window={shown.window} explored={explored} />
                  <RepeatedTexts window={shown.window} explored={explored} />
                </>
              )}
            </div>
            <div className={css.right} data-scrolls>
              {list}
            </div>
          </div>
        </>
      )}
      <footer className={css.foot}>
        <span className="keys-only">
          <kbd className="kbd">J</kbd> <kbd className="kbd">K</kbd> {say('explore.keys.step')}
        </span>
        <span className="keys-only">
          <kbd className="kbd">Enter</kbd> {say('explore.keys.open')}
        </span>
        <span className="keys-only">
          <kbd className="kbd">[</kbd> <kbd className="kbd">]</kbd> {say('explore.keys.shift')}
        </span>
        <span
          className={css.formula}
          title={say('explore.formula', {
            error: explored.format.netSpread(intervalAtZero(explored.errors.whole)),
            ofThemes: explored.format.netSpread(intervalAtZero(explored.errors.theme)),
          })}
        >
          {say('explore.foot', {
            live: isLost ? 'no' : 'yes',
            doubted: isDoubted ? 'yes' : 'no',
            zone: knownZone ? ` ${knownZone}.` : '',
          })}
        </span>
      </footer>
    </LiveFrame>
  );
}
