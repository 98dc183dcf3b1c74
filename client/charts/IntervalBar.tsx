export type IntervalBarProps = {
  net: { net: number; low: number; high: number } | null;
  grey: boolean;
  /** Net sentiment of the period before: a small ring. Drawn only above 90 % certainty of a change. */
  before: number | null;
};

const height = 20;
/** Below the dot: on its line the interval would strike the ring through, and the dot hide it. */
const beforeY = 17.6;

const x = (value: number) => `${(value + 100) / 2}%`;

/** As wide as its place: one theme or brand on −100 … +100 with zero drawn. The dot is now, in grey where it is not clear, the line its 90 % interval. */
export function IntervalBar({ net, grey, before }: IntervalBarProps) {
  const middle = height / 2;
  const color = !net || grey ? 'var(--ink-3)' : net.net > 0 ? 'var(--positive)' : 'var(--negative)';
  return (
    <svg width="100%" height={height} aria-hidden="true">
      <line className="gl" x1="0" x2="100%" y1={middle} y2={middle} />
      <line className="bl" x1={x(0)} x2={x(0)} y1="3" y2={height - 3} />
      {net && (
        <>
          <line x1={x(net.low)} x2={x(net.high)} y1={middle} y2={middle} stroke={color} strokeWidth="2" />
          <circle cx={x(net.net)} cy={middle} r="4.2" fill={color} stroke="var(--bg)" strokeWidth="1" />
          {before !== null && (
            <circle cx={x(before)} cy={beforeY} r="2.8" fill="var(--bg)" stroke="var(--ink-2)" strokeWidth="1.2" />
          )}
        </>
      )}
    </svg>
  );
}
