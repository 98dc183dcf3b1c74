import { Area, ComposedChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import type { VolumePoint } from '../select/curve.ts';
import type { AheadPoint } from '../select/forecastPoints.ts';
import { wholePoints } from '../select/pulseUnheard.ts';
import { type Unheard, within } from '../select/unheard.ts';
import { bandPath, linePath } from './path.ts';
import { UnheardSpans } from './UnheardSpans.tsx';

export type PulseVolumeProps = {
  width: number;
  height: number;
  points: readonly VolumePoint[];
  domain: [number, number];
  /** What is expected from the last point on, with its band; the lines of its name, the name of its end, how far it goes beyond the top. */
  ahead: { points: readonly AheadPoint[]; labels: readonly string[]; beyond: string | null; end: string } | null;
  /** From here on a source is missing: the line is broken, since its counts are least ones. Epoch ms. */
  partialFrom: number | null;
  /** In which nothing was heard: hatched, and no line where a point's own stretch, so long, holds some of it. */
  unheard: { spans: readonly Unheard[]; widthMs: number; word: string };
  top: number;
  ticks: readonly { at: number; label: string }[];
  end: string;
  events: readonly { at: number; label: string }[];
  color: string;
  number: (value: number) => string;
  name: string;
};

const foot = 44;
/** Of the smallest text on the wall. */
const letterWidth = 14;
const tickHeight = 28;
const mostLines = 3;

/** The wall's volume: from zero, two grid lines, a dot for now. At most 120 points, no animation. */
export function PulseVolume(props: PulseVolumeProps) {
  const { width, height, points, domain, top, color, ahead, partialFrom, unheard } = props;
  const last = points.at(-1);
  const drawn = wholePoints(points, unheard.spans, unheard.widthMs);
  // Its count is a least one.
  const isLeast = partialFrom !== null || drawn.at(-1) === null;
  const x = (at: number) => ((at - domain[0]) / Math.max(1, domain[1] - domain[0])) * width;
  const base = height - foot;
  const y = (value: number) => base - (value / top) * (base - 34);
  // The point before it belongs to both, so that they join.
  const wholeCount = partialFrom === null ? points.length : points.filter(({ at }) => at <= partialFrom).length;
  const whole = drawn.slice(0, wholeCount);
  const partial = partialFrom === null ? [] : drawn.slice(Math.max(0, wholeCount - 1));
  const place = (point: VolumePoint | null) => point && { x: x(point.at), y: y(point.mentions) };
  const endX = ahead && last ? x(last.at) : width;
  // Its name gives way to that of the axis' end.
  const endMiddle = ahead ? Math.min(endX, width - (ahead.end.length + 1 + props.end.length / 2) * letterWidth) : width;
  const endFrom = endMiddle - (props.end.length + 1) * letterWidth * (ahead ? 0.5 : 1);
  const crossing = props.events.map(({ at }) => x(at));
  // Both on their lines, or both under them, in one column, where the curve and events leave room: at the left, else at the right.
  // Nothing may bite into them; where nowhere is room for both, each has a place of its own.
  const scale = [top / 2, top];
  const room = (Math.max(...scale.map((value) => props.number(value).length)) + 1) * letterWidth;
  const columns = [0, endX - room - 20].flatMap((left) =>
    [-8, tickHeight].map((below) => scale.map((value) => ({ value, x: left, y: y(value) + below }))),
  );
  const isFree = (place: { x: number; y: number }) =>
    crossing.every((at) => at < place.x - 12 || at > place.x + room) &&
    points.every((point) => {
      const [at, curve] = [x(point.at), y(point.mentions)];
      return at < place.x - 12 || at > place.x + room || curve < place.y - tickHeight || curve > place.y + 6;
    });
  const scaleLabels =
    columns.find((column) => column.every(isFree)) ??
    scale.map((_, index) => (columns.find((column) => isFree(column[index]!)) ?? columns[0]!)[index]!);
  // Right of an event's line that would run through it.
  const nameRoom = props.name.length * 14;
  const nameFrom = Math.max(12, ...props.events.map(({ at }) => x(at) + 12).filter((from) => from < nameRoom + 24));
  // Of a name that would stand in its own band the beginning says enough.
  const labels = !ahead ? [] : ahead.labels.length > mostLines ? ahead.labels.slice(0, 1) : ahead.labels;
  const ticks = props.ticks.filter(({ at, label }) => x(at) + (label.length * letterWidth) / 2 <= endFrom);
  return (
    <div style={{ position: 'relative', width, height }} role="img" aria-label={props.name}>
      <ComposedChart
        width={width}
        height={height}
        data={points.map(({ at }, index) => ({ at, mentions: drawn[index]?.mentions ?? null }))}
        margin={{ top: 34, right: 0, bottom: foot, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis dataKey="at" type="number" domain={domain} hide allowDataOverflow />
        <YAxis type="number" domain={[0, top]} hide allowDataOverflow />
        {[top / 2, top].map((value) => (
          <ReferenceLine key={value} y={value} stroke="var(--hairline)" />
        ))}
        <ReferenceLine y={0} stroke="var(--hairline-strong)" strokeWidth={1.5} />
        {props.events.map((event) => (
          <ReferenceLine key={event.at} x={event.at} stroke="var(--hairline-strong)" strokeWidth={1.5} />
        ))}
        <Area
          dataKey="mentions"
          type="linear"
          stroke={partialFrom === null ? color : 'transparent'}
          strokeWidth={6}
          strokeLinejoin="round"
          strokeLinecap="round"
          fill={color}
          fillOpacity={0.13}
          isAnimationActive={false}
          dot={false}
          activeDot={false}
        />
      </ComposedChart>
      <svg width={width} height={height} aria-hidden="true" style={{ position: 'absolute', left: 0, top: 0 }}>
        <UnheardSpans
          unheard={within(unheard.spans, { from: domain[0], to: domain[1] })}
          x={x}
          top={34}
          height={base - 34}
          word={unheard.word}
          wordY={(34 + base) / 2}
          isLarge
        />
        {partialFrom !== null && (
          <g fill="none" stroke={color} strokeWidth="6" strokeLinejoin="round" strokeLinecap="round" data-partial>
            <path d={linePath(whole.map(place))} />
            <path d={linePath(partial.map(place))} strokeDasharray="1 13" />
          </g>
        )}
        {ahead && (
          <g data-ahead>
            <path
              d={bandPath(
                ahead.points.map(({ at, low, high }) => ({
                  x: x(at),
                  low: y(Math.min(low, top)),
                  high: y(Math.min(high, top)),
                })),
              )}
              fill="var(--band-50)"
              opacity="0.7"
            />
            <path
              d={linePath(ahead.points.map(({ at, expected }) => ({ x: x(at), y: y(Math.min(expected, top)) })))}
              fill="none"
              stroke="var(--ink-2)"
              strokeWidth="3"
              strokeDasharray="2 8"
              strokeLinecap="round"
            />
            {labels.map((line, index) => (
              <text
                key={line}
                className="wall-tick wall-halo"
                x={width}
                y={base - 14 - 30 * (labels.length - 1 - index)}
                textAnchor="end"
              >
                {line}
              </text>
            ))}
            {ahead.beyond !== null && (
              <>
                <path
                  d={`M${x(ahead.points.find(({ high }) => high > top)?.at ?? domain[1])} ${y(top)}H${width}`}
                  stroke="var(--ink-2)"
                  strokeWidth="3"
                  strokeDasharray="3 9"
                  strokeLinecap="round"
                />
                <text className="wall-tick wall-halo" x={width} y={y(top) - 10} textAnchor="end" data-beyond>
                  {ahead.beyond}
                </text>
              </>
            )}
            <text className="wall-tick" x={width} y={height - 8} textAnchor="end">
              {ahead.end}
            </text>
          </g>
        )}
        {last && (
          // Over the line: of a least count it is a ring, with nothing in it.
          <circle
            cx={x(last.at)}
            cy={y(last.mentions)}
            r="11"
            fill={isLeast ? 'var(--bg)' : color}
            stroke={isLeast ? color : 'var(--bg)'}
            strokeWidth="4"
            data-newest
          />
        )}
        {scaleLabels.map(({ value, ...place }) => (
          <text key={value} className="wall-tick" {...place}>
            {props.number(value)}
          </text>
        ))}
        {props.events.map((event, index) => (
          <text
            key={event.at}
            className="wall-direct wall-halo"
            x={x(event.at) + (x(event.at) > width / 2 ? -10 : 10)}
            y={y(top) + 34 + index * 36}
            textAnchor={x(event.at) > width / 2 ? 'end' : 'start'}
          >
            {event.label}
          </text>
        ))}
        <text className="wall-direct" x={nameFrom} y={base - 14}>
          {props.name}
        </text>
        {ticks.map((tick) => (
          <text
            key={tick.at}
            className="wall-tick"
            x={x(tick.at)}
            y={height - 8}
            textAnchor={x(tick.at) < 40 ? 'start' : 'middle'}
          >
            {tick.label}
          </text>
        ))}
        <text className="wall-tick" x={endMiddle} y={height - 8} textAnchor={ahead ? 'middle' : 'end'}>
          {props.end}
        </text>
      </svg>
    </div>
  );
}
