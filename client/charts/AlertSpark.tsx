import type { AlertCourse, AlertFigure } from '../../shared/alerts.ts';
import { type CourseStep, courseSteps, type Stretch } from '../select/alertCourse.ts';

type Props = {
  course: AlertCourse;
  /** What the alert says now: the time of it has the colour. */
  figure: AlertFigure;
  width: number;
  height: number;
  /** Orange for what is unhappy; ink for what only is a lot. */
  isNegative: boolean;
  isKnown: boolean;
  /** The sentence that says what is drawn. */
  label: string;
};

const narrowest = 4;
const gap = 0.75;

/**
 * An alert's hours, small: bars from zero, each row on its own scale, over the usual range where it is known. The time that the alert is about
 * is in colour: a bar of its own, as high as its pace, or the bars of a longer time.
 */
export function AlertSpark({ course, figure, width, height, isNegative, isKnown, label }: Props) {
  const { steps, stretch, endAt, top } = courseSteps(course, figure);
  const base = height - 1;
  const y = (value: number) => base - (base - 1) * (value / top);
  const x = (at: number) => (width * (at - course.startAt)) / Math.max(1, endAt - course.startAt);
  const band = steps.map(({ high, to }) => `${y(high).toFixed(1)}H${x(to).toFixed(1)}`).join('V');
  const tallOf = (value: number) => Math.max(base - y(value), 1);
  const color = isNegative ? 'var(--negative)' : 'var(--ink-1)';
  // Of a longer time the bars within it tell.
  const own = stretch && stretch.length !== 'longer' ? ownBar(stretch) : null;
  const bars = steps.flatMap((step) => partsOf(step).map((part) => ({ ...step, ...part })));

  function ownBar({ from, to, pace }: Stretch): { left: number; right: number; tall: number } {
    const right = Math.min(width, Math.max(x(to) - gap, narrowest));
    return { left: Math.max(0, Math.min(x(from) + gap, right - narrowest)), right, tall: tallOf(pace) };
  }

  /** Where a step is drawn: all of it, or what the alert's own bar leaves; and whether it tells. */
  function partsOf({ at, to }: CourseStep): { from: number; until: number; isTold: boolean }[] {
    const [from, until] = [x(at) + gap, x(to) - gap];
    const isWithin = stretch !== null && (at + to) / 2 >= stretch.from && (at + to) / 2 <= stretch.to;
    if (!own || !stretch || to <= stretch.from || at >= stretch.to)
      return [{ from, until: Math.max(from + 1, until), isTold: isWithin }];
    return [
      { from, until: own.left - gap, isTold: false },
      { from: own.right + gap, until, isTold: false },
    ].filter((part) => part.until - part.from >= 1);
  }
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {isKnown && steps.length > 0 && <path d={`M0 ${band}V${base}H0Z`} fill="var(--band-50)" data-band />}
      {bars.map(({ value, isRunning, from, until, isTold }) => (
        <rect
          key={from}
          x={from}
          y={base - tallOf(value)}
          width={until - from}
          height={tallOf(value)}
          fill={isTold ? color : isRunning ? 'none' : 'var(--ink-3)'}
          stroke={isRunning && !isTold ? 'var(--ink-3)' : undefined}
          strokeDasharray={isRunning && !isTold ? '2 2' : undefined}
          data-bar={isRunning ? 'running' : ''}
          data-told={isTold || undefined}
        />
      ))}
      {own && (
        <rect x={own.left} y={base - own.tall} width={own.right - own.left} height={own.tall} fill={color} data-told />
      )}
      <line className="bl" x1="0" x2={width} y1={base} y2={base} />
    </svg>
  );
}
