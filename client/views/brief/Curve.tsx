import { memo } from 'react';
import { quarterMs } from '../../../shared/rollup.ts';
import { holdsZero, netSentiment } from '../../../shared/uncertainty.ts';
import { LaunchCurve } from '../../charts/LaunchCurve.tsx';
import { useForecast } from '../../history/useForecast.ts';
import { useSeriesBefore } from '../../history/useSeriesBefore.ts';
import { beganWithin, cellOf, isBeforeKnown, mentionsOf, opinionsOf } from '../../select/cells.ts';
import { sentimentPoints, volumePoints } from '../../select/curve.ts';
import { decisionMarks } from '../../select/decisionMarks.ts';
import { aheadBeyond, aheadOf, aheadTop, cutAhead, forecastPoints } from '../../select/forecastPoints.ts';
import { netDomain, niceTop } from '../../select/niceTop.ts';
import { timeTicks } from '../../select/timeTicks.ts';
import { isUnheard, type Unheard } from '../../select/unheard.ts';
import { Age } from '../../ui/Age.tsx';
import type { Format } from '../../ui/format.ts';
import { useReplay } from '../../ui/ReplayLive.tsx';
import { SavePicture } from '../../ui/SavePicture.tsx';
import { useWidth } from '../../ui/useWidth.ts';
import { useWords } from '../../ui/useWords.ts';
import { AheadNote, aheadSentence } from './AheadNote.tsx';
import css from './Brief.module.css';
import type { BriefPart } from './BriefPart.ts';

const compactBelow = 560;
/** Sentiment is told of the last eighth of the window at every point: single buckets hold too few opinions. */
const sentimentShare = 8;
/** So near the eye a band is drawn whole that is up to twice as high as what was counted. */
const bandTimes = 2;

function tickOf(format: Format, stepMs: number, t0: number | null, at: number): string {
  if (t0 === null) return format.time(at);
  const after = Math.round(at - t0);
  return after === 0 ? 'T0' : `T+${format.duration(Math.max(after, stepMs))}`;
}

/** Round distances from T0: their own steps, because T0 itself may be at ten past. */
function sinceTicks(from: number, to: number): { at: number[]; stepMs: number } {
  const { stepMs } = timeTicks(0, to - from, 'UTC', 6);
  const at: number[] = [];
  for (let tick = from; tick <= to; tick += stepMs) at.push(tick);
  return { at, stepMs };
}

type Props = BriefPart & {
  /** The headline speaks of a product: this is all of its brand. */
  isOfBrand: boolean;
  /** In which nothing was heard. */
  unheard: readonly Unheard[];
  /** Posts are missing, here or in the period before: the two do not stand beside each other. */
  isUnjudged: boolean;
  /** Since when posts of a lost source are missing, epoch ms. */
  partialSince: number | null;
};

export const Curve = memo(function Curve({ stage, window, format, state, lengthMs, ...props }: Props) {
  const { unheard, isUnjudged, partialSince } = props;
  const { say } = useWords();
  const [ref, width] = useWidth();
  const { from, to, stepMs } = state;
  const brand = stage.brand;
  const counted = useSeriesBefore(isBeforeKnown(state) ? { from, to, stepMs, brand, version: `${stage.data}` } : null);
  const before = isUnjudged ? [] : counted;
  const isMissed = (at: number) => isUnheard(unheard, at - stepMs, at);
  const cell = cellOf(state.now, brand);
  const volume = volumePoints(state, brand).filter(({ at }) => !isMissed(at));
  const buckets = Math.max(1, Math.round((to - from) / stepMs));
  const stretch = Math.max(1, Math.round(buckets / sentimentShare));
  const sentiment = sentimentPoints(state, brand, stage.errors.whole, stretch).filter(({ at }) => !isMissed(at));
  const shown = volume.length > 1;
  const t0 = window.span === 'since' ? from : null;
  const highest = Math.max(0, ...volume.map((point) => point.mentions));
  const asked = useForecast(brand, stage.data).data;
  // What is expected now is not what was expected then.
  const isReplay = useReplay() !== null;
  // Of what is not heard now nothing is expected.
  const isOpen = partialSince !== null || unheard.some((one) => one.to > to - 2 * stepMs);
  const forecast = isReplay || isOpen ? undefined : asked;
  const ahead = forecast
    ? cutAhead(forecastPoints(forecast, to, to + aheadOf(from, to), stepMs), to - from, quarterMs)
    : [];
  const until = ahead.at(-1)?.at ?? to;
  const tallest = Math.max(highest, ...before.map((point) => point.mentions));
  const top = niceTop(Math.max(tallest, aheadTop(ahead, tallest, bandTimes)));
  const beyond = aheadBeyond(ahead, top);
  const untilAhead = say('ahead.until', {
    until: t0 === null ? format.time(until) : `T+${format.duration(until - t0)}`,
  });
  const endsAhead = say('ahead.ends', {
    low: format.number(Math.min(...ahead.map(({ low }) => low))),
    high: format.number(Math.max(...ahead.map(({ high }) => high))),
  });
  const last = volume.at(-1);
  const lastNet = sentiment.findLast((point) => point.net !== null);
  const step = format.duration(stepMs);
  const isNetGrey = lastNet?.low == null || holdsZero({ low: lastNet.low, high: lastNet.high ?? 0 });
  const netColor = isNetGrey ? 'var(--ink-3)' : (lastNet.net ?? 0) > 0 ? 'var(--positive)' : 'var(--negative)';
  const ticks = t0 === null ? timeTicks(from, until, stage.zone, 6) : sinceTicks(from, until);
  const isNarrow = width < compactBelow;
  const decisions = decisionMarks(stage.launch?.decisions ?? [], from, to);
  const room = isNarrow ? 4 : 6;
  const every = Math.ceil(ticks.at.length / room);
  const began = beganWithin(state);
  const title = props.isOfBrand
    ? say('brief.curveOfBrand', { brand: stage.names.brand(brand) })
    : began === null
      ? say('brief.curve', { span: window.span })
      : say('brief.curveBegan', { from: format.moment(began) });
  return (
    <section className={css.curve} data-picture>
      <header className={css.between}>
        <h2 className={css.h2}>
          {title}{' '}
          <small>
            {say(before.length > 0 && !isNarrow ? 'brief.curvePer' : 'brief.curvePerOnly', {
              step,
              span: window.span,
              length: format.duration(lengthMs),
            })}
            {decisions.length > 0 && say('decide.onCurve')}
            {/* A narrow chart has no room for words beside its end. */}
            {isNarrow && ahead.length > 1 && `${say('stop.semicolon')}${untilAhead} ${endsAhead} ${say('ahead.often')}`}
          </small>
        </h2>
        <SavePicture
          title={`${stage.names.brand(brand)}. ${title}`}
          query={stage.names.brand(brand)}
          zone={stage.zone}
          fileName={`launchroom-${brand}`}
          counted={[{ mentions: mentionsOf(cell), net: netSentiment(opinionsOf(cell), stage.errors.whole) }]}
        />
        <Age />
      </header>
      <div ref={ref} className={css.drawing}>
        {width > 0 && shown && (
          <LaunchCurve
            width={width}
            compact={isNarrow}
            from={from}
            to={to}
            volume={volume}
            before={before}
            sentiment={sentiment}
            events={(stage.launch?.events ?? [])
              .filter((event) => event.at >= from && event.at <= to)
              .map((event) => ({ at: event.at, time: format.time(event.at), name: event.name }))}
            decisions={decisions.map((mark) => ({
              ...mark,
              title: say('decide.mark', { letter: mark.letter, time: format.time(mark.at), name: mark.name }),
            }))}
            ahead={
              forecast && ahead.length > 1
                ? {
                    points: ahead,
                    until,
                    by: untilAhead,
                    ends: say('ahead.line', { ends: endsAhead, expected: format.number(ahead.at(-1)?.expected ?? 0) }),
                    often: forecast.record
                      ? say('ahead.held', { held: format.percent(forecast.record.covered80) })
                      : say('ahead.often'),
                    beyond: beyond === null ? null : format.number(beyond),
                    title: aheadSentence(forecast, say, format),
                  }
                : undefined
            }
            stepMs={stepMs}
            unheard={unheard}
            partialFrom={partialSince}
            ticks={ticks.at
              .filter((_, index) => index % every === 0)
              .map((at) => ({ at, label: tickOf(format, ticks.stepMs, t0, at) }))}
            top={top}
            topLabel={format.number(top)}
            halfLabel={format.number(top / 2)}
            net={netDomain(
              // The whole band: a cut end would say that the figure is surer than it is.
              sentiment.flatMap((point) => (point.low === null || point.high === null ? [] : [point.low, point.high])),
            )}
            color={stage.names.color(brand)}
            label={say('brief.curveLabel', {
              step,
              from: format.moment(from),
              to: format.moment(to),
              highest: format.number(highest),
              last: format.number(last?.mentions ?? 0),
            })}
            words={{
              last:
                say('brief.curveLast', {
                  brand: stage.names.brand(brand),
                  count: format.number(last?.mentions ?? 0),
                  step,
                }) +
                // Nothing was heard since: the number is that of its own moment.
                (last && last.at < to - 2 * stepMs ? `, ${format.time(last.at)}` : ''),
              before: say('brief.curveBefore'),
              unheard: say('state.unheardMark'),
              net: lastNet ? say('brief.curveNet', { net: format.signed(lastNet.net ?? 0) }) : '',
              netOf: say('brief.curveNetOf', {
                spread: lastNet
                  ? format.netSpread({ net: lastNet.net ?? 0, low: lastNet.low ?? 0, high: lastNet.high ?? 0 })
                  : '',
                length: format.duration(stretch * stepMs),
              }),
              netColor,
            }}
          />
        )}
        {!shown && (
          <p className={css.curveEmpty}>
            {highest === 0 && state.knownFrom > 0 && volume.length > 0
              ? say('brief.curveEmpty', { from: format.moment(from), to: format.moment(to) })
              : say('brief.curveSoon', { step })}
          </p>
        )}
      </div>
      {forecast && shown && ahead.length < 2 && <AheadNote forecast={forecast} format={format} />}
    </section>
  );
});
