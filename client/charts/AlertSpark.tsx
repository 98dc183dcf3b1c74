import type { AlertCourse, AlertFigure } from '../../shared/alerts.ts';
import { courseSteps } from '../select/alertCourse.ts';

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
 * is a bar of its own, in colour, as high as its pace: it lies over what it counts too.
 */
export function AlertSpark({ course, figure, width, height, isNegative, isKnown, label }: Props) {
  const { steps, stretch, endAt, top } = courseSteps(course, figure);
  const base = height - 1;
  const y = (value: number) => base - (base - 1) * (value / top);
  const x = (at: number) => (width * (at - course.startAt)) / Math.max(1, endAt - course.startAt);
  const band = steps.map(({ high, to }) => `${y(high).toFixed(1)}H${x(to).toFixed(1)}`).join('V');
  const tallOf = (value: number) => Math.max(base - y(value), 1);
  const right = stretch ? Math.min(width, Math.max(x(stretch.to) - gap, narrowest)) : width;
  const left = stretch ? Math.max(0, Math.min(x(stretch.from) + gap, right - narrowest)) : width;
  /** Where a step is drawn: all of it, or what the alert's own bar leaves. */
  const bars = steps.flatMap((step) => {
    const from = x(step.at) + gap;
    const until = x(step.to) - gap;
    const isApart = !stretch || step.to <= stretch.from || step.at >= stretch.to;
    const parts = isApart
      ? [{ from, until }]
      : [
          { from, until: left - gap },
          { from: right + gap, until },
        ];
    return parts.filter((part) => part.until - part.from >= 1).map((part) => ({ ...step, ...part }));
  });
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {isKnown && steps.length > 0 && <path d={`M0 ${band}V${base}H0Z`} fill="var(--band-50)" data-band />}
      {bars.map(({ value, isRunning, from, until }) => (
        <rect
          key={from}
          x={from}
          y={base - tallOf(value)}
          width={until - from}
          height={tallOf(value)}
          fill={isRunning ? 'none' : 'var(--ink-3)'}
          stroke={isRunning ? 'var(--ink-3)' : undefined}
          strokeDasharray={isRunning ? '2 2' : undefined}
          data-bar={isRunning ? 'running' : ''}
        />
      ))}
      {stretch && (
        <rect
          x={left}
          y={base - tallOf(stretch.pace)}
          width={right - left}
          height={tallOf(stretch.pace)}
          fill={isNegative ? 'var(--negative)' : 'var(--ink-1)'}
          data-told
        />
      )}
      <line className="bl" x1="0" x2={width} y1={base} y2={base} />
    </svg>
  );
}
