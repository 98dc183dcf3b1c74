import { lazy, Suspense, useMemo } from 'react';
import type { FiguresState } from '../../../shared/protocol.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { greyBelow, isGrey, tooFewBelow } from '../../../shared/uncertainty.ts';
import { type BrandFigures, isMostlyMachine } from '../../select/brandFigures.ts';
import { buzzSentence, opinionSentence, type Sentence } from '../../select/headline.ts';
import type { OpinionSince } from '../../select/opinionSince.ts';
import type { PulseUnheard } from '../../select/pulseUnheard.ts';
import type { Format } from '../../ui/format.ts';
import { useAtMost } from '../../ui/useAtMost.ts';
import type { Missing } from '../../ui/useMissing.ts';
import type { Stage } from '../../ui/useStage.ts';
import { useWords } from '../../ui/useWords.ts';
import { figureSize } from './figureSize.ts';
import { columnGap, narrowHeight, pulseColumns } from './pulseColumns.ts';
import { Shares } from './Shares.tsx';
import { useLastHour } from './useLastHour.ts';
import { useColumn, useSpare } from './useStageScale.ts';
import css from './Wall.module.css';

const PulseCharts = lazy(() => import('./PulseCharts.tsx'));

/** `began`: when listening began, where that was less than an hour ago. */
export function pulseHeadline(figures: BrandFigures, stage: Stage, began?: string): Sentence[] {
  const brand = stage.names.brand(stage.brand);
  return [
    buzzSentence(figures, brand, 'hour', hourMs, began === undefined ? undefined : { at: began, isDated: false }),
    opinionSentence(figures, began === undefined ? 'hour' : 'soFar'),
  ];
}

/** Of an hour in which a source was lost: who is missing, how much was heard at least, and that no change is judged. */
export function partialHeadline({ mentions }: BrandFigures, missing: Missing): Sentence[] {
  return [
    [
      {
        tone: 'sure',
        key: 'wall.sourceLost',
        values: {
          names: missing.names,
          many: { number: missing.many },
          time: missing.time,
          mentions: { number: mentions },
        },
      },
      { tone: 'sure', key: 'headline.stop', values: {} },
    ],
    [{ tone: 'quiet', key: 'wall.noJudgement', values: {} }],
  ];
}

/** Of two hours of which some was not heard: which, how much was heard at least, and that no change is judged. */
export function unheardHeadline(
  figures: BrandFigures,
  stage: Stage,
  { hour, before }: PulseUnheard,
  now: number,
  format: Format,
): Sentence[] | null {
  const told = hour ?? before;
  if (!told) return null;
  const brand = stage.names.brand(stage.brand);
  const span = { from: format.time(told.from), to: format.time(told.to) };
  if (!hour)
    return [buzzSentence(figures, brand, 'hour', hourMs), [{ tone: 'quiet', key: 'wall.unheardBefore', values: span }]];
  // The bucket that runs is not looked at.
  const open = told.to >= now - newestUnseenMs ? 'yes' : 'no';
  return [
    [
      { tone: 'sure', key: 'wall.unheard', values: { ...span, open, mentions: { number: figures.mentions } } },
      { tone: 'sure', key: 'headline.stop', values: {} },
    ],
    [{ tone: 'quiet', key: 'wall.noJudgement', values: {} }],
  ];
}

/** Of a bucket of the six hours, and of the one that runs. */
const newestUnseenMs = 10 * minuteMs;
/** The percent sign takes so much of the digits' width besides. */
const percentBesides = 0.45;
const noteLetter = 13;
const figureGap = 24;

/** What the digits of a share may take of its column, so that neither their percent sign nor the words beside them leave it. */
function shareRoom(width: number, beside: string | null): number {
  const room = beside === null ? width : width - figureGap - beside.length * noteLetter;
  return room / (1 + percentBesides);
}

type Props = {
  stage: Stage;
  format: Format;
  figures: BrandFigures;
  state: FiguresState;
  sixHours: FiguresState | undefined;
  lostSince: number | null;
  missing: Missing | null;
  unheard: PulseUnheard;
  /** What the Brief says of opinion, over the longer span: beside what moved within the hour. */
  sinceT0: OpinionSince | null;
};

/** An interval told by its ends, “−15…+67”: more of them than this are set smaller. */
const mostInLine = 7;
const areEnds = (spread: string) => spread !== '' && !spread.startsWith('±');
/** What the interval leaves of the column's width for the figure itself. */
const besideNet = (spread: string) => (areEnds(spread) ? 285 : spread.length > 2 ? 300 : 345);

/** Is it big, is it good, is it ours? Three figures on one baseline, each with its curve or bars. */
export function Pulse({ stage, format, figures, state, sixHours, lostSince, missing, unheard, sinceT0 }: Props) {
  const { say } = useWords();
  const hour = useLastHour(format);
  // Handed on together: two windows that change at different moments would redraw the curves twice as often.
  const both = useMemo(() => ({ state, sixHours }), [state, sixHours]);
  const drawn = useAtMost(both, 1_000);
  const { net, before, share } = figures;
  const mentions = format.number(figures.mentions);
  const column = useColumn();
  const { volume, net: sentiment, share: last } = pulseColumns(useSpare());
  const placed = (left: number, width: number, order: number) => (column === null ? { left, width } : { order });
  const netText = net ? format.signed(net.net) : '';
  const spread = net ? format.netSpread(net) : '';
  const shareText = share === null ? '' : format.percentDigits(share);
  // Of so few mentions a share is as grey as an opinion is, and says of how many.
  const isFew = figures.setMentions < greyBelow;
  const ofFew =
    isFew && share !== null
      ? say('wall.ofMentions', { part: mentions, whole: format.number(figures.setMentions) })
      : null;
  // One size for all three: they are read as one row.
  const size = Math.min(
    figureSize(mentions, column === null ? 530 : 340),
    figureSize(netText, column !== null ? (column - columnGap) / 2 - 112 : besideNet(spread)),
    figureSize(shareText, column === null ? shareRoom(last.width, ofFew) : 300),
  );
  const tone = !net || isGrey(net) ? css.neu : net.net > 0 ? css.pos : css.neg;
  return (
    <section className={css.pulse}>
      <div className={`${css.column} ${css.across}`} style={placed(volume.left, volume.width, 1)}>
        <h2 className={css.label}>{hour.mentions}</h2>
        {!missing && figures.distinct < figures.mentions && (
          <p className={css.sinceT0} data-texts>
            {say('wall.texts', { texts: figures.distinct })}
          </p>
        )}
        <p className={css.figureRow}>
          <span className={css.figure} style={{ fontSize: size }} data-figure="mentions">
            {mentions}
          </span>
          <span className={css.aside}>
            {missing ? (
              <>
                <span className={`${css.note} ${css.besides} ${css.strong}`}>{say('wall.atLeast')}</span>
                <span className={`${css.note} ${css.besides}`}>{say('wall.without', missing)}</span>
              </>
            ) : unheard.hour || unheard.before ? (
              <>
                {unheard.hour && (
                  <span className={`${css.note} ${css.besides} ${css.strong}`}>{say('wall.atLeast')}</span>
                )}
                <span className={`${css.note} ${css.besides}`}>{say('wall.notJudged')}</span>
              </>
            ) : (figures.buzz === 'up' || figures.buzz === 'down') && before ? (
              <>
                <span className={`${css.figure} ${css.times}`}>
                  {format.times(figures.mentions / before)}
                  <small>×</small>
                </span>
                <span className={css.note}>{say('wall.theHourBefore')}</span>
              </>
            ) : (
              <>
                <span className={`${css.note} ${css.besides} ${css.strong}`}>
                  {say(
                    before === null
                      ? 'wall.noBefore'
                      : before === 0 && figures.buzz === 'up'
                        ? 'wall.afterNone'
                        : 'wall.noClearChange',
                  )}
                </span>
                {before !== null && before > 0 && (
                  <span className={`${css.note} ${css.besides}`}>
                    {say('wall.hourBefore', { value: format.number(before) })}
                  </span>
                )}
              </>
            )}
          </span>
        </p>
      </div>
      <div className={css.ruleV} style={{ left: sentiment.left - 42 }} />
      <div className={css.column} style={placed(sentiment.left, sentiment.width, 3)}>
        <h2 className={css.label}>{say('wall.net')}</h2>
        {sinceT0 && (
          <p className={css.sinceT0} data-since-t0>
            {sinceT0.change === 'same' ? (
              <>
                {say('wall.sinceT0')} <br />
                {say('wall.noClearChange')}
              </>
            ) : (
              <>
                {say('wall.sinceT0Net', { net: format.signed(sinceT0.net) })} <br />
                {say('wall.beforeT0Net', { before: format.signed(sinceT0.before) })}
              </>
            )}
          </p>
        )}
        {net ? (
          <p className={css.figureRow}>
            <span className={`${css.figure} ${tone}`} style={{ fontSize: size }} data-figure="net">
              {netText}
            </span>
            <span className={css.aside}>
              <span
                className={`${css.figure} ${css.half} ${areEnds(spread) ? css.ends : ''}`}
                data-long={spread.length > mostInLine || undefined}
              >
                {spread}
              </span>
              <span className={css.note}>
                {net.opinions < 30
                  ? say('wall.few', { opinions: net.opinions })
                  : isGrey(net)
                    ? say('wall.crossesZero')
                    : figures.neutralShare !== null &&
                      say('wall.neutral', { share: format.percent(figures.neutralShare) })}
              </span>
            </span>
          </p>
        ) : (
          <p className={`${css.figureRow} ${css.stacked}`}>
            <span className={`${css.figure} ${css.neu}`} style={{ fontSize: 96 }} data-figure="net">
              {say('wall.tooFew')}
            </span>
            <span className={css.note}>
              {say('wall.tooFewWhy', { opinions: figures.opinions, needed: tooFewBelow })}
            </span>
          </p>
        )}
      </div>
      <div className={css.ruleV} style={{ left: last.left - 42 }} />
      <div className={css.column} style={placed(last.left, last.width, 4)}>
        <h2 className={css.label}>{say('wall.share')}</h2>
        {figures.isAlone ? (
          <p className={`${css.note} ${css.aloneWhy}`}>
            <b className={css.strong}>{say(hour.isReplay ? 'wall.aloneThen' : 'wall.alone')}</b>
            {column === null && say('wall.aloneWhy')}
          </p>
        ) : (
          <p className={css.figureRow}>
            <span
              className={`${css.figure} ${share === null || isFew ? css.neu : ''}`}
              style={{ fontSize: share === null ? 96 : size }}
              data-figure="share"
            >
              {share === null ? '–' : shareText}
              {share !== null && <small className={css.percent}>%</small>}
            </span>
            {ofFew !== null && (
              <span className={css.aside}>
                <span className={`${css.note} ${css.besides}`}>{ofFew}</span>
              </span>
            )}
          </p>
        )}
      </div>
      {!figures.isAlone && (
        <div className={css.chart} style={column === null ? { left: last.left } : { order: 6 }}>
          <Shares
            {...(column === null
              ? { width: 416, height: 428 }
              : { width: (column - columnGap) / 2, height: narrowHeight })}
            stage={stage}
            format={format}
            state={drawn.state}
            caption={
              missing
                ? say('wall.brandsWithout', { count: stage.set.brands.length, ...missing })
                : hour.brands(stage.set.brands.length)
            }
            isUnjudged={missing !== null || unheard.hour !== null || unheard.before !== null}
          />
        </div>
      )}
      <Suspense fallback={null}>
        <PulseCharts
          stage={stage}
          format={format}
          state={drawn.state}
          sixHours={drawn.sixHours}
          lostSince={lostSince}
          partialSince={missing?.since ?? null}
          isMostlyMachine={isMostlyMachine(figures)}
        />
      </Suspense>
    </section>
  );
}
