import type { SentimentPoint, VolumePoint } from '../select/curve.ts';
import type { DecisionMark } from '../select/decisionMarks.ts';
import type { AheadPoint } from '../select/forecastPoints.ts';
import { letterWidth, placeEventLabels } from '../select/placeEventLabels.ts';
import type { Unheard } from '../select/unheard.ts';
import { bandPath, linePath } from './path.ts';
import { UnheardSpans } from './UnheardSpans.tsx';

export type EventMark = { at: number; time: string; name: string };

export type LaunchCurveProps = {
  width: number;
  /** The phone's: lower, without events and without the band of sentiment. */
  compact: boolean;
  from: number;
  to: number;
  volume: readonly VolumePoint[];
  /** The period before, moved onto this time axis. */
  before: readonly VolumePoint[];
  sentiment: readonly SentimentPoint[];
  events: readonly EventMark[];
  /** Noted decisions, as diamonds with their letter; `title` is said on hover. */
  decisions?: readonly (DecisionMark & { title: string })[];
  /** Expected mentions ahead of `to`, with their band, drawn on an axis that goes on until `until`. */
  ahead?: {
    points: readonly AheadPoint[];
    until: number;
    /** By when, between which counts the band lies, also where the axis cuts it, what the line says at its end, and how often that holds. */
    by: string;
    ends: string;
    often: string;
    /** The highest that is expected, where the band leaves the axis. */
    beyond: string | null;
    title: string;
  };
  /** A line breaks where points are further apart than this. */
  stepMs: number;
  unheard: readonly Unheard[];
  /** From here on a source is missing: the line is dotted, since its counts are least ones. Epoch ms. */
  partialFrom: number | null;
  ticks: readonly { at: number; label: string }[];
  top: number;
  topLabel: string;
  halfLabel: string;
  net: { low: number; high: number };
  color: string;
  label: string;
  words: { last: string; before: string; unheard: string; net: string; netOf: string; netColor: string };
};

const eventRows = 2;
/** The volume's axis stands in the plot, clear of a line at its very beginning. */
const axisX = 6;

/** Volume from zero with the period before dotted behind it, and net sentiment below on the same time axis. */
export function LaunchCurve(props: LaunchCurveProps) {
  const { width, compact, from, to, volume, before, sentiment, top, net, color, words } = props;
  const right = compact ? width - 40 : width - 176;
  // On a phone the last value is said above the plot: nothing of the curve comes there.
  const head = compact ? 28 : 44;
  const base = compact ? 134 : 160;
  const bandTop = base + 16;
  const bandBottom = base + 62;
  const height = compact ? base + 22 : bandBottom + 24;
  const until = Math.max(to, props.ahead?.until ?? to);
  const x = (at: number) => ((at - from) / Math.max(1, until - from)) * right;
  const y = (mentions: number) => base - (Math.min(mentions, top) / top) * (base - head);
  const yNet = (value: number) => bandBottom - ((value - net.low) / (net.high - net.low)) * (bandBottom - bandTop);
  const place = (point: VolumePoint | null) => point && { x: x(point.at), y: y(point.mentions) };
  const line = volume.map((point) => ({ x: x(point.at), y: y(point.mentions) }));
  const last = line.at(-1);
  const { stepMs, unheard, partialFrom } = props;
  const whole = partialFrom === null ? volume : volume.filter(({ at }) => at <= partialFrom);
  // The point before it belongs to both, so that they join.
  const partial = partialFrom === null ? [] : volume.slice(Math.max(0, whole.length - 1));
  const feeling = broken(sentiment, stepMs);
  const lastNet = sentiment.findLast((point) => point.net !== null);
  const beforeLine = before.map((point) => ({ x: x(point.at), y: y(point.mentions) }));
  const lastBefore = beforeLine.at(-1);
  const lastY = last ? Math.max(head, Math.min(base - 4, last.y + 4)) : 0;
  // Two direct labels at the same end: the lower one gives way.
  const beforeY = lastBefore ? awayFrom(Math.min(base - 4, lastBefore.y + 4), lastY, head, base - 4) : 0;
  // Beside the last point is what is expected: the last value stands above the plot then, on its side of the line that parts the two.
  const isAbove = compact || props.ahead !== undefined;
  const labels = placeEventLabels(
    props.events.map(({ at, time, name }) => ({ x: x(at), name: `${time} ${name}` })),
    // Words may reach into the margin where the lines' own labels stand lower; the last value's own name stands in the lower row.
    { x: 0, width: isAbove ? x(to) - words.last.length * letterWidth - 12 : right + 60 },
    eventRows,
  );
  const rowY = (row: number) => 18 + row * 18;
  // In the lower row words near the start would stand on the axis's own.
  const isCrowded = labels.some((label) => label?.row === eventRows - 1 && label.anchor === 'start' && label.x < 40);
  const zeroInside = net.low < 0 && net.high > 0;
  return (
    <svg width={width} height={height} role="img" aria-label={props.label}>
      <UnheardSpans
        unheard={unheard}
        x={x}
        top={head}
        height={(compact ? base : bandBottom) - head}
        word={words.unheard}
        wordY={(head + base) / 2}
      />
      {[0, top / 2, top].map((value) => (
        <line key={value} className={value === 0 ? 'bl' : 'gl'} x1="0" x2={right} y1={y(value)} y2={y(value)} />
      ))}
      {compact ? (
        <>
          <text className="ax" x={width} y={y(top) + 4} textAnchor="end">
            {props.topLabel}
          </text>
          <text className="ax" x={width} y={base + 4} textAnchor="end">
            0
          </text>
        </>
      ) : (
        <>
          <text className="ax halo" x={axisX} y={isCrowded ? y(top) + 12 : y(top) - 4}>
            {props.topLabel}
          </text>
          <text className="ax halo" x={axisX} y={y(top / 2) - 4}>
            {props.halfLabel}
          </text>
        </>
      )}
      {!compact &&
        props.events.map((event, index) => (
          <g key={`${event.at} ${event.name}`}>
            <title>{`${event.time} ${event.name}`}</title>
            <line
              x1={x(event.at)}
              x2={x(event.at)}
              y1={labels[index] ? rowY(labels[index].row) - 10 : head}
              y2={bandBottom}
              stroke="var(--hairline-strong)"
              strokeDasharray="2 3"
              shapeRendering="crispEdges"
            />
            {labels[index] && (
              <text
                className="lb halo"
                x={labels[index].x}
                y={rowY(labels[index].row)}
                textAnchor={labels[index].anchor}
              >
                <tspan className="lbs">{event.time}</tspan> {event.name}
              </text>
            )}
          </g>
        ))}
      {props.ahead && <Ahead ahead={props.ahead} x={x} y={y} base={base} isNamed={!compact} now={x(to)} head={head} />}
      <path
        d={linePath(broken(before, stepMs).map(place))}
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth="1.4"
        strokeDasharray="1 4"
        strokeLinecap="round"
      />
      <path
        d={linePath(broken(whole, stepMs).map(place))}
        fill="none"
        stroke={color}
        strokeWidth={compact ? 2.2 : 2.4}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {partial.length > 1 && (
        <path
          d={linePath(broken(partial, stepMs).map(place))}
          fill="none"
          stroke={color}
          strokeWidth="2.4"
          strokeDasharray="0.5 5"
          strokeLinecap="round"
          data-partial
        />
      )}
      {last && (
        <circle
          cx={last.x}
          cy={last.y}
          r="4.5"
          fill={partialFrom === null ? color : 'var(--bg)'}
          stroke={partialFrom === null ? 'var(--bg)' : color}
          strokeWidth="1.5"
        />
      )}
      {last && isAbove && (
        <text
          className="lbs"
          x={x(to) - 1}
          y={head - 10}
          textAnchor="end"
          style={compact ? undefined : { fontSize: 13 }}
        >
          {words.last}
        </text>
      )}
      {last && !isAbove && (
        <text className="lbs halo" x={last.x + 10} y={lastY} style={{ fontSize: 13 }}>
          {words.last}
        </text>
      )}
      {!compact && lastBefore && !props.ahead && (
        <text className="ax halo" x={lastBefore.x + 10} y={beforeY}>
          {words.before}
        </text>
      )}
      {!compact && (
        <>
          <line className="gl" x1="0" x2={right} y1={yNet(net.high)} y2={yNet(net.high)} />
          <line className="gl" x1="0" x2={right} y1={yNet(net.low)} y2={yNet(net.low)} />
          {zeroInside && <line className="bl" x1="0" x2={right} y1={yNet(0)} y2={yNet(0)} />}
          <path
            d={bandPath(
              feeling.map((point) =>
                point === null || point.low === null || point.high === null
                  ? null
                  : { x: x(point.at), low: yNet(clamp(point.low, net)), high: yNet(clamp(point.high, net)) },
              ),
            )}
            fill={words.netColor}
            opacity="0.2"
          />
          <path
            d={linePath(
              feeling.map((point) =>
                point === null || point.net === null ? null : { x: x(point.at), y: yNet(clamp(point.net, net)) },
              ),
            )}
            fill="none"
            stroke={words.netColor}
            strokeWidth="2"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
          {[net.high, net.low].map((value) => (
            <text key={value} className="ax" x={right + 10} y={yNet(value) + 4}>
              {signed(value)}
            </text>
          ))}
          {lastNet?.net !== null && lastNet !== undefined && (
            <>
              <text
                className="lbs halo"
                x={right + 10}
                y={(bandTop + bandBottom) / 2 - 4}
                style={{ fill: words.netColor }}
              >
                {words.net}
              </text>
              <text className="ax halo" x={right + 10} y={(bandTop + bandBottom) / 2 + 11}>
                {words.netOf}
              </text>
            </>
          )}
        </>
      )}
      {props.decisions?.map((mark) => (
        <Decision
          key={`${mark.at} ${mark.letter}`}
          mark={mark}
          x={x(mark.at)}
          y={base}
          from={compact ? head : head - 8}
        />
      ))}
      {props.ticks.map(({ at, label }) => (
        <text
          key={at}
          className="ax"
          x={x(at)}
          y={height - 4}
          textAnchor={x(at) < 24 ? 'start' : x(at) > right - 24 ? 'end' : 'middle'}
        >
          {label}
        </text>
      ))}
    </svg>
  );
}

type AheadProps = {
  ahead: NonNullable<LaunchCurveProps['ahead']>;
  x: (at: number) => number;
  y: (mentions: number) => number;
  base: number;
  head: number;
  now: number;
  isNamed: boolean;
};

/** px between the lines of a label. */
const nameStep = 14;

/** What is expected: a flat band and a thin line, faint beside what was counted; their name stands behind their end. No name, no line. */
function Ahead({ ahead, x, y, base, head, now, isNamed }: AheadProps) {
  const last = ahead.points.at(-1);
  if (!last) return null;
  return (
    <g>
      <title>{ahead.title}</title>
      <path
        d={bandPath(ahead.points.map(({ at, low, high }) => ({ x: x(at), low: y(low), high: y(high) })))}
        fill="var(--band-80)"
      />
      {isNamed && (
        <path
          d={linePath(ahead.points.map(({ at, expected }) => ({ x: x(at), y: y(expected) })))}
          fill="none"
          stroke="var(--ink-3)"
          strokeWidth="1.2"
        />
      )}
      {ahead.beyond !== null && (
        <text className="ax" x={x(last.at)} y={head - 5} textAnchor="end">
          ↑ {ahead.beyond}
        </text>
      )}
      <line x1={now} x2={now} y1={head - 6} y2={base} stroke="var(--hairline-strong)" shapeRendering="crispEdges" />
      {isNamed && (
        <text
          className="ax"
          x={x(last.at) + 8}
          y={Math.max(head + 10, Math.min(base - 4 - 2 * nameStep, y(last.high) + 4))}
        >
          {ahead.by}
          {[ahead.ends, ahead.often].map((words) => (
            <tspan key={words} x={x(last.at) + 8} dy={nameStep}>
              {words}
            </tspan>
          ))}
        </text>
      )}
    </g>
  );
}

type DecisionProps = { mark: DecisionMark & { title: string }; x: number; y: number; from: number };
const diamond = 9;

/** A diamond on the axis with its letter, and a dotted line up from it. */
function Decision({ mark, x, y, from }: DecisionProps) {
  return (
    <g>
      <title>{mark.title}</title>
      <line x1={x} x2={x} y1={from} y2={y} stroke="var(--ink-2)" strokeDasharray="1 3" shapeRendering="crispEdges" />
      <path
        d={`M${x},${y - diamond}L${x + diamond},${y}L${x},${y + diamond}L${x - diamond},${y}Z`}
        fill="var(--ink-1)"
        stroke="var(--bg)"
        strokeWidth="1.5"
      />
      <text x={x} y={y + 3.5} textAnchor="middle" style={{ fill: 'var(--bg)', fontSize: 10, fontWeight: 620 }}>
        {mark.letter}
      </text>
    </g>
  );
}

/** The same points with a break wherever one is missing between two. */
function broken<Point extends { at: number }>(points: readonly Point[], stepMs: number): (Point | null)[] {
  return points.flatMap((point, index) =>
    index > 0 && point.at - points[index - 1]!.at > 1.5 * stepMs ? [null, point] : [point],
  );
}

function awayFrom(wanted: number, taken: number, least: number, most: number): number {
  const room = 15;
  if (Math.abs(wanted - taken) >= room) return wanted;
  if (wanted >= taken) return taken + room <= most ? taken + room : taken - room;
  return taken - room >= least ? taken - room : taken + room;
}

function clamp(value: number, domain: { low: number; high: number }): number {
  return Math.max(domain.low, Math.min(domain.high, value));
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}
