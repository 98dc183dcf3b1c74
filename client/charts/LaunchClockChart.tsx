import type { ComparisonPicture, CurvePoint, RangePoint } from '../select/comparisonPicture.ts';
import { placeEventLabels } from '../select/placeEventLabels.ts';
import { within } from '../select/unheard.ts';
import type { Box } from './clearest.ts';
import { level, placeBandNames, placeNewest, placeScale, placeUnheard, upright } from './clockWords.ts';
import { bandPath, linePath, type XY } from './path.ts';
import { UnheardSpans } from './UnheardSpans.tsx';

type Props = {
  width: number;
  height: number;
  picture: ComparisonPicture;
  color: string;
  label: string;
  /** On the axis; hollow where they are planned. */
  events: readonly { offsetMs: number; name: string; isDone: boolean }[];
  /** Of which nobody heard anything, as offsets from T0, ms: hatched, and no part of the curve. */
  unheard: readonly { from: number; to: number }[];
  nowMs: number;
  words: {
    unheard: string;
    now: string;
    median: string;
    /** From the longest to the shortest. */
    outer: readonly string[];
    inner: string;
    unit: (value: string, isBrief: boolean) => string;
    /** Of the newest point, the middle of its bucket: of what, and from when to when. */
    last: (offsetMs: number, isNarrow: boolean) => string;
  };
  formatOffset: (offsetMs: number) => string;
  formatValue: (value: number) => string;
};

const eventsTop = 18;
const eventRows = 3;
const eventRow = 38;
/** Below the last row of events there is room for the axis' own words. */
const belowEvents = 56;
/** Of that room, what is free of their words. */
const belowNames = 41;
const foot = 52;
const mark = 10;
/** Of the words of events: their size, and their distance from the line, since a mark stands on it. */
const eventType = { letterWidth: 13.5, gap: 2 * mark };

/** Words close below others would be read as one. */
const apart = ({ left, right, top, bottom }: Box): Box => ({
  left: left - 16,
  right: right + 16,
  top: top - 12,
  bottom: bottom + 12,
});

/** Today's curve over what past launches did at the same distance from T0, for five metres. Fixed domain, no motion. */
export function LaunchClockChart({
  width,
  height,
  picture,
  color,
  label,
  events,
  unheard,
  nowMs,
  words,
  formatOffset,
  formatValue,
}: Props) {
  const { fromMs, toMs, domain } = picture;
  const base = height - foot;
  const placed = placeEventLabels(
    events.map(({ offsetMs, name }) => ({
      x: ((offsetMs - picture.fromMs) / Math.max(1, picture.toMs - picture.fromMs)) * width,
      name,
    })),
    { x: 0, width },
    eventRows,
    eventType,
  );
  // Half of the word below now, and of a tick beside it.
  const nowRoom = 60 + words.now.length * 9;
  const plotTop = eventsTop + eventRow * Math.max(0, ...placed.map((label) => label?.row ?? 0)) + belowEvents;
  // What found no room for its words stands below those of the others.
  const topOf = (index: number) => {
    const row = placed[index]?.row;
    return row === undefined ? plotTop - mark - 4 : eventsTop + eventRow * row;
  };
  const x = (offsetMs: number) => ((offsetMs - fromMs) / Math.max(1, toMs - fromMs)) * width;
  const y = (value: number) =>
    base - ((value - domain.low) / Math.max(1e-9, domain.high - domain.low)) * (base - plotTop);
  const lineOf = (points: readonly (CurvePoint | null)[]): (XY | null)[] =>
    points.map((point) => point && { x: x(point.offsetMs), y: y(point.value) });
  const curve = (points: readonly (CurvePoint | null)[]) => linePath(lineOf(points));
  const band = (points: readonly (RangePoint | null)[]) =>
    bandPath(points.map((point) => point && { x: x(point.offsetMs), low: y(point.low), high: y(point.high) }));
  const edge = (points: readonly (RangePoint | null)[], pick: 'low' | 'high') =>
    lineOf(points.map((point) => point && { offsetMs: point.offsetMs, value: point[pick] }));
  const middle = (domain.low + domain.high) / 2;
  const grid = [y(middle), y(domain.high)];
  const hasInner = picture.inner.some((range) => range !== null);
  const last = picture.launch.findLast((point) => point !== null);
  const isNowShown = nowMs >= fromMs && nowMs <= toMs;
  const silent = within(unheard, { from: fromMs, to: toMs });
  const isSilentSince = last !== undefined && silent.some(({ to }) => to > (last?.offsetMs ?? 0));
  const hasNowLine = last !== undefined && isNowShown && !isSilentSince && x(nowMs) > x(last.offsetMs);
  const rules = events.map(({ offsetMs }) => x(offsetMs));
  const curves = [lineOf(picture.launch), ...picture.lines.map(({ points }) => lineOf(points))];
  const bandLines = {
    high: edge(picture.outer, 'high'),
    low: edge(picture.outer, 'low'),
    innerHigh: edge(picture.inner, 'high'),
    median: lineOf(picture.median),
  };
  const drawn = [
    ...rules.map((at, index) => upright(at, topOf(index), base)),
    ...(hasNowLine ? [upright(x(nowMs), y(last.value), base)] : []),
    ...curves,
  ];
  const lines = [...drawn, bandLines.median];
  const patches: Box[] = silent.map(({ from, to }) => ({ left: x(from), right: x(to), top: plotTop, bottom: base }));
  const scale = placeScale(
    [domain.high, middle].map(y),
    [
      words.unit(formatValue(domain.high), false),
      words.unit(formatValue(domain.high), true),
      formatValue(domain.high),
    ].map((top) => [top, formatValue(middle)]),
    [0, ...patches.map(({ right }) => right + 14)],
    lines,
    patches,
  );
  const eventNames = events.flatMap(({ name }, index): Box[] => {
    const label = placed[index];
    if (!label) return [];
    const room = name.length * eventType.letterWidth;
    const left = label.anchor === 'start' ? label.x : label.x - room;
    const baseline = topOf(index) + 9;
    return [{ left, right: left + room, top: baseline - 22, bottom: baseline + 6 }];
  });
  const taken = [...patches, ...scale.boxes, ...eventNames];
  const newest =
    last &&
    placeNewest(
      { x: x(last.offsetMs), y: y(last.value) },
      formatValue(last.value),
      [words.last(last.offsetMs, width < 800), words.last(last.offsetMs, true)],
      { width, top: plotTop - belowNames, grid, rules, now: hasNowLine ? x(nowMs) : null },
      [...lines, ...grid.map((height) => level(height, width))],
      taken,
    );
  const nearNow = Math.max(last ? x(last.offsetMs) : 0, isNowShown ? x(nowMs) : 0);
  const labels = placeBandNames(
    words,
    bandLines,
    // Ahead of now nothing but the band is drawn.
    { from: isNowShown ? nearNow + 16 : 0, width, base, grid },
    drawn,
    [...taken, ...(newest?.boxes ?? []).map(apart)],
  );

  return (
    <svg width={width} height={height} role="img" aria-label={label} overflow="visible">
      {[middle, domain.high].map((value) => (
        <line key={value} x1="0" x2={width} y1={y(value)} y2={y(value)} stroke="var(--hairline)" strokeWidth="1" />
      ))}
      {patches.map(({ left, right, top, bottom }) => (
        // Neither the grid nor a lost line's own hatch runs on in it.
        <rect
          key={left}
          x={left}
          y={top - 1}
          width={Math.max(2, right - left)}
          height={bottom - top + 1}
          fill="var(--bg)"
        />
      ))}
      <UnheardSpans
        {...{ unheard: silent, x, top: plotTop, height: base - plotTop }}
        word={words.unheard}
        wordY={placeUnheard(words.unheard, patches, bandLines, curves)}
        isLarge
      />
      <path d={band(picture.outer)} fill={hasInner ? 'var(--band-80)' : 'var(--band-50)'} data-band="outer" />
      <path d={band(picture.inner)} fill="var(--band-50)" data-band="inner" />
      {picture.lines.map(({ id, points }) => (
        <path key={id} d={curve(points)} fill="none" stroke="var(--ink-3)" strokeWidth="2" strokeDasharray="3 5" />
      ))}
      <path
        d={curve(picture.median)}
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth="3"
        strokeDasharray="2 7"
        strokeLinecap="round"
      />
      {events.map(({ offsetMs, name, isDone }, index) => {
        const label = placed[index];
        const top = topOf(index);
        return (
          <g key={`${offsetMs} ${name}`}>
            <line
              x1={x(offsetMs)}
              x2={x(offsetMs)}
              y1={top + mark + 2}
              y2={base}
              stroke="var(--hairline-strong)"
              strokeWidth="2"
              strokeDasharray={isDone ? undefined : '2 6'}
            />
            <circle
              cx={x(offsetMs)}
              cy={top}
              r={mark}
              fill={isDone ? 'var(--ink-1)' : 'var(--bg)'}
              stroke="var(--ink-1)"
              strokeWidth="3"
            />
            {label && (
              <text className="wall-direct wall-halo" x={label.x} y={top + 9} textAnchor={label.anchor}>
                {name}
              </text>
            )}
          </g>
        );
      })}
      <line x1="0" x2={width} y1={base} y2={base} stroke="var(--hairline-strong)" strokeWidth="2" />
      <path
        d={curve(picture.launch)}
        fill="none"
        stroke={color}
        strokeWidth="6"
        strokeLinejoin="round"
        strokeLinecap="round"
        data-curve="launch"
      />
      {grid.toReversed().map((height, index) => (
        <text key={height} className="wall-tick wall-halo" x={scale.x} y={height - 8}>
          {scale.words[index]}
        </text>
      ))}
      {labels.map(({ name, x: at, y: baseline }) => (
        <text key={name} className="wall-tick" x={at} y={baseline} textAnchor="middle" data-band-label>
          {name}
        </text>
      ))}
      {last && newest && (
        <>
          {hasNowLine && (
            // What came since is not a whole bucket yet: it has no value, and now its own mark.
            <path
              d={`M${x(nowMs)} ${y(last.value)}V${base}`}
              fill="none"
              stroke={color}
              strokeWidth="3"
              strokeDasharray="1 9"
              strokeLinecap="round"
              data-now
            />
          )}
          {newest.leader && (
            <line
              x1={newest.leader.from.x}
              x2={newest.leader.to.x}
              y1={newest.leader.from.y}
              y2={newest.leader.to.y}
              stroke="var(--ink-3)"
              strokeWidth="2"
              data-leader
            />
          )}
          <circle cx={x(last.offsetMs)} cy={y(last.value)} r="11" fill={color} stroke="var(--bg)" strokeWidth="4" />
          {/* The figure at the end that is over the dot. */}
          <text data-newest className="wall-tick wall-halo" x={newest.x} y={newest.y} textAnchor={newest.anchor}>
            {newest.anchor === 'end' && `${newest.name} `}
            <tspan className="wall-strong">{formatValue(last.value)}</tspan>
            {newest.anchor === 'start' && ` ${newest.name}`}
          </text>
        </>
      )}
      {picture.ticks
        .filter((tick) => Math.abs(x(tick) - x(nowMs)) > nowRoom || nowMs < fromMs || nowMs > toMs)
        .map((tick) => (
          <text
            key={tick}
            className="wall-tick"
            x={x(tick)}
            y={base + 40}
            textAnchor={x(tick) < 40 ? 'start' : x(tick) > width - 40 ? 'end' : 'middle'}
          >
            {formatOffset(tick)}
          </text>
        ))}
      {isNowShown && (
        <text
          className="wall-strong"
          x={x(nowMs)}
          y={base + 40}
          textAnchor={x(nowMs) > width - 60 ? 'end' : x(nowMs) < 60 ? 'start' : 'middle'}
        >
          {words.now}
        </text>
      )}
    </svg>
  );
}
