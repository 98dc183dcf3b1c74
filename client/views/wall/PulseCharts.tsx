import { memo } from 'react';
import type { FiguresState } from '../../../shared/protocol.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { PulseFrame } from '../../charts/PulseFrame.tsx';
import { PulseSentiment } from '../../charts/PulseSentiment.tsx';
import { PulseVolume } from '../../charts/PulseVolume.tsx';
import { useForecast } from '../../history/useForecast.ts';
import { hourlyPoints, sentimentPoints, volumePoints } from '../../select/curve.ts';
import { aheadBeyond, aheadTop, cutAhead, rollingForecast } from '../../select/forecastPoints.ts';
import { netDomain, niceTop } from '../../select/niceTop.ts';
import { pulseUnheard, wholePoints } from '../../select/pulseUnheard.ts';
import { timeTicks } from '../../select/timeTicks.ts';
import { isUnheard } from '../../select/unheard.ts';
import type { Format } from '../../ui/format.ts';
import { useReplay } from '../../ui/ReplayLive.tsx';
import type { Stage } from '../../ui/useStage.ts';
import { useSteady } from '../../ui/useSteady.ts';
import { useWords } from '../../ui/useWords.ts';
import { columnGap, narrowHeight, pulseColumns } from './pulseColumns.ts';
import { useLastHour } from './useLastHour.ts';
import { useColumn, useSpare } from './useStageScale.ts';
import css from './Wall.module.css';

type Props = {
  stage: Stage;
  format: Format;
  state: FiguresState;
  sixHours: FiguresState | undefined;
  /** When the line was lost: the end of the curve is then that moment, not now. */
  lostSince: number | null;
  /** Since when posts of a lost source are missing, epoch ms. */
  partialSince: number | null;
  /** Of the interval around net sentiment. */
  isMostlyMachine: boolean;
};

const eventsNamed = 2;
/** Two or three points are no curve: of hours the last one's minutes say more, of minutes none says anything yet. */
const fewestPoints = 4;
const minutesOfSentiment = 15;
/** So much of what is expected is looked at: two whole hours, wherever in the running one now is. */
const aheadMs = 2 * hourMs;

/** To two digits: where a band ends is no count. */
function roughly(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / unit) * unit;
}

/** Of the smallest text on the wall. */
const letterWidth = 11.5;
/** How much wider a letter of an empty frame's sentence is. */
const frameLetters = 1.2;

/** In as many lines as it takes, broken between words. */
function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length * letterWidth <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Loaded after the figures stand: they need recharts. */
export default memo(function PulseCharts(props: Props) {
  const { stage, format, state, sixHours, lostSince, partialSince, isMostlyMachine } = props;
  const hour = useLastHour(format);
  const { say } = useWords();
  const column = useColumn();
  const columns = pulseColumns(useSpare());
  const volumeWidth = column ?? columns.volume.width;
  // In a narrow column the headline takes more lines.
  const volumeHeight = column === null ? 428 : column > 650 ? 290 : 250;
  const isNarrow = column !== null;
  const netWidth = isNarrow ? (column - columnGap) / 2 : columns.net.width;
  const netHeight = isNarrow ? narrowHeight : 428;
  const hourly = sixHours ? hourlyPoints(sixHours, state, stage.brand, stage.errors.whole) : null;
  const isHourly = hourly !== null && hourly.volume.length >= fewestPoints;
  const volume = isHourly ? hourly.volume : volumePoints(state, stage.brand);
  const { spans } = pulseUnheard(state, sixHours);
  const widthMs = isHourly ? hourMs : state.stepMs;
  const stepMs = (isHourly && sixHours ? sixHours : state).stepMs;
  const sentiment = (
    isHourly ? hourly.sentiment : sentimentPoints(state, stage.brand, stage.errors.whole, minutesOfSentiment)
  ).map((point) =>
    isUnheard(spans, point.at - stepMs, point.at) ? { at: point.at, net: null, low: null, high: null } : point,
  );
  const from = volume[0]?.at ?? state.from;
  const to = state.to;
  const highest = Math.max(0, ...volume.map((point) => point.mentions));
  const newest = volume.at(-1);
  const asked = useForecast(stage.brand, stage.data).data;
  // What is expected now is not what was expected then.
  const forecast = useReplay() ? undefined : asked;
  // Of a line that is lost, or that did not hear the whole of this hour, nothing is expected.
  const isWhole = wholePoints(volume, spans, widthMs).at(-1) !== null;
  const expected =
    forecast && isHourly && isWhole && newest && lostSince === null && partialSince === null
      ? cutAhead(rollingForecast(forecast, newest, to + aheadMs), to - from)
      : [];
  const until = expected.at(-1)?.at ?? to;
  const top = useSteady({ low: 0, high: niceTop(Math.max(highest, aheadTop(expected, highest))) }, to).high;
  const domain = useSteady(
    netDomain(sentiment.flatMap((point) => (point.low === null || point.high === null ? [] : [point.low, point.high]))),
    to,
  );
  const end = lostSince === null ? hour.now : format.seconds(lostSince);
  const beyond = aheadBeyond(expected, top);
  const ticks = timeTicks(from, to - (to - from) * 0.14, stage.zone, 4).at.map((at) => ({
    at,
    label: format.time(at),
  }));
  const events = (stage.launch?.events ?? [])
    .filter((event) => event.at > from && event.at < to)
    .slice(-eventsNamed)
    .map((event) => ({ at: event.at, label: event.name }));
  /** Of a frame without a curve yet: no minute before listening began. */
  const frameFrom = Math.max(to - hourMs - state.stepMs, state.knownFrom);
  const hasNet = sentiment.filter((point) => point.net !== null).length > 1;
  return (
    <>
      <div
        className={`${css.chart} ${css.across}`}
        style={column === null ? { left: columns.volume.left } : { order: 2 }}
      >
        {volume.length >= fewestPoints ? (
          <PulseVolume
            width={volumeWidth}
            height={volumeHeight}
            points={volume}
            domain={[from, until]}
            top={top}
            ahead={
              expected.length > 0
                ? {
                    points: expected,
                    // Clear of the area beside it.
                    labels: linesOf(say('wall.expected'), (volumeWidth * (until - to)) / (until - from) - 8),
                    beyond: beyond === null ? null : say('wall.upTo', { value: format.number(roughly(beyond)) }),
                    end: format.time(until),
                  }
                : null
            }
            partialFrom={partialSince}
            unheard={{ spans, widthMs, word: say('state.unheardMark') }}
            ticks={ticks}
            end={end}
            events={events}
            color={stage.names.color(stage.brand)}
            number={format.number}
            name={say(isHourly ? 'wall.today' : 'wall.perMinute')}
          />
        ) : (
          <PulseFrame
            width={volumeWidth}
            height={volumeHeight}
            start={format.time(frameFrom)}
            end={end}
            ticks={['', '', say('wall.perMinute')]}
            why={linesOf(say('wall.curveSoon'), volumeWidth / frameLetters)}
          />
        )}
      </div>
      <div className={css.chart} style={isNarrow ? { order: 5 } : { left: columns.net.left }}>
        {hasNet ? (
          <PulseSentiment
            width={netWidth}
            height={netHeight}
            points={sentiment}
            domain={[from, to]}
            range={domain}
            isPartial={partialSince !== null}
            start={format.time(from)}
            end={end}
            words={{
              interval: say(isMostlyMachine && !isNarrow ? 'wall.intervalMachine' : 'wall.interval'),
              praise: say('wall.morePraise'),
              complaint: say('wall.moreComplaint'),
            }}
            label={say('wall.net')}
          />
        ) : (
          <PulseFrame
            width={netWidth}
            height={netHeight}
            start={format.time(frameFrom)}
            end={end}
            ticks={['+100', '0', '−100']}
            why={linesOf(say('wall.netSoon'), netWidth / frameLetters)}
          />
        )}
      </div>
    </>
  );
});
