import type { AlertCourse } from '../../shared/alerts.ts';
import { courseSteps } from '../select/alertCourse.ts';

type Labels = { usual: string; last: string; from: string; to: string; what: string };
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

/** The hours before an alert: counted as bars, what is expected as ticks, the usual range as a band from zero. */
export function AlertBars({ course, width, height, isNegative, isKnown, size, labels }: Props) {
  const { steps, top } = courseSteps(course);
  const { tick, gap, classes } = sizes[size];
  const base = height - tick;
  const room = base - tick;
  const y = (value: number) => base - (room * value) / top;
  const step = width / Math.max(1, steps.length);
  const band = steps.map(({ high }, index) => `${x(index)} ${y(high).toFixed(1)}H${x(index + 1)}`).join('V');
  const last = steps.at(-1);
  const lastTop = last ? y(last.value) : base;
  // The band's name stands over its beginning and over whatever bars stand there.
  const beginning = steps.slice(0, Math.ceil(steps.length / 3));
  const bandTop = Math.max(tick, Math.min(...beginning.map(({ high, value }) => y(Math.max(high, value))), base));
  // Beside a tall bar; above all others where it is low.
  const isTall = base - lastTop > tick * 2;
  // Neither over bars before it that are as tall.
  const under = steps.slice(-1 - Math.ceil((labels.last.length * tick * 0.34) / step), -1);
  const isBeside = isTall && under.every(({ value }) => y(value) > lastTop + tick * 0.7);
  const above = Math.min(lastTop, ...under.map(({ value }) => y(value)));

  function x(index: number): string {
    return (index * step).toFixed(1);
  }
  return (
    <svg width={width} height={height} role="img" aria-label={labels.what}>
      {isKnown && steps.length > 0 && <path d={`M${band}V${base}H0Z`} fill="var(--band-50)" data-band />}
      {steps.map(({ at, value, expected }, index) => {
        const isLast = index === steps.length - 1;
        // Nothing at all is a mark on the line, not a hole.
        const tall = Math.max(base - y(value), 1.5);
        return (
          <g key={at}>
            <rect
              x={index * step + gap}
              y={base - tall}
              width={Math.max(1, step - 2 * gap)}
              height={tall}
              fill={isLast ? (isNegative ? 'var(--negative)' : 'var(--ink-1)') : 'var(--ink-3)'}
              data-bar={isLast ? 'last' : ''}
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
      <path d={`M0 ${base}H${width}`} stroke="var(--ink-2)" strokeWidth="1" />
      {isKnown && (
        <text className={classes.direct} x="0" y={bandTop - tick * 0.3}>
          {labels.usual}
        </text>
      )}
      <text
        className={classes.strong}
        x={isBeside ? width - step - gap * 2 : width}
        y={isBeside ? lastTop + tick * 0.65 : isTall ? above - tick * 0.25 : tick * 0.7}
        textAnchor="end"
      >
        {labels.last}
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
