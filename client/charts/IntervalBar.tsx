export type IntervalBarProps = {
  width: number;
  net: { net: number; low: number; high: number } | null;
  grey: boolean;
  /** Net sentiment of the period before: a small ring. Drawn only above 90 % certainty of a change. */
  before: number | null;
};

const height = 20;

/** One theme or brand on −100 … +100 with zero drawn: the dot is now, in grey where it is not clear, the line its 90 % interval. */
export function IntervalBar({ width, net, grey, before }: IntervalBarProps) {
  const x = (value: number) => 5 + ((value + 100) / 200) * (width - 10);
  const middle = height / 2;
  const color = !net || grey ? 'var(--ink-3)' : net.net > 0 ? 'var(--positive)' : 'var(--negative)';
  return (
    <svg width={width} height={height} aria-hidden="true">
      <line className="gl" x1="0" x2={width} y1={middle} y2={middle} />
      <line className="bl" x1={x(0)} x2={x(0)} y1="3" y2={height - 3} />
      {net && (
        <>
          {before !== null && (
            <>
              <line x1={x(before)} x2={x(net.net)} y1={middle} y2={middle} stroke={color} strokeWidth="1" />
              <circle cx={x(before)} cy={middle} r="2.8" fill="var(--bg)" stroke="var(--ink-3)" strokeWidth="1.2" />
            </>
          )}
          <line x1={x(net.low)} x2={x(net.high)} y1={middle} y2={middle} stroke={color} strokeWidth="2" />
          <circle cx={x(net.net)} cy={middle} r="4.2" fill={color} stroke="var(--bg)" strokeWidth="1" />
        </>
      )}
    </svg>
  );
}
