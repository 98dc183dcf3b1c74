import type { ReactNode } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from 'recharts';
import { loneIntervals } from '../select/loneIntervals.ts';
import { placeEventLabels } from '../select/placeEventLabels.ts';
import { ringRadii } from '../select/ringRadii.ts';
import { spreadLabels } from '../select/spreadLabels.ts';
import { band, type ChartRow, openStart } from '../select/timeSeries.ts';
import type { Unheard } from '../select/unheard.ts';
import { Begun } from './Begun.tsx';
import css from './TimeSeries.module.css';
import { TimeSeriesPointer } from './TimeSeriesPointer.tsx';
import { UnheardSpans } from './UnheardSpans.tsx';

export type SeriesLine = {
  key: string;
  name: string;
  /** A CSS colour; a brand has the same one on every screen. */
  color: string;
  /** What stands beside the name at the line's end. */
  figure: string;
  note?: string;
  isFocus: boolean;
};
/** `isSeam`: where the rules that a curve was counted under change; it is no event of the world. */
export type TimeEvent = { at: number; name: string; isStrong?: boolean; isSeam?: boolean };

export type TimeSeriesProps = {
  width: number;
  height: number;
  rows: readonly ChartRow[];
  lines: readonly SeriesLine[];
  from: number;
  to: number;
  domain: [number, number];
  yTicks: readonly number[];
  formatY: (value: number) => string;
  xTicks: readonly number[];
  formatX: (at: number) => string;
  /** Row key of the values of the period before, shifted onto this one: an area in the first line's colour. */
  beforeKey?: string;
  bandKey?: string;
  events?: readonly TimeEvent[];
  /** In which nothing was heard: hatched, with the word where there is room. The rows hold `null` there. */
  unheard?: readonly Unheard[];
  unheardWord?: string;
  /** What the figures beside the lines' names count, where that is not what the line shows. */
  figuresOf?: string;
  label: string;
  /** Says one row in words, for the pointer. */
  describe?: (row: ChartRow) => ReactNode;
  onSelect?: (from: number, to: number) => void;
  /** Where the direct labels begin; a phone has no room for them and lists them below. */
  labelWidth?: number;
};

const left = 44;
const top = 8;
const axis = 22;
/** The words of events stand above the plot: more rows would leave the curve too little room. */
const eventRows = 2;
const rowHeight = 15;

/** px, of the interval of a value that has no neighbour. */
const barWidth = 12;

/** One value makes no line. */
const isAlone = (rows: readonly ChartRow[], key: string) =>
  rows.filter((row) => typeof row[key] === 'number').length === 1;

/** Without colours the second to the fourth line are told apart by their dashes. */
const dashOf = (index: number) => [undefined, css.dashed, css.dotted, css.longDashed][index];

const strokeOf = ({ isStrong, isSeam }: TimeEvent) => (isStrong || isSeam ? 'var(--ink-2)' : 'var(--hairline-strong)');

/** Lines over time with their names at their ends instead of a legend. Draws what it is given: no arithmetic, no motion. */
export function TimeSeries(props: TimeSeriesProps) {
  const { width, height, rows, lines, from, to, domain, bandKey, beforeKey } = props;
  const labelWidth = props.labelWidth ?? 150;
  const across = { x: left, width: Math.max(10, width - left - labelWidth) };
  const xOf = (at: number) => across.x + (across.width * (at - from)) / Math.max(1, to - from);
  const eventPlaces = placeEventLabels(
    (props.events ?? []).map(({ at, name, isStrong, isSeam }) => ({ x: xOf(at), name, isStrong: isStrong || isSeam })),
    // Above the plot the margin of the lines' names is free.
    { x: left, width: width - left },
    eventRows,
  );
  const head = top + rowHeight * Math.max(0, ...eventPlaces.map((place) => (place ? place.row + 1 : 0)));
  const plot = { ...across, y: head, height: height - head - axis };
  const yOf = (value: number) => plot.y + plot.height * (1 - (value - domain[0]) / (domain[1] - domain[0]));
  const colorOf = (key: string | undefined) => lines.find((line) => line.key === key)?.color;
  const begun = lines.map(({ key }) => {
    const value = rows.find((row) => typeof row[key + openStart] === 'number')?.[key + openStart];
    return typeof value === 'number' ? yOf(value) : null;
  });
  const radii = ringRadii(begun);
  const ends = lines.map((line, index) => {
    const shown = (row: ChartRow) => row[line.key] ?? row[line.key + openStart];
    const last = rows.findLast((row) => typeof shown(row) === 'number');
    const value = last && shown(last);
    if (typeof value !== 'number' || !last) return null;
    return { x: xOf(last.at) + (line.key + openStart in last ? radii[index]! : 2), y: yOf(value) };
  });
  const lone = bandKey === undefined ? [] : loneIntervals(rows, bandKey).filter(({ at }) => at >= from);
  const places = spreadLabels(
    ends.map((end) => end?.y ?? null),
    17,
    head + (props.figuresOf === undefined ? 6 : 18),
    head + plot.height,
  );
  const topmost = places.indexOf(Math.min(...places));
  const unplaced = (props.events ?? []).filter((_, index) => !eventPlaces[index]);
  return (
    <>
      <div className={css.chart} style={{ width, height }}>
        <ComposedChart
          width={width}
          height={height}
          data={rows as ChartRow[]}
          margin={{ top: head, right: labelWidth, bottom: 0, left: 0 }}
          accessibilityLayer={false}
          role="img"
          aria-label={props.label}
        >
          <CartesianGrid vertical={false} stroke="var(--hairline)" syncWithTicks />
          <XAxis
            dataKey="at"
            type="number"
            domain={[from, to]}
            allowDataOverflow
            ticks={props.xTicks as number[]}
            interval={0}
            height={axis}
            tickLine={false}
            axisLine={{ stroke: 'var(--hairline-strong)' }}
            tick={{ className: css.tick }}
            tickFormatter={props.formatX}
          />
          <YAxis
            width={left}
            domain={domain}
            allowDataOverflow
            ticks={props.yTicks as number[]}
            interval={0}
            tickLine={false}
            axisLine={false}
            tick={{ className: css.tick }}
            tickFormatter={props.formatY}
          />
          {domain[0] < 0 && <ReferenceLine y={0} stroke="var(--hairline-strong)" />}
          {beforeKey && (
            <Area
              dataKey={beforeKey}
              stroke="none"
              fill={lines[0]?.color}
              fillOpacity={0.14}
              isAnimationActive={false}
            />
          )}
          {bandKey && (
            <Area
              dataKey={bandKey + band}
              stroke="none"
              fill={colorOf(bandKey)}
              fillOpacity={0.18}
              isAnimationActive={false}
              connectNulls={false}
            />
          )}
          {props.events?.map((event) => (
            <ReferenceLine
              key={`${event.at} ${event.name}`}
              x={event.at}
              stroke={strokeOf(event)}
              strokeDasharray={event.isSeam ? '1 3' : undefined}
            />
          ))}
          {lines.toReversed().map((line, behind) => (
            <Line
              key={line.key}
              className={dashOf(lines.length - 1 - behind)}
              dataKey={line.key}
              stroke={line.color}
              strokeWidth={line.isFocus ? 2.2 : 1.4}
              dot={isAlone(rows, line.key) ? { r: 3, fill: line.color } : false}
              activeDot={false}
              type="linear"
              isAnimationActive={false}
              connectNulls={false}
            />
          ))}
        </ComposedChart>
        <svg className={css.labels} width={width} height={height} aria-hidden="true">
          <UnheardSpans
            unheard={props.unheard ?? []}
            x={xOf}
            top={plot.y}
            height={plot.height}
            word={props.unheardWord ?? ''}
          />
          {lone.map((row) => {
            const [low, high] = row[bandKey + band] as [number, number];
            return (
              <rect
                key={row.at}
                x={xOf(row.at) - barWidth / 2}
                y={yOf(high)}
                width={barWidth}
                height={yOf(low) - yOf(high)}
                fill={colorOf(bandKey)}
                fillOpacity={0.28}
                data-lone
              />
            );
          })}
          {lines
            .map((line, index) => (
              <Begun key={line.key} rows={rows} line={line} x={xOf} y={yOf} radius={radii[index]!} />
            ))
            .reverse()}
          {props.events?.map((event, index) => {
            const place = eventPlaces[index];
            if (!place) return null;
            const y = top + place.row * rowHeight;
            return (
              <g key={`${event.at} ${event.name}`}>
                <line
                  x1={xOf(event.at)}
                  x2={xOf(event.at)}
                  y1={y - 6}
                  y2={plot.y}
                  stroke={strokeOf(event)}
                  strokeDasharray={event.isSeam ? '1 3' : undefined}
                />
                <text
                  className={event.isStrong ? 'lbs halo' : 'lb halo'}
                  x={place.x}
                  y={y + 4}
                  textAnchor={place.anchor}
                >
                  {event.name}
                </text>
              </g>
            );
          })}
          {labelWidth > 60 &&
            lines.map((line, index) => (
              <g key={line.key}>
                {index === topmost && props.figuresOf !== undefined && (
                  <text className="ax" x={plot.x + plot.width + 22} y={places[index]! - 13}>
                    {props.figuresOf}
                  </text>
                )}
                {ends[index] && ends[index].x > plot.x + plot.width - 24 && (
                  <path
                    d={`M${ends[index].x} ${ends[index].y}L${plot.x + plot.width + 8} ${places[index]}`}
                    stroke="var(--hairline-strong)"
                    fill="none"
                  />
                )}
                <circle className={css.disc} cx={plot.x + plot.width + 13} cy={places[index]} r="4" fill={line.color} />
                <g className={dashOf(index)}>
                  <path
                    className={css.sample}
                    d={`M${plot.x + plot.width + 4} ${places[index]}h15`}
                    stroke={line.color}
                    strokeWidth={line.isFocus ? 2.2 : 1.4}
                  />
                </g>
                <text className="lb" x={plot.x + plot.width + 22} y={places[index]! + 4}>
                  <tspan className="lbs">{line.name}</tspan> {line.figure}{' '}
                  {line.note && <tspan className="ax">{line.note}</tspan>}
                </text>
              </g>
            ))}
        </svg>
        {props.describe && (
          <TimeSeriesPointer
            plot={plot}
            rows={rows}
            from={from}
            to={to}
            describe={props.describe}
            onSelect={props.onSelect}
          />
        )}
      </div>
      {unplaced.length > 0 && (
        <p className={css.unplaced}>
          {unplaced.map(({ at, name }) => (
            <span key={`${at} ${name}`}>{name}</span>
          ))}
        </p>
      )}
    </>
  );
}
