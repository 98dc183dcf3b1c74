import { useMemo } from 'react';
import type { FiguresState } from '../../../shared/protocol.ts';
import { useComparison } from '../../history/useComparison.ts';
import { useOpenPoints } from '../../history/useOpenPoints.ts';
import { useUnheardBefore } from '../../history/useUnheard.ts';
import { useFrame, useLiveness } from '../../live/useFrame.ts';
import { brandFigures } from '../../select/brandFigures.ts';
import { beganWithin, isBeforeKnown } from '../../select/cells.ts';
import { briefOpinionSentence, buzzClaim, certaintyLine, wholeMinutes } from '../../select/headline.ts';
import { lackOfPast } from '../../select/lackOfPast.ts';
import { unjudged, unjudgedThemes } from '../../select/lostSources.ts';
import { pastLaunchSentence } from '../../select/pastLaunchSentence.ts';
import { doubtedPoles, fewThemes, greyDoubtful, type ThemeRow, themePoles, themeRows } from '../../select/themeRows.ts';
import { unheardOf } from '../../select/unheard.ts';
import { LiveSentence } from '../../ui/LiveSentence.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { useReplay } from '../../ui/ReplayLive.tsx';
import { SeamNote } from '../../ui/SeamNote.tsx';
import { sayHeadline } from '../../ui/sayHeadline.ts';
import { sayLost } from '../../ui/sayLost.ts';
import { useAtMost } from '../../ui/useAtMost.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { useMissing } from '../../ui/useMissing.ts';
import { useNow } from '../../ui/useNow.ts';
import type { Stage } from '../../ui/useStage.ts';
import { useUnheardNote } from '../../ui/useUnheardNote.ts';
import { useWords } from '../../ui/useWords.ts';
import { BrandTable } from './BrandTable.tsx';
import css from './Brief.module.css';
import { BriefFoot } from './BriefFoot.tsx';
import { BriefHead } from './BriefHead.tsx';
import { briefWindow } from './briefWindow.ts';
import { Curve } from './Curve.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { Messages } from './Messages.tsx';
import { NeedsDecision, pointsVersion } from './NeedsDecision.tsx';
import { Poles } from './Poles.tsx';
import { ThemeTable } from './ThemeTable.tsx';

/** What needs a decision comes first: the page stays one screen, and Explore has the rest. */
const themesBesidePoints = 5;
const themesAlone = 8;
const whole = (state: FiguresState) => state;

export function BriefOf({ stage }: { stage: Stage }) {
  const { say } = useWords();
  const format = useFormat(stage.zone);
  const clock = useNow(1_000);
  const { state: live, lostSince, ageMs, isKept } = useLiveness();
  const now = isKept && lostSince !== null ? lostSince : clock;
  const window = useMemo(() => briefWindow(stage.launch, now), [stage.launch, now]);
  const state = useFrame(window.topic, whole);
  const drawn = useAtMost(state, 1_000);
  const { launch } = stage;
  const replay = useReplay();
  const isNarrow = useIsNarrow();
  const points = useOpenPoints(stage.brand, pointsVersion(stage)).data?.open.length ?? 0;
  // What waits now is not shown in a replay: its place is free.
  const open = replay ? 0 : points;
  const missing = useMissing(state, format);
  const comparison = useComparison(launch?.id ?? null, pointsVersion(stage));
  const compared = comparison.data;
  const before = useUnheardBefore(drawn && isBeforeKnown(drawn) ? { ...drawn, version: `${stage.data}` } : null);
  const unheard = useMemo(() => (drawn ? unheardOf(drawn) : []), [drawn]);
  const unheardBefore = useMemo(() => before ?? [], [before]);
  const unheardNote = useUnheardNote(unheard, unheardBefore, state?.to ?? now, format);
  if (!state || !drawn) return <Loading shape="figures" />;

  const counted = brandFigures(state, stage.brand, stage.set.brands, stage.errors.whole);
  const isWhole = missing === null && unheard.length === 0;
  // Where a source is lost, or hours were not heard, nobody knows what moved.
  const isUnjudged = missing !== null || unheardNote !== null;
  const figures = isUnjudged ? unjudged(counted) : counted;
  const filed = themeRows(
    state,
    stage.brand,
    stage.workspace.themes.map((theme) => theme.id),
    stage.errors.theme,
  );
  const rows = greyDoubtful(filed, stage.doubtful);
  const doubted = doubtedPoles(filed, stage.doubtful);
  const themes = isUnjudged ? unjudgedThemes(rows) : rows;
  const poles = themePoles(themes);
  const brand = stage.names.brand(stage.brand);
  const nameOf = (row: ThemeRow | null, beside: ThemeRow | null) =>
    row && {
      name: stage.names.theme(row.theme),
      isGrey: row.isPullGrey,
      pull: row.pull?.points ?? null,
      ...(beside && { unsure: stage.names.theme(beside.theme) }),
    };
  const wanted = [
    ...(poles.hurts ? [{ theme: poles.hurts.theme, opinion: 'negative' as const }] : []),
    ...(poles.helps ? [{ theme: poles.helps.theme, opinion: 'positive' as const }] : []),
  ];
  const named = poles.hurts ?? poles.helps;
  const beside = poles.hurts ? doubted.hurts : doubted.helps;
  // The last bucket runs on beyond now: one clock for the whole page.
  const lengthMs = wholeMinutes(Math.min(now, state.to) - state.from);
  const began = beganWithin(state);
  const buzz = buzzClaim(
    figures,
    brand,
    window.span,
    lengthMs,
    !isWhole,
    began === null ? undefined : { at: format.moment(began), isDated: true },
  );
  const certainty = certaintyLine(
    figures,
    named,
    named ? stage.names.theme(named.theme) : '',
    beside && {
      name: stage.names.theme(beside.theme),
      pull: beside.pull?.points ?? 0,
      right: stage.doubtful.get(beside.theme) ?? 0,
    },
    named !== null && stage.checked?.has(named.theme) === false,
  );
  // What is read from history is that of today: a replay must not tell what is yet to come.
  const isComparable = !replay && isWhole;
  const past = compared && isComparable ? pastLaunchSentence(compared, (launch?.compareWith?.length ?? 0) > 0) : null;
  // What is missing has its own line.
  const lack =
    launch && window.span === 'since' && isWhole && past === null
      ? lackOfPast(replay ? 'replay' : comparison.isError && !compared ? 'unread' : null, compared)
      : [];
  const opinion = briefOpinionSentence(
    figures,
    { helps: nameOf(poles.helps, doubted.helps), hurts: nameOf(poles.hurts, doubted.hurts) },
    began === null ? window.span : 'soFar',
    past !== null && compared?.launch.counts === 'product' ? brand : '',
  );
  const headline = past ? [past, opinion] : [buzz, opinion];
  const isStale = live === 'lost';
  const spokenLost = isKept
    ? sayLost({ lostSince, isKept, ageMs }, say, format)
    : isStale && lostSince !== null
      ? say('live.spokenLost', { time: format.seconds(lostSince) })
      : '';
  const shared = { stage, window, format, state, lengthMs };
  const decisions = replay ? null : <NeedsDecision {...{ stage, format, isUnjudged }} />;
  const isOfProduct = past !== null && compared?.launch.counts === 'product';
  return (
    <article className={`${css.brief} ${isStale ? css.stale : ''}`} data-stale={isStale || undefined}>
      <LiveSentence text={say('live.spoken', { headline: sayHeadline(headline, say, format) })} urgent={spokenLost} />
      <div className={css.wrap}>
        <section className={css.primary}>
          <BriefHead
            {...shared}
            now={now}
            buzz={buzz}
            opinion={opinion}
            certainty={certainty}
            past={past}
            lack={lack}
            missing={missing}
            unheardNote={unheardNote}
            lostSince={lostSince}
            keptAgeMs={isKept ? ageMs : null}
          />
          <KeyFigures
            {...shared}
            figures={figures}
            themes={themes}
            isUnjudged={isUnjudged}
            isPartial={!isWhole}
            led={past && compared ? compared : null}
            isNarrow={isNarrow}
          />
          {/* A thumb meets what waits before the curve. */}
          {isNarrow && decisions}
          <Curve
            stage={stage}
            window={window}
            format={format}
            state={drawn}
            lengthMs={lengthMs}
            isOfBrand={isOfProduct}
            unheard={unheard}
            isUnjudged={isUnjudged}
            partialSince={missing?.since ?? null}
          />
        </section>
        <aside className={css.rail}>
          {!isNarrow && decisions}
          <Poles
            {...shared}
            poles={poles}
            doubted={doubted}
            areTooFew={themes.length > 0 && themes.every(({ net }) => net === null)}
          />
          <ThemeTable
            {...shared}
            rows={fewThemes(themes, open > 0 ? themesBesidePoints : themesAlone)}
            all={themes.length}
            isRoomy={open === 0 && figures.isAlone}
          />
          {/* Where nobody else was heard there is nothing to stand beside. */}
          {open === 0 && !figures.isAlone && <BrandTable {...shared} />}
        </aside>
      </div>
      <Messages {...shared} figures={figures} wanted={wanted} />
      <SeamNote from={state.from} format={format} />
      <BriefFoot {...shared} />
    </article>
  );
}
