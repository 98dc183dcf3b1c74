export type StripPlotProps = {
  width: number;
  /** All in the same unit. `low` and `high`: the 90 % interval of now. */
  now: { value: number; low: number; high: number };
  /** The period before, and its label; null when there is none. */
  before: { value: number; label: string } | null;
  from: number;
  to: number;
  color: string;
  label: string;
};

const height = 40;
const axisY = 13;
const labelHalf = 44;

/** Before is a small ring, now a full dot with its whisker, on one line. */
export function StripPlot({ width, now, before, from, to, color, label }: StripPlotProps) {
  const x = (value: number) => {
    const share = to === from ? 0.5 : (value - from) / (to - from);
    return 6 + Math.max(0, Math.min(1, share)) * (width - 12);
  };
  const labelX = before ? Math.max(labelHalf, Math.min(width - labelHalf, x(before.value))) : 0;
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <line className="gl" x1="0" x2={width} y1={axisY} y2={axisY} />
      <line x1={x(now.low)} x2={x(now.high)} y1={axisY} y2={axisY} stroke={color} strokeWidth="2.5" />
      {before && (
        <>
          <circle cx={x(before.value)} cy={axisY} r="4" fill="var(--bg)" stroke="var(--ink-2)" strokeWidth="1.5" />
          <text className="ax" x={labelX} y={36} textAnchor="middle">
            {before.label}
          </text>
        </>
      )}
      <circle cx={x(now.value)} cy={axisY} r="5" fill={color} stroke="var(--bg)" strokeWidth="1.5" />
    </svg>
  );
}
