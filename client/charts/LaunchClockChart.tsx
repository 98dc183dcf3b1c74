import type { ComparisonPicture, CurvePoint, RangePoint } from '../select/comparisonPicture.ts';
import { placeEventLabels } from '../select/placeEventLabels.ts';
import { within } from '../select/unheard.ts';
import { bandPath, linePath } from './path.ts';
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
    outer: string;
    inner: string;
    unit: (value: string) => string;
    /** Of the newest point, the middle of its bucket: of what, and from when to when. */
    last: (offsetMs: number, isNarrow: boolean) => string;
  };
  formatOffset: (offsetMs: number) => string;
  formatValue: (value: number) => string;
};

const eventsTop = 18;
/** Of the smallest text on the wall. */
const tickLetter = 13;
/** Of a figure beside it. */
const strongLetter = 18;
const eventRows = 3;
const eventRow = 38;
/** Below the last row of events there is room for the axis' own words. */
const belowEvents = 56;
const foot = 52;
const mark = 10;
/** Of the words of events: their size, and their distance from the line, since a mark stands on it. */
const eventType = { letterWidth: 13.5, gap: 2 * mark };

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
  const rowOf = (index: number) => placed[index]?.row ?? 0;
  const plotTop = eventsTop + eventRow * Math.max(0, ...events.map((_, index) => rowOf(index))) + belowEvents;
  const x = (offsetMs: number) => ((offsetMs - fromMs) / Math.max(1, toMs - fromMs)) * width;
  const y = (value: number) =>
    base - ((value - domain.low) / Math.max(1e-9, domain.high - domain.low)) * (base - plotTop);
  const curve = (points: readonly (CurvePoint | null)[]) =>
    linePath(points.map((point) => point && { x: x(point.offsetMs), y: y(point.value) }));
  const band = (points: readonly (RangePoint | null)[]) =>
    bandPath(points.map((point) => point && { x: x(point.offsetMs), low: y(point.low), high: y(point.high) }));
  const middle = (domain.low + domain.high) / 2;
  const hasInner = picture.inner.some((range) => range !== null);
  const last = picture.launch.findLast((point) => point !== null);
  // At the right end its figure stands above the curve: beside it there is no room.
  const nearNow = last ? Math.max(x(last.offsetMs), nowMs <= toMs ? x(nowMs) : 0) : 0;
  const wholeWords = last ? words.last(last.offsetMs, width < 800) : '';
  const isLastRight = nearNow + 24 + wholeWords.length * tickLetter > width;
  const { text: lastWords, x: lastX } = last && isLastRight ? wordsAbove(last) : { text: wholeWords, x: nearNow + 24 };
  const lastY = last ? y(last.value) + (isLastRight ? -22 : 4) : 0;
  const isNowShown = nowMs >= fromMs && nowMs <= toMs;
  const silent = within(unheard, { from: fromMs, to: toMs });
  const isSilentSince = last !== undefined && silent.some(({ to }) => to > (last?.offsetMs ?? 0));
  const labels = bandLabels();

  /** Where no event's line runs through them: over the end of the curve or farther right, then without their name, else the figure alone. */
  function wordsAbove(end: CurvePoint): { text: string; x: number } {
    const places = [wholeWords, words.last(end.offsetMs, true), ''].flatMap((text) =>
      [Math.min(width, x(end.offsetMs) + 11), width].map((right) => ({ text, x: right })),
    );
    const value = (formatValue(end.value).length + 1) * strongLetter;
    const isClear = (place: { text: string; x: number }) =>
      events.every(({ offsetMs }) => {
        const fromRight = place.x - x(offsetMs);
        return fromRight < 0 || fromRight > place.text.length * tickLetter + value;
      });
    return places.find(isClear) ?? places[0]!;
  }

  /** Names stand on what they name: at the band's highest place that is away from now, its edges and what stands there. */
  function bandLabels(): { name: string; x: number; y: number }[] {
    const places = picture.outer.flatMap((range, index) => {
      const median = picture.median.find((point) => point?.offsetMs === range?.offsetMs);
      return range ? [{ ...range, inner: picture.inner[index] ?? null, median: median ?? null }] : [];
    });
    // Ahead of now nothing but the band is drawn.
    const ahead = isNowShown ? places.filter(({ offsetMs }) => x(offsetMs) > nearNow) : [];
    const half = (words.outer.length * tickLetter) / 2;
    const clear = lastWords.length * tickLetter + 24;
    // Beside the words of now, or below them.
    const lowest = isLastRight ? lastY : lastY + 32;
    const free = ahead.filter(
      ({ offsetMs, high }) =>
        x(offsetMs) > nearNow + half + 16 &&
        x(offsetMs) < width - half &&
        (x(offsetMs) > nearNow + clear + half || y(high) - 48 > lowest),
    );
    const isNarrow = free.length === 0;
    const [best] = isNarrow ? [(ahead.length > 0 ? ahead : places).at(-1)] : [...free].sort((a, b) => b.high - a.high);
    if (!best) {
      const line = picture.median.findLast((point) => point !== null);
      return line ? [{ name: words.median, x: Math.min(width - 60, x(line.offsetMs)), y: y(line.value) - 14 }] : [];
    }
    const at = Math.min(width - half, Math.max(half, x(best.offsetMs)));
    // On the band, or above the grid line that would run through its name.
    const onBand = y(best.high) - 12;
    const struckBy = [middle, domain.high].map(y).find((line) => line > onBand - 28 && line < onBand + 10);
    return [
      // Where words of now stand above the band, its own stand below it.
      { name: words.outer, x: at, y: isNarrow ? y(best.low) + 28 : struckBy === undefined ? onBand : struckBy - 10 },
      ...(best.inner ? [{ name: words.inner, x: at, y: y(best.inner.high) + 30 }] : []),
      ...(best.median ? [{ name: words.median, x: at, y: y(best.median.value) + (isNarrow ? -12 : 34) }] : []),
    ];
  }

  return (
    <svg width={width} height={height} role="img" aria-label={label} overflow="visible">
      {[middle, domain.high].map((value) => (
        <line key={value} x1="0" x2={width} y1={y(value)} y2={y(value)} stroke="var(--hairline)" strokeWidth="1" />
      ))}
      <UnheardSpans
        {...{ unheard: silent, x, top: plotTop, height: base - plotTop }}
        word={words.unheard}
        wordY={plotTop + 34}
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
        const top = eventsTop + eventRow * rowOf(index);
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
      {[middle, domain.high].map((value) => (
        <text key={value} className="wall-tick wall-halo" x="0" y={y(value) - 8}>
          {value === domain.high ? words.unit(formatValue(value)) : formatValue(value)}
        </text>
      ))}
      {labels.map(({ name, x: at, y: baseline }) => (
        <text key={name} className="wall-tick" x={at} y={baseline} textAnchor="middle" data-band-label>
          {name}
        </text>
      ))}
      {last && (
        <>
          {isNowShown && !isSilentSince && x(nowMs) > x(last.offsetMs) && (
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
          <circle cx={x(last.offsetMs)} cy={y(last.value)} r="11" fill={color} stroke="var(--bg)" strokeWidth="4" />
          {isLastRight ? (
            // In one line: above it stand the names of events.
            <text className="wall-tick wall-halo" x={lastX} y={lastY} textAnchor="end">
              {lastWords} <tspan className="wall-strong">{formatValue(last.value)}</tspan>
            </text>
          ) : (
            <>
              <text className="wall-strong wall-halo" x={lastX} y={lastY}>
                {formatValue(last.value)}
              </text>
              <text className="wall-tick wall-halo" x={lastX} y={lastY + 32}>
                {lastWords}
              </text>
            </>
          )}
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
