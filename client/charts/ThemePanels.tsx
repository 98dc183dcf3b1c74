import type { ReactNode } from 'react';
import { band, beforeKey, type ChartRow } from '../select/timeSeries.ts';
import type { Unheard } from '../select/unheard.ts';
import { Begun } from './Begun.tsx';
import { bandPath, linePath } from './path.ts';
import css from './TimeSeries.module.css';
import type { SeriesLine, TimeEvent } from './TimeSeries.tsx';
import { TimeSeriesPointer } from './TimeSeriesPointer.tsx';
import { UnheardSpans } from './UnheardSpans.tsx';

/** `feels`: what net sentiment surely is, else neutral. `change`: how many times as much as before. */
export type PanelLine = SeriesLine & {
  net: string;
  netNote?: string;
  feels: 'positive' | 'neutral' | 'negative';
  change?: { text: string; isSure: boolean };
};

type Props = {
  width: number;
  columns: number;
  lines: readonly PanelLine[];
  rows: readonly ChartRow[];
  /** Net sentiment with a band for every line. */
  feeling: readonly ChartRow[];
  from: number;
  to: number;
  top: number;
  formatY: (value: number) => string;
  formatNet: (net: number) => string;
  xTicks: readonly number[];
  formatX: (at: number) => string;
  events: readonly TimeEvent[];
  unheard: readonly Unheard[];
  unheardWord: string;
  label: string;
  words: { net: string };
  /** Each stands beside its own past, which the rows hold, instead of beside all others. */
  isCompared?: boolean;
  /** Said of one panel for the pointer. */
  describe: (row: ChartRow, line: PanelLine) => ReactNode;
  onSelect: (from: number, to: number) => void;
};

const gap = 28;
const head = 26;
const volumeHeight = 84;
const between = 20;
const netHeight = 44;
const foot = 26;
const panelHeight = head + volumeHeight + between + netHeight + foot;
const top = 4;
/** px, of an axis's words. */
const letter = 6.4;
/** In a narrower panel the name of net sentiment would run into the next one. */
const roomy = 230;

/**
 * Many lines as small drawings on one scale, each in front of its own past, or else of all others, in grey: six that cross each other cannot be told apart.
 * Above, how much, in the one colour of all; below, how it feels with its interval, in the colour of opinion.
 */
export function ThemePanels(props: Props) {
  const { width, columns, lines, rows, feeling, from, to, unheard } = props;
  const across = (width - gap * (columns - 1)) / columns;
  const height = Math.ceil(lines.length / columns) * panelHeight + top;
  const x = (at: number) => (across * (at - from)) / Math.max(1, to - from);
  const y = (value: number) => head + volumeHeight * (1 - value / Math.max(1, props.top));
  const netTop = head + volumeHeight + between;
  const yNet = (value: number) => netTop + netHeight * (1 - (value + 100) / 200);
  const path = (of: readonly ChartRow[], key: string, place: (value: number) => number) =>
    linePath(
      of.map((row) => {
        const value = row[key];
        return typeof value === 'number' && row.at >= from ? { x: x(row.at), y: place(value) } : null;
      }),
    );
  // Where nothing says what it is a line is noise: T0 and changes of the rules stand, other events have no room for their words.
  const marked = props.events.filter((event) => event.isStrong || event.isSeam);
  const others = lines.map((line) => path(rows, line.key, y));
  const left = (index: number) => (index % columns) * (across + gap);
  const above = (index: number) => top + Math.floor(index / columns) * panelHeight;
  return (
    <div className={css.chart} style={{ width, height }}>
      <svg width={width} height={height} role="img" aria-label={props.label}>
        {lines.map((line, index) => (
          <g key={line.key} transform={`translate(${left(index)} ${above(index)})`} data-panel={line.key}>
            <text className="lb" x="0" y="12" style={{ fontSize: 13 }}>
              <tspan className="lbs">{line.name}</tspan> {line.figure}
              {line.change && (
                <tspan className={line.change.isSure ? 'lbs' : 'ax'} dx="8">
                  {line.change.text}
                </tspan>
              )}
            </text>
            <UnheardSpans
              unheard={unheard}
              x={x}
              top={head}
              height={netTop + netHeight - head}
              word={props.unheardWord}
            />
            <line className="gl" x1="0" x2={across} y1={y(props.top)} y2={y(props.top)} />
            <line className="bl" x1="0" x2={across} y1={y(0)} y2={y(0)} />
            <text className="ax halo" x={across} y={y(props.top) - 4} textAnchor="end">
              {props.formatY(props.top)}
            </text>
            {marked.map((event) => (
              <line
                key={`${event.at} ${event.name}`}
                x1={x(event.at)}
                x2={x(event.at)}
                y1={head}
                y2={netTop + netHeight}
                stroke="var(--hairline-strong)"
                strokeDasharray={event.isSeam ? '1 3' : undefined}
              >
                <title>{event.name}</title>
              </line>
            ))}
            {marked.map((event) => {
              // Said once: in the other panels its line stands at the same place.
              const isRoomy = index === 0 && event.isStrong && x(event.at) > event.name.length * letter + 8;
              return (
                isRoomy && (
                  <text key={event.at} className="ax halo" x={x(event.at) - 5} y={head + 14} textAnchor="end">
                    {event.name}
                  </text>
                )
              );
            })}
            {props.isCompared ? (
              <path
                d={path(rows, line.key + beforeKey, y)}
                fill="none"
                stroke="var(--ink-2)"
                strokeWidth="1.4"
                strokeDasharray="1.5 3"
                data-before
              />
            ) : (
              others.map((other, at) =>
                at === index ? null : (
                  <path key={lines[at]!.key} d={other} fill="none" stroke="var(--hairline-strong)" strokeWidth="1" />
                ),
              )
            )}
            <path d={others[index]} fill="none" stroke={line.color} strokeWidth="2" strokeLinejoin="round" />
            <Begun rows={rows} line={line} x={x} y={y} />
            {[100, -100].map((net) => (
              <line key={net} className="gl" x1="0" x2={across} y1={yNet(net)} y2={yNet(net)} />
            ))}
            <path
              d={bandPath(
                feeling.map((row) => {
                  const interval = row[line.key + band];
                  return Array.isArray(interval) && row.at >= from
                    ? { x: x(row.at), low: yNet(interval[0]), high: yNet(interval[1]) }
                    : null;
                }),
              )}
              fill={`var(--${line.feels}-band)`}
            />
            {/* Over the band, which hid it, and told apart from it. */}
            <line
              x1="0"
              x2={across}
              y1={yNet(0)}
              y2={yNet(0)}
              stroke="var(--ink-3)"
              strokeOpacity="0.7"
              shapeRendering="crispEdges"
              data-zero
            />
            <path
              d={path(feeling, line.key, yNet)}
              fill="none"
              stroke={`var(--${line.feels})`}
              strokeWidth="1.6"
              strokeLinejoin="round"
              strokeLinecap="round"
            />
            {loneNets(feeling, line.key, from).map(({ at, net, interval }) => (
              <g key={at} data-lone>
                {interval && (
                  <line
                    x1={x(at)}
                    x2={x(at)}
                    y1={yNet(interval[0])}
                    y2={yNet(interval[1])}
                    stroke={`var(--${line.feels}-band)`}
                    strokeWidth="5"
                  />
                )}
                <circle cx={x(at)} cy={yNet(net)} r="2.5" fill={`var(--${line.feels})`} />
              </g>
            ))}
            {/* Said once, like the events: all strips have one scale. */}
            {index === 0 && (
              <NetScale
                x={across}
                y={yNet}
                isBelow={feeling.reduce((sum, row) => sum + (numberOf(row[line.key]) ?? 0), 0) >= 0}
                hasTicks={columns >= lines.length}
                format={props.formatNet}
              />
            )}
            <text className="lb halo" x="0" y={netTop - 5}>
              {across > roomy && `${props.words.net} `}
              <tspan className="lbs" style={{ fill: `var(--${line.feels})` }}>
                {line.net}
              </tspan>{' '}
              {line.netNote && <tspan className="ax">{line.netNote}</tspan>}
            </text>
            {(index + columns >= lines.length ? props.xTicks : []).map((at) => (
              <text
                key={at}
                className="ax"
                x={x(at)}
                y={netTop + netHeight + 16}
                textAnchor={x(at) < 18 ? 'start' : x(at) > across - 18 ? 'end' : 'middle'}
              >
                {props.formatX(at)}
              </text>
            ))}
          </g>
        ))}
      </svg>
      {lines.map((line, index) => (
        <TimeSeriesPointer
          key={line.key}
          plot={{ x: left(index), y: above(index) + head, width: across, height: netTop + netHeight - head }}
          rows={rows}
          from={from}
          to={to}
          describe={(row) => props.describe(row, line)}
          onSelect={props.onSelect}
        />
      ))}
    </div>
  );
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);

/** Values with none beside them, which a line would show as a speck. */
function loneNets(feeling: readonly ChartRow[], key: string, from: number) {
  const netOf = (row: ChartRow | undefined) => (row && row.at >= from ? numberOf(row[key]) : null);
  return feeling.flatMap((row, index) => {
    const net = netOf(row);
    if (net === null || netOf(feeling[index - 1]) !== null || netOf(feeling[index + 1]) !== null) return [];
    const interval = row[key + band];
    return [{ at: row.at, net, interval: Array.isArray(interval) ? interval : null }];
  });
}

type NetScaleProps = {
  x: number;
  y: (net: number) => number;
  /** Zero is named on the side where less of the curve is. */
  isBelow: boolean;
  /** The axis's words stand under the strip. */
  hasTicks: boolean;
  format: (net: number) => string;
};

/** The ends of net sentiment and its zero, at the right where the scale of the volume has its word. */
function NetScale({ x, y, isBelow, hasTicks, format }: NetScaleProps) {
  const words = [
    { net: 100, at: y(100) - 5 },
    { net: 0, at: isBelow ? y(0) + 12 : y(0) - 4 },
    { net: -100, at: y(-100) + (hasTicks ? -3 : 13) },
  ];
  return words.map(({ net, at }) => (
    <text key={net} className="ax halo" x={x} y={at} textAnchor="end" data-net-scale>
      {format(net)}
    </text>
  ));
}
