import type { AlertCourse, AlertFigure } from '../../shared/alerts.ts';
import { axisValue, type Stretch } from '../select/alertCourse.ts';
import { AlertBarRects } from './AlertBarRects.tsx';
import { layAlertBars } from './layAlertBars.ts';

type Labels = {
  usual: string;
  /** Of what the alert is about: which time it is, what was counted and, where there is room, at what pace. */
  told: (stretch: Stretch, hasPace: boolean) => string;
  number: (value: number) => string;
  from: string;
  /** Of the moment at which the axis ends. */
  to: (at: number) => string;
  what: string;
};
type Props = {
  course: AlertCourse;
  /** What the alert says now: the time of it has the colour. */
  figure: AlertFigure;
  width: number;
  height: number;
  /** Orange for what is unhappy; ink for what only is a lot. */
  isNegative: boolean;
  /** Its theme is often filed wrongly: no colour, as elsewhere. */
  isDoubtful?: boolean;
  isKnown: boolean;
  /** `wall`: read from five metres. */
  size: 'wall' | 'page';
  labels: Labels;
};

/** Heights are of one line of text: ticks below, labels above. */
const sizes = {
  wall: {
    tick: 44,
    gap: 3,
    letter: 15,
    narrowest: 10,
    classes: { direct: 'wall-direct wall-halo', strong: 'wall-strong wall-halo', tick: 'wall-tick' },
  },
  page: {
    tick: 20,
    gap: 1.5,
    letter: 6.8,
    narrowest: 4,
    classes: { direct: 'lb halo', strong: 'lbs halo', tick: 'ax' },
  },
};

/**
 * The hours before an alert: counted as bars, what is expected as ticks, the usual range as a band from zero; a bar that still runs is hollow
 * and as wide as the time it has. The time that the alert is about has the colour: as a bar of its own, from when until when it was and as
 * high as its pace, over what it counts too; where it is longer than a bar, the bars in it.
 */
export function AlertBars({
  course,
  figure,
  width,
  height,
  isNegative,
  isDoubtful = false,
  isKnown,
  size,
  labels,
}: Props) {
  const { tick, gap, letter, narrowest, classes } = sizes[size];
  const base = height - tick;
  // Nothing at all is a mark on the line, not a hole.
  const sized = { width, base, room: base - tick, gap, narrowest, least: 1.5 };
  const { steps, stretch, endAt, top, x, y, bars, told, band } = layAlertBars(course, figure, sized);
  const ends = Math.max(labels.from.length, labels.to(endAt).length);
  // Between the ends of the axis where it has room, else on a line of its own.
  const isUsualBelow = size === 'page' && isKnown && (labels.usual.length / 2 + ends + 1) * letter > width / 2;
  const whole = isUsualBelow ? height + tick : height;
  const line = axisValue(top);
  const color = isDoubtful ? 'var(--ink-2)' : isNegative ? 'var(--negative)' : 'var(--ink-1)';
  const text = stretch && told.length > 0 ? textOf(stretch) : '';
  const right = told.at(-1)?.right ?? width;
  const left = told[0]?.left ?? width;
  const toldTop = base - Math.max(0, ...told.map(({ tall }) => tall));
  // Beside what it names, unless bars before it are as tall; else above all that stands below it.
  const wide = text.length * letter;
  const isBeside =
    base - toldTop > tick * 2 &&
    left - wide > 0 &&
    bars.every((bar) => bar.right < left - wide || bar.left >= left || base - bar.tall > toldTop + tick * 0.7);
  const endX = isBeside ? left - gap * 2 : Math.min(width, Math.max(right, wide));
  const under = bars.filter((bar) => bar.right > endX - wide && bar.left < endX).map(({ tall }) => base - tall);
  const above = Math.max(tick * 0.7, Math.min(toldTop, ...under) - tick * 0.25);

  /** Without its pace where that has no room: the height says it. */
  function textOf(stretch: Stretch): string {
    const whole = labels.told(stretch, true);
    return whole.length * letter <= width ? whole : labels.told(stretch, false);
  }
  return (
    <svg width={width} height={whole} role="img" aria-label={text === '' ? labels.what : `${labels.what}. ${text}`}>
      {isKnown && steps.length > 0 && <path d={`M0 ${band}V${base}H0Z`} fill="var(--band-50)" data-band />}
      <AlertBarRects {...{ bars, told, base, color }} dash="3 3" />
      {isKnown &&
        size === 'wall' &&
        steps.map(({ at, to, expected }) => (
          <path
            key={at}
            d={`M${x(at).toFixed(1)} ${y(expected).toFixed(1)}H${x(to).toFixed(1)}`}
            stroke="var(--ink-2)"
            strokeWidth={size === 'wall' ? 2 : 1}
            strokeDasharray={size === 'wall' ? '5 4' : '3 2'}
            data-expected
          />
        ))}
      {/* Over the bars it is seen on a page by what it makes faint, on a wall by its edge. */}
      {isKnown && steps.length > 0 && size === 'page' && (
        <path d={`M0 ${band}V${base}H0Z`} fill="var(--bg)" opacity="0.6" data-range />
      )}
      {isKnown && steps.length > 0 && size === 'wall' && (
        <path d={`M0 ${band}`} fill="none" stroke="var(--ink-2)" strokeWidth="1" opacity="0.6" data-range />
      )}
      <path d={`M0 ${base}H${width}`} stroke="var(--ink-2)" strokeWidth="1" />
      <path d={`M0 ${y(line).toFixed(1)}H${width}`} stroke="var(--ink-3)" strokeWidth="1" opacity="0.5" />
      <text className={classes.tick} x="0" y={y(line) - tick * 0.14} data-axis>
        {labels.number(line)}
      </text>
      {isKnown && (
        <text
          className={classes.tick}
          x={isUsualBelow ? 0 : width / 2}
          y={whole - tick * 0.2}
          textAnchor={isUsualBelow ? 'start' : 'middle'}
          data-usual
        >
          {labels.usual}
        </text>
      )}
      {text !== '' && (
        <text
          className={classes.strong}
          x={endX}
          y={isBeside ? toldTop + tick * 0.65 : above}
          textAnchor="end"
          style={isNegative || isDoubtful ? { fill: color } : undefined}
        >
          {text}
        </text>
      )}
      <text className={classes.tick} x="0" y={height - tick * 0.2}>
        {labels.from}
      </text>
      <text className={classes.tick} x={width} y={height - tick * 0.2} textAnchor="end">
        {labels.to(endAt)}
      </text>
    </svg>
  );
}
