import type { Launch } from '../../../shared/domain.ts';
import { compareSteps, type LaunchComparison } from '../../../shared/launchComparison.ts';
import type { TurningPoint } from '../../../shared/retrospective.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';
import { isGrey, netSentiment } from '../../../shared/uncertainty.ts';
import { ComparisonChart, comparisonPlot, dashOf, isPastShort } from '../../charts/ComparisonChart.tsx';
import { NetStrip } from '../../charts/NetStrip.tsx';
import { TimeSeriesPointer } from '../../charts/TimeSeriesPointer.tsx';
import type { Names } from '../../history/useWorkspace.ts';
import { type ComparisonPicture, comparisonPicture, isBlank } from '../../select/comparisonPicture.ts';
import { isCount } from '../../select/comparisonState.ts';
import { cutName } from '../../select/cutName.ts';
import { decisionMarks } from '../../select/decisionMarks.ts';
import { launchFigures } from '../../select/launchFigures.ts';
import { mergeFinely, netCurve, spans } from '../../select/netCurve.ts';
import { offsetScale } from '../../select/offsetScale.ts';
import { type TurnMark, turnMarks } from '../../select/turnMarks.ts';
import { sayComparisonValue } from '../../ui/comparisonValue.ts';
import { useErrors } from '../../ui/Errors.tsx';
import { Fold } from '../../ui/Fold.tsx';
import { netTone } from '../../ui/netTone.ts';
import { offsetWords } from '../../ui/offsetWords.ts';
import { SavePicture } from '../../ui/SavePicture.tsx';
import { StateBlock } from '../../ui/StateBlock.tsx';
import { sayStanding } from '../../ui/sayStanding.ts';
import { sayTurn } from '../../ui/sayTurn.ts';
import { TurnNumber } from '../../ui/TurnNumber.tsx';
import { useFormat } from '../../ui/useFormat.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { useDrawnWidth } from '../../ui/usePaper.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { useWords } from '../../ui/useWords.ts';
import css from './ComparisonPanel.module.css';

type Props = {
  comparison: LaunchComparison;
  launch: Launch;
  names: Names;
  query: string;
  turns: readonly TurningPoint[];
};

/** The picture of a comparison, with what happened around the launch; what is under the pointer is read out beside it. */
export function ComparisonDrawing({ comparison, launch, names, query, turns }: Props) {
  const { say } = useWords();
  const errors = useErrors();
  const format = useFormat(launch.timeZone);
  const isCompact = useIsNarrow();
  const [ref, measured] = useWidth();
  const width = useDrawnWidth(measured);
  const picture = comparisonPicture(comparison, isCompact ? 4 : 9);
  const { step, metric, scale, shows } = comparison;
  const { fromMs, toMs } = picture;
  const value = (one: number) => sayComparisonValue(one, comparison, format);
  const offset = (one: number) => offsetWords(one, format);
  if (isBlank(picture))
    return (
      <StateBlock
        shape="live"
        title={say('comparison.blank')}
        why={say(blankWhy(comparison), {
          from: offset(comparison.fromMs),
          to: offset(comparison.toMs),
        })}
        minHeight={240}
      />
    );
  const last = picture.launch.findLast((point) => point !== null);
  const untilNow = comparison.now - launch.at;
  const isRunning = last !== undefined && untilNow - last.offsetMs < 2 * compareSteps[step];
  const range =
    shows === 'lines' ? '' : say(`comparison.${shows === 'range' ? 'range' : 'bands'}`, { count: picture.launches });
  const ended =
    last && comparison.launch.points.find(({ offsetMs }) => offsetMs === last.offsetMs - compareSteps[step] / 2);
  const words = {
    launch: last
      ? say(isRunning ? 'comparison.now' : 'comparison.last', {
          name: cutName(launch.name),
          value: value(last.value),
          // Mentions alone are not read without them.
          texts: metric === 'mentions' && scale === 'raw' && ended ? ended.distinct : 0,
          step: isRunning ? step : say('comparison.step', { step }),
          from: format.time(launch.at + last.offsetMs - compareSteps[step] / 2),
          to: format.time(launch.at + last.offsetMs + compareSteps[step] / 2),
        })
      : '',
    median: say('comparison.median'),
    range,
    unheard: say('comparison.unheard'),
  };
  const within = ({ at }: { at: number }) => at - launch.at >= fromMs && at - launch.at <= toMs;
  const phases = (launch.phases ?? []).map(({ name, from, to }) => ({
    name,
    fromMs: from * hourMs,
    toMs: to * hourMs,
  }));
  const events = [
    { offsetMs: 0, name: 'T0', title: `T0, ${format.moment(launch.at)}`, isStrong: true },
    ...launch.events.filter(within).map(({ at, name }) => ({
      offsetMs: at - launch.at,
      name,
      title: `${say('comparison.event', { name })}, ${offset(at - launch.at)}`,
    })),
    ...decisionMarks(launch.decisions, launch.at + fromMs, launch.at + toMs).map(({ at, letter, name }) => ({
      offsetMs: at - launch.at,
      letter,
      name,
      title: `${say('comparison.decision', { letter, name })}, ${offset(at - launch.at)}`,
    })),
  ];
  const marks = turnMarks(turns, picture.launch, compareSteps[step], (turn) => sayTurn(turn, say, format));
  const unit = say('comparison.unit', {
    metric,
    scale,
    step: say('comparison.step', { step }),
    theme: comparison.theme === undefined ? '' : names.theme(comparison.theme),
  });
  const figures = launchFigures(comparison.launch, comparison.standing, compareSteps[step]);
  const part = figures.soFar ?? figures.drawn;
  const { headline, counted, more } = sayStanding(comparison, say, format);
  const plot = comparisonPlot({ width, isCompact, fromMs, toMs, events, hasPhases: phases.length > 0 });
  const axis = offsetScale(fromMs, toMs, plot.width);
  const middle = compareSteps[step] / 2;
  return (
    <figure className={css.figure} data-picture>
      <figcaption className={css.caption}>
        <span>
          {unit} {axis.isRoot && <small className="ink-3">{say('comparison.rootAxis')}</small>}
        </span>
        {!isCompact && isPastShort(picture) && <Legend picture={picture} words={{ ...words, launch: '' }} color="" />}
        <SavePicture
          title={`${launch.name}. ${unit}`}
          query={query}
          zone={launch.timeZone}
          fileName={`launchroom-${launch.id}`}
          counted={part ? [{ mentions: part.mentions, net: netSentiment(figures.opinions, errors.whole) }] : []}
        />
      </figcaption>
      {isCompact && <Legend picture={picture} words={words} color={names.color(launch.brand)} />}
      <div ref={ref} className={css.drawing}>
        {width > 0 && (
          <>
            <ComparisonChart
              width={width}
              isCompact={isCompact}
              picture={picture}
              color={names.color(launch.brand)}
              label={`${unit}. ${[headline, ...counted, ...more].join(' ')}`}
              events={events}
              turns={marks}
              phases={phases.filter((phase) => phase.toMs > fromMs && phase.fromMs < toMs)}
              words={words}
              formatOffset={offset}
              formatValue={value}
            />
            <TimeSeriesPointer
              plot={plot}
              rows={readRows(picture)}
              from={fromMs}
              to={toMs}
              scale={axis}
              describe={(row) => (
                <>
                  <b className="strong">{offset(row.at - middle)}</b>
                  {typeof row.launch === 'number' && ` ${launch.name} ${value(row.launch)}`}
                  {typeof row.median === 'number' && `, ${words.median} ${value(row.median)}`}
                  {typeof row.low === 'number' &&
                    typeof row.high === 'number' &&
                    `, ${value(row.low)}–${value(row.high)}`}
                  {picture.lines.map(({ id, name }) => {
                    const one = row[`line ${id}`];
                    return typeof one === 'number' ? `, ${name} ${value(one)}` : '';
                  })}
                </>
              )}
            />
          </>
        )}
      </div>
      {width > 0 && isCount(metric) && <Sentiment comparison={comparison} width={width} picture={picture} />}
      {marks.length > 0 && <TurnKey marks={marks} />}
    </figure>
  );
}

/** How people felt, on the same axis, under how much they talked. */
function Sentiment({
  comparison,
  picture,
  width,
}: {
  comparison: LaunchComparison;
  picture: ComparisonPicture;
  width: number;
}) {
  const { say } = useWords();
  const errors = useErrors();
  const format = useFormat('UTC');
  const isCompact = useIsNarrow();
  const { launch, step, standing } = comparison;
  const { fromMs, toMs } = picture;
  const { width: plotWidth } = comparisonPlot({ width, isCompact, fromMs, toMs, events: [], hasPhases: false });
  // Weeks of hours, each of few opinions, would be a comb; the first day, for which the axis is bent, keeps its hours.
  const isBent = step === '1h' && offsetScale(fromMs, toMs, plotWidth).isRoot;
  const every = isBent ? '6h' : step;
  const curve = netCurve(
    isBent
      ? mergeFinely(launch.points, compareSteps['6h'], hourMs, { from: -dayMs / 4, to: dayMs })
      : spans(launch.points, compareSteps[step]),
  );
  if (!curve) return null;
  const net = netSentiment(launchFigures(launch, standing, compareSteps[step]).opinions, errors.whole);
  const figure = net ? `${format.signed(net.net)} ${format.netSpread(net)}` : say('comparison.none');
  return (
    <div className={css.sentiment}>
      <p className={css.caption}>
        <span>
          {say('comparison.netUnder', {
            step: say('comparison.step', { step: every }),
            at: standing ? offsetWords(standing.toMs, format) : 'none',
          })}{' '}
          <b className={netTone(net)}>{figure}</b>{' '}
          <small className="ink-3">
            {isBent && `${say('comparison.netFine')} `}
            {say('comparison.netBand')}
          </small>
        </span>
      </p>
      <NetStrip
        width={width}
        plotWidth={plotWidth}
        fromMs={fromMs}
        toMs={toMs}
        curve={curve}
        label={say('comparison.netLabel', { name: launch.name, figure })}
        isGrey={!net || isGrey(net)}
        formatValue={format.signed}
      />
    </div>
  );
}

/** What the numbers on the curve are. */
function TurnKey({ marks }: { marks: readonly TurnMark[] }) {
  const { say } = useWords();
  return (
    <Fold name={say('comparison.turnKey', { count: marks.length })}>
      <ol className={css.turnKey} aria-label={say('story.turns')}>
        {marks.map(({ number, title, isConfirmed }) => (
          <li key={number}>
            <TurnNumber number={number} isConfirmed={isConfirmed} /> {title}
          </li>
        ))}
      </ol>
    </Fold>
  );
}

/** What stands at each offset, for the pointer. */
function readRows(picture: ComparisonPicture) {
  const rows = new Map<number, { at: number; [key: string]: number }>();
  const put = (at: number, figures: Record<string, number>) => rows.set(at, { ...rows.get(at), ...figures, at });
  for (const point of picture.launch) if (point) put(point.offsetMs, { launch: point.value });
  for (const point of picture.median) if (point) put(point.offsetMs, { median: point.value });
  for (const range of picture.outer) if (range) put(range.offsetMs, { low: range.low, high: range.high });
  for (const { id, points } of picture.lines)
    for (const point of points) if (point) put(point.offsetMs, { [`line ${id}`]: point.value });
  return [...rows.values()];
}

type LegendProps = {
  picture: ComparisonPicture;
  words: { launch: string; median: string; range: string };
  color: string;
};

/** On a phone there is no room at the ends of lines: what they are is listed above. */
function Legend({ picture, words, color }: LegendProps) {
  const line = (stroke: string, width: number, dash?: string) => (
    <svg width="18" height="8" aria-hidden="true">
      <line x1="0" x2="18" y1="4" y2="4" stroke={stroke} strokeWidth={width} strokeDasharray={dash} />
    </svg>
  );
  return (
    <ul className={css.legend}>
      {words.launch !== '' && (
        <li>
          {line(color, 2.4)} <b className="strong">{words.launch}</b>
        </li>
      )}
      {words.range !== '' && (
        <>
          <li>
            {line('var(--ink-2)', 1.4, '4 3')} {words.median}
          </li>
          <li>
            {line('var(--band-50)', 8)} {words.range}
          </li>
        </>
      )}
      {picture.lines.map(({ id, name }, index) => (
        <li key={id}>
          {line('var(--ink-3)', 1.2, dashOf(index))} {name}
        </li>
      ))}
    </ul>
  );
}

/** Why there is nothing to draw. */
function blankWhy({ launch, toMs, now }: LaunchComparison) {
  if (launch.missing === 'not-told') return 'comparison.blankTold';
  return launch.at + toMs < now ? 'comparison.blankPast' : 'comparison.blankWhy';
}
