import type { AlertCourse } from '../../shared/alerts.ts';
import { axisValue, type CourseStep, courseSteps } from '../select/alertCourse.ts';

type Labels = {
  usual: string;
  /** Of the bar that tells: which time it is, and what was counted. */
  told: (step: CourseStep) => string;
  number: (value: number) => string;
  from: string;
  to: string;
  what: string;
};
type Props = {
  course: AlertCourse;
  width: number;
  height: number;
  /** Orange for what is unhappy; ink for what only is a lot. */
  isNegative: boolean;
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
    classes: { direct: 'wall-direct wall-halo', strong: 'wall-strong wall-halo', tick: 'wall-tick' },
  },
  page: { tick: 20, gap: 1.5, classes: { direct: 'lb halo', strong: 'lbs halo', tick: 'ax' } },
};

/** The hours before an alert: counted as bars, what is expected as ticks, the usual range as a band from zero; a bar that still runs is hollow. */
export function AlertBars({ course, width, height, isNegative, isKnown, size, labels }: Props) {
  const { steps, told, top } = courseSteps(course);
  const { tick, gap, classes } = sizes[size];
  const base = height - tick;
  const room = base - tick;
  const y = (value: number) => base - (room * value) / top;
  const step = width / Math.max(1, steps.length);
  const band = steps.map(({ high }, index) => `${y(high).toFixed(1)}H${x(index + 1)}`).join('V');
  const line = axisValue(top);
  const last = steps[told];
  const lastTop = last ? y(last.value) : base;
  const text = last ? labels.told(last) : '';
  const right = (told + 1) * step;
  // Beside a tall bar; above all others where it is low.
  const isTall = base - lastTop > tick * 2;
  // Neither over bars before it that are as tall.
  const under = steps.slice(Math.max(0, told - Math.ceil((text.length * tick * 0.34) / step)), Math.max(0, told));
  const isBeside = isTall && under.every(({ value }) => y(value) > lastTop + tick * 0.7);
  const above = Math.min(lastTop, ...under.map(({ value }) => y(value)));

  function x(index: number): string {
    return (index * step).toFixed(1);
  }
  return (
    <svg width={width} height={height} role="img" aria-label={labels.what}>
      {isKnown && steps.length > 0 && <path d={`M0 ${band}V${base}H0Z`} fill="var(--band-50)" data-band />}
      {steps.map(({ at, value, expected, isRunning }, index) => {
        const isTold = index === told;
        // Nothing at all is a mark on the line, not a hole.
        const tall = Math.max(base - y(value), 1.5);
        return (
          <g key={at}>
            <rect
              x={index * step + gap}
              y={base - tall}
              width={Math.max(1, step - 2 * gap)}
              height={tall}
              fill={isTold ? (isNegative ? 'var(--negative)' : 'var(--ink-1)') : isRunning ? 'none' : 'var(--ink-3)'}
              stroke={isRunning && !isTold ? 'var(--ink-3)' : undefined}
              strokeDasharray={isRunning && !isTold ? '3 3' : undefined}
              data-bar={isTold ? 'told' : isRunning ? 'running' : ''}
            />
            {isKnown && (
              <path
                d={`M${x(index)} ${y(expected).toFixed(1)}H${x(index + 1)}`}
                stroke="var(--ink-2)"
                strokeWidth={size === 'wall' ? 2 : 1}
                strokeDasharray={size === 'wall' ? '5 4' : '3 2'}
                data-expected
              />
            )}
          </g>
        );
      })}
      {isKnown && steps.length > 0 && (
        <path d={`M0 ${band}`} fill="none" stroke="var(--ink-2)" strokeWidth="1" opacity="0.6" data-range />
      )}
      <path d={`M0 ${base}H${width}`} stroke="var(--ink-2)" strokeWidth="1" />
      <path d={`M0 ${y(line).toFixed(1)}H${width}`} stroke="var(--ink-3)" strokeWidth="1" opacity="0.5" />
      <text className={classes.tick} x="0" y={y(line) - tick * 0.14} data-axis>
        {labels.number(line)}
      </text>
      {isKnown && (
        <text className={classes.tick} x={width / 2} y={height - tick * 0.2} textAnchor="middle">
          {labels.usual}
        </text>
      )}
      <text
        className={classes.strong}
        x={isBeside ? right - step - gap * 2 : right}
        y={isBeside ? lastTop + tick * 0.65 : isTall ? above - tick * 0.25 : tick * 0.7}
        textAnchor="end"
      >
        {text}
      </text>
      <text className={classes.tick} x="0" y={height - tick * 0.2}>
        {labels.from}
      </text>
      <text className={classes.tick} x={width} y={height - tick * 0.2} textAnchor="end">
        {labels.to}
      </text>
    </svg>
  );
}
