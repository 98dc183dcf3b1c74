export type StripPlotProps = {
  width: number;
  /** All in the same unit. `low` and `high`: the 90 % interval of now. */
  now: { value: number; low: number; high: number };
  /** The period before, and its label; null when there is none. */
  before: { value: number; label: string } | null;
  /** Past launches at the same distance from T0, each a tick; their median is longer, and named. */
  past?: { values: readonly number[]; median: { value: number; label: string } };
  from: number;
  to: number;
  color: string;
  label: string;
};

const height = 40;
const axisY = 13;
const labelHalf = 44;
/** px between two centres: nearer, the dot covers a small ring. */
const hidden = 10;

/** Before is a small ring, now a full dot with its whisker, on one line. */
export function StripPlot({ width, now, before, past, from, to, color, label }: StripPlotProps) {
  const x = (value: number) => {
    const share = to === from ? 0.5 : (value - from) / (to - from);
    return 6 + Math.max(0, Math.min(1, share)) * (width - 12);
  };
  const labelX = (value: number) => Math.max(labelHalf, Math.min(width - labelHalf, x(value)));
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <line className="gl" x1="0" x2={width} y1={axisY} y2={axisY} />
      {past && (
        <>
          {past.values.map((value, index) => (
            <line
              // biome-ignore lint/suspicious/noArrayIndexKey: two launches may have as many mentions
              key={`${value} ${index}`}
              x1={x(value)}
              x2={x(value)}
              y1={axisY - 5}
              y2={axisY + 5}
              stroke="var(--ink-3)"
              strokeWidth="1.5"
            />
          ))}
          <line
            x1={x(past.median.value)}
            x2={x(past.median.value)}
            y1={axisY - 10}
            y2={axisY + 10}
            stroke="var(--ink-1)"
            strokeWidth="2"
          />
          <text className="ax" x={labelX(past.median.value)} y={36} textAnchor="middle">
            {past.median.label}
          </text>
        </>
      )}
      <line x1={x(now.low)} x2={x(now.high)} y1={axisY} y2={axisY} stroke={color} strokeWidth="2.5" />
      {before && (
        <>
          {/* Where the dot would cover it, the ring hangs below the line. */}
          <circle
            cx={x(before.value)}
            cy={Math.abs(x(before.value) - x(now.value)) < hidden ? axisY + 9 : axisY}
            r="4"
            fill="var(--bg)"
            stroke="var(--ink-2)"
            strokeWidth="1.5"
          />
          <text className="ax" x={labelX(before.value)} y={36} textAnchor="middle">
            {before.label}
          </text>
        </>
      )}
      <circle cx={x(now.value)} cy={axisY} r="5" fill={color} stroke="var(--bg)" strokeWidth="1.5" />
    </svg>
  );
}
