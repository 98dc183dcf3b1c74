import { stepOf, thresholdSteps } from '../../shared/keptPerDay.ts';

const height = 72;
const base = 70;
const tallest = 66;

type Props = { perDay: readonly number[]; threshold: number; label: string; className?: string };

/** Mentions kept a day over all thresholds, dark where the chosen one keeps them. Stretches to the width it is given. */
export function KeptCurve({ perDay, threshold, label, className }: Props) {
  const top = Math.max(1, perDay[0] ?? 1);
  const y = (kept: number) => base - (tallest * kept) / top;
  const lineFrom = (first: number) =>
    perDay
      .slice(first)
      .map((kept, index) => `${index === 0 ? 'M' : 'L'}${first + index} ${y(kept).toFixed(1)}`)
      .join('');
  const first = stepOf(threshold);
  return (
    <svg
      className={className}
      viewBox={`0 0 ${thresholdSteps} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path d={`${lineFrom(0)}L${thresholdSteps} ${base}L0 ${base}Z`} fill="var(--hairline)" />
      <path
        d={`${lineFrom(first)}L${thresholdSteps} ${base}L${first} ${base}Z`}
        fill="var(--ink-3)"
        fillOpacity={0.4}
      />
      <path d={lineFrom(0)} fill="none" stroke="var(--ink-3)" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
      <path
        d={`M${threshold * thresholdSteps} 2V${base}`}
        stroke="var(--ink-1)"
        strokeWidth="1.5"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
