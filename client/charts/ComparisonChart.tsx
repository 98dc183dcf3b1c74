import { useId } from 'react';
import type { ComparisonPicture, CurvePoint, RangePoint } from '../select/comparisonPicture.ts';
import { cutName } from '../select/cutName.ts';
import { offsetScale, rootTicks } from '../select/offsetScale.ts';
import { letterWidth, type PlacedLabel, placeInRows } from '../select/placeEventLabels.ts';
import { spreadLabels } from '../select/spreadLabels.ts';
import type { TurnMark } from '../select/turnMarks.ts';
import { ComparisonPhases, type PhaseMark, PhaseNames } from './ComparisonPhases.tsx';
import { bandPath, linePath } from './path.ts';
import { TurnMarks } from './TurnMarks.tsx';

/** `letter`: of a decision, which has a diamond in place of a mere line. */
export type OffsetEvent = { offsetMs: number; name: string; title: string; isStrong?: boolean; letter?: string };

type Props = {
  width: number;
  /** The phone's: lower, and what the lines are is said below instead of at their ends. */
  isCompact: boolean;
  picture: ComparisonPicture;
  color: string;
  /** The sentence that says what is drawn. */
  label: string;
  events: readonly OffsetEvent[];
  phases: readonly PhaseMark[];
  turns: readonly TurnMark[];
  words: { launch: string; median: string; range: string; unheard: string };
  formatOffset: (offsetMs: number) => string;
  formatValue: (value: number) => string;
};

export const comparisonRight = 168;
const eventRows = { least: 2, most: 5 };
const rowHeight = 19;
const phaseHeight = 18;
const foot = 22;
const labelGap = 16;
const diamond = 9;
/** Between a diamond on its line and the words beside it. */
const besideDiamond = 7;
const axisWords = 44;
/** The whole page's: a curve as wide as that would be flat. */
const wide = 1_000;
/** Between the words of two ticks. */
export const tickGap = 58;
/** Between an event's line and the words of the scale beside it. */
const lineGap = 5;
/** A mark on the last point is larger than the point. */
const markRoom = 6;

type Room = { width: number; isCompact: boolean; fromMs: number; toMs: number };

const plotWidth = ({ width, isCompact }: Room) => Math.max(80, isCompact ? width : width - comparisonRight);

/** Where the words of events stand: in more rows where they are close together. */
function placeEvents(events: readonly OffsetEvent[], room: Room) {
  const { width, isCompact, fromMs, toMs } = room;
  const { x } = offsetScale(fromMs, toMs, plotWidth(room));
  return placeInRows(
    events.map(({ offsetMs, name, isStrong, letter }) => ({
      x: x(offsetMs),
      // The diamond takes the room of a letter or two.
      name: letter === undefined ? name : `${name}  `,
      isStrong,
    })),
    { x: 0, width: isCompact ? width : plotWidth(room) + 60 },
    eventRows,
  );
}

/** Where a comparison's plot lies in its drawing, for the pointer too. */
export function comparisonPlot(room: Room & { hasPhases: boolean; events: readonly OffsetEvent[] }): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  const { rows } = placeEvents(room.events, room);
  return {
    x: 0,
    y: 10 + rows * rowHeight + (room.hasPhases ? phaseHeight : 0),
    width: plotWidth(room),
    height: room.isCompact ? 150 : room.width < wide ? 250 : 310,
  };
}

/** A launch's curve on the axis around T0, over what past launches did there. Draws what it is given: no arithmetic, no motion. */
export function ComparisonChart(props: Props) {
  const { width, isCompact, picture, color, words, formatOffset, formatValue } = props;
  const hatch = useId();
  const { fromMs, toMs, domain } = picture;
  const room = { width, isCompact, fromMs, toMs };
  const plot = comparisonPlot({ ...room, hasPhases: props.phases.length > 0, events: props.events });
  const placed = placeEvents(props.events, room);
  const scale = offsetScale(fromMs, toMs, plot.width);
  const { x } = scale;
  const middle = (domain.low + domain.high) / 2;
  const named = [domain.high, middle, ...(domain.low === 0 ? [] : [domain.low])];
  const scaleX = clearOfLines(
    props.events.map(({ offsetMs }) => x(offsetMs)),
    Math.max(...named.map((value) => formatValue(value).length)) * letterWidth,
    plot.width / 2,
  );
  // Words of events near the start, and names of phases, would stand on the axis's own.
  const isCrowded =
    props.phases.length > 0 ||
    placed.labels.some(
      (label, event) =>
        label?.row === placed.rows - 1 &&
        label.x - (label.anchor === 'end' ? letterWidth * props.events[event]!.name.length : 0) < scaleX + axisWords,
    );
  const base = plot.y + plot.height;
  const ticks = scale.isRoot ? rootTicks(scale, fromMs, toMs, tickGap) : picture.ticks;
  const y = (value: number) => base - ((value - domain.low) / (domain.high - domain.low)) * plot.height;
  const curve = (points: readonly (CurvePoint | null)[]) =>
    linePath(points.map((point) => point && { x: x(point.offsetMs), y: y(point.value) }));
  const band = (points: readonly (RangePoint | null)[]) =>
    bandPath(points.map((point) => point && { x: x(point.offsetMs), low: y(point.low), high: y(point.high) }));
  const hasInner = picture.inner.some((range) => range !== null);
  const last = picture.launch.findLast((point) => point !== null);
  return (
    <svg width={width} height={base + foot} viewBox={`0 0 ${width} ${base + foot}`} role="img" aria-label={props.label}>
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" x2="0" y1="0" y2="7" stroke="var(--hairline)" strokeWidth="1.5" />
      </pattern>
      <ComparisonPhases phases={props.phases} x={x} top={plot.y} base={base} right={plot.width} />
      {picture.unheard.map((gap) => (
        <g key={gap.fromMs}>
          <rect
            x={x(gap.fromMs)}
            y={plot.y}
            width={x(gap.toMs) - x(gap.fromMs)}
            height={plot.height}
            fill={`url(#${hatch})`}
          />
          {/* At the top: at the foot stand the names of curves that end there. */}
          {x(gap.toMs) - x(gap.fromMs) > 120 && (
            <text className="ax halo" x={(x(gap.fromMs) + x(gap.toMs)) / 2} y={plot.y + 16} textAnchor="middle">
              {words.unheard}
            </text>
          )}
        </g>
      ))}
      {[domain.low, middle, domain.high].map((value) => (
        <line key={value} className={value === 0 ? 'bl' : 'gl'} x1="0" x2={plot.width} y1={y(value)} y2={y(value)} />
      ))}
      <path d={band(picture.outer)} fill={hasInner ? 'var(--band-80)' : 'var(--band-50)'} />
      <path d={band(picture.inner)} fill="var(--band-50)" />
      <Events {...props} x={x} top={plot.y} base={base} places={placed.labels} />
      <PhaseNames phases={props.phases} x={x} top={plot.y} right={plot.width} />
      {picture.lines.map(({ id, points }, index) => (
        <path
          key={id}
          d={curve(points)}
          fill="none"
          stroke="var(--ink-3)"
          strokeWidth="1.2"
          strokeDasharray={dashOf(index)}
        />
      ))}
      <path d={curve(picture.median)} fill="none" stroke="var(--ink-2)" strokeWidth="1.4" strokeDasharray="4 3" />
      <path
        d={curve(picture.launch)}
        fill="none"
        stroke={color}
        strokeWidth="2.4"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {named.map((value) => (
        <text
          key={value}
          className="ax halo"
          x={scaleX}
          y={y(value) + (value === domain.high && isCrowded ? 13 : -4)}
          data-scale
        >
          {formatValue(value)}
        </text>
      ))}
      {last && (
        <circle cx={x(last.offsetMs)} cy={y(last.value)} r="4.5" fill={color} stroke="var(--bg)" strokeWidth="1.5" />
      )}
      <TurnMarks marks={props.turns} x={x} y={y} top={plot.y} base={base} />
      {!isCompact && <EndLabels {...props} x={x} y={y} plot={plot} />}
      {ticks.map((tick) => (
        <text
          key={tick}
          className="ax"
          x={x(tick)}
          y={base + 18}
          textAnchor={x(tick) < 24 ? 'start' : x(tick) > plot.width - 24 ? 'end' : 'middle'}
        >
          {formatOffset(tick)}
        </text>
      ))}
    </svg>
  );
}

/** Where words `wide` px wide stand beside the upright lines of events, as far to the left as may be; at the edge where none is free before `end`. */
function clearOfLines(lines: readonly number[], wide: number, end: number): number {
  const places = [0, ...lines.filter((line) => line >= 0).map((line) => line + lineGap)].sort((a, b) => a - b);
  const isFree = (place: number) =>
    place + wide < end && lines.every((line) => line < place - lineGap / 2 || line > place + wide + lineGap / 2);
  return places.find(isFree) ?? 0;
}

/** Below three past launches each has a line of its own: told apart by their dashes, the same in the list on a phone. */
export const dashOf = (index: number): string | undefined => (index === 0 ? undefined : '2 3');

type Scales = { x: (offsetMs: number) => number; y: (value: number) => number };

/** Words of events in rows above the plot, each with its line down into it. */
function Events({
  events,
  x,
  top,
  base,
  places,
  phases,
}: Props & Pick<Scales, 'x'> & { top: number; base: number; places: readonly PlacedLabel[] }) {
  const rowY = (row: number) => 14 + row * rowHeight;
  const lineTop = top - (phases.length > 0 ? phaseHeight : 0);
  return events.map(({ offsetMs, name, title, isStrong, letter }, index) => {
    const place = places[index];
    const left = x(offsetMs);
    const aside = letter === undefined || !place ? 0 : place.anchor === 'start' ? besideDiamond : -besideDiamond;
    return (
      <g key={`${offsetMs} ${name}`}>
        <title>{title}</title>
        <line
          x1={left}
          x2={left}
          y1={place ? rowY(place.row) - 10 : lineTop}
          y2={base}
          stroke={isStrong || letter !== undefined ? 'var(--ink-2)' : 'var(--hairline-strong)'}
          strokeDasharray={isStrong ? undefined : '2 3'}
          shapeRendering="crispEdges"
        />
        {letter !== undefined && <Diamond x={left} y={place ? rowY(place.row) - 4 : base} letter={letter} />}
        {place && (
          <text
            className={isStrong || letter !== undefined ? 'lbs halo' : 'lb halo'}
            x={place.x + aside}
            y={rowY(place.row)}
            textAnchor={place.anchor}
          >
            {name}
          </text>
        )}
      </g>
    );
  });
}

/** A decision's letter on its line; where its name found no room, on the axis. */
function Diamond({ x, y, letter }: { x: number; y: number; letter: string }) {
  return (
    <>
      <path
        d={`M${x},${y - diamond}L${x + diamond},${y}L${x},${y + diamond}L${x - diamond},${y}Z`}
        fill="var(--ink-1)"
        stroke="var(--bg)"
        strokeWidth="1.5"
        data-decision
      />
      <text x={x} y={y + 3.5} textAnchor="middle" style={{ fill: 'var(--bg)', fontSize: 10, fontWeight: 620 }}>
        {letter}
      </text>
    </>
  );
}

/** Where past launches end before this one, words at their end would lie on its curve: a legend says what they are. */
export function isPastShort({ launch, median, outer }: ComparisonPicture): boolean {
  const last = launch.findLast((point) => point !== null);
  const past = outer.findLast((range) => range !== null) ?? median.findLast((point) => point !== null);
  return last !== undefined && past !== undefined && past.offsetMs < last.offsetMs;
}

/** What each line and band is, beside its end; the launch's own beside its last point. */
function EndLabels({
  picture,
  words,
  turns,
  width,
  x,
  y,
  plot,
}: Props & Scales & { plot: { width: number; y: number; height: number } }) {
  const last = picture.launch.findLast((point) => point !== null);
  const median = picture.median.findLast((point) => point !== null);
  const outer = picture.outer.findLast((range) => range !== null);
  const labels: { key: string; text: string; className: string; x: number; y: number }[] = [];
  const add = (key: string, text: string, className: string, at: number, value: number) =>
    labels.push({ key, text, className, x: x(at) + 10, y: y(value) + 4 });
  if (last) add('launch', words.launch, 'lbs halo', last.offsetMs, last.value);
  const isMarked = turns.some(({ offsetMs }) => offsetMs === last?.offsetMs);
  if (isMarked) labels[0]!.x += markRoom;
  if (!isPastShort(picture)) {
    if (median) add('median', words.median, 'lb halo', median.offsetMs, median.value);
    if (outer) add('range', words.range, 'ax halo', outer.offsetMs, outer.high);
  }
  for (const { id, name, points } of picture.lines) {
    const end = points.findLast((point) => point !== null);
    if (end) add(id, cutName(name), 'ax halo', end.offsetMs, end.value);
  }
  const places = spreadLabels(
    labels.map((label) => label.y),
    labelGap,
    plot.y + 4,
    plot.y + plot.height - 4,
  );
  return labels.map(({ key, text, className, x: left }, index) => {
    const at = places[index] ?? 0;
    // Where the curve ends near the edge its name, its figure and its distinct texts have a line each.
    const [name, ...more] = left + text.length * letterWidth > width ? text.split(/(?<=,) (?!.*, )| (?=\()/) : [text];
    return (
      <text key={key} className={className} x={left} y={at - more.length * labelGap}>
        {name}
        {more.map((line) => (
          <tspan key={line} x={left} dy={labelGap}>
            {line}
          </tspan>
        ))}
      </text>
    );
  });
}
