import type { AlertCourse } from '../../shared/alerts.ts';
import { courseSteps } from '../select/alertCourse.ts';

type Props = {
  course: AlertCourse;
  width: number;
  height: number;
  /** Orange for what is unhappy; ink for what only is a lot. */
  isNegative: boolean;
  isKnown: boolean;
  /** The sentence that says what is drawn. */
  label: string;
};

/** An alert's hours, small: bars from zero, each row on its own scale, over the usual range where it is known. */
export function AlertSpark({ course, width, height, isNegative, isKnown, label }: Props) {
  const { steps, told, top } = courseSteps(course);
  const base = height - 1;
  const y = (value: number) => base - (base - 1) * (value / top);
  const step = width / Math.max(1, steps.length);
  const x = (index: number) => (index * step).toFixed(1);
  const band = steps.map(({ high }, index) => `${y(high).toFixed(1)}H${x(index + 1)}`).join('V');
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {isKnown && steps.length > 0 && <path d={`M0 ${band}V${base}H0Z`} fill="var(--band-50)" data-band />}
      {steps.map(({ at, value, isRunning }, index) => {
        const tall = Math.max(base - y(value), 1);
        const isTold = index === told;
        return (
          <rect
            key={at}
            x={index * step + 0.75}
            y={base - tall}
            width={Math.max(1, step - 1.5)}
            height={tall}
            fill={isTold ? (isNegative ? 'var(--negative)' : 'var(--ink-1)') : isRunning ? 'none' : 'var(--ink-3)'}
            stroke={isRunning && !isTold ? 'var(--ink-3)' : undefined}
            strokeDasharray={isRunning && !isTold ? '2 2' : undefined}
            data-bar={isTold ? 'told' : isRunning ? 'running' : ''}
          />
        );
      })}
      <line className="bl" x1="0" x2={width} y1={base} y2={base} />
    </svg>
  );
}
