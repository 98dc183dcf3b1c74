type Props = {
  width: number;
  height: number;
  /** The time that the strip stands for; counts outside of it are not drawn. */
  from: number;
  to: number;
  startAt: number;
  stepMs: number;
  counts: readonly number[];
  color: string;
  label: string;
};

/** When a few things happened, as bars on one time axis: small enough to stand in a line of text. */
export function SpreadStrip({ width, height, from, to, startAt, stepMs, counts, color, label }: Props) {
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, index) => ({ count, at: startAt + index * stepMs }));
  const xOf = (at: number) => (width * (Math.min(to, Math.max(from, at)) - from)) / Math.max(1, to - from);
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--hairline-strong)" />
      {bars.map(({ at, count }) => {
        const x = xOf(at);
        const end = xOf(at + stepMs);
        // One message in a crowded strip is still there.
        const tall = Math.max(2, ((height - 1) * count) / most);
        if (count === 0 || end <= x) return null;
        return (
          <rect
            key={at}
            x={x}
            width={Math.max(1.5, end - x - (end - x > 3 ? 1 : 0))}
            y={height - 1 - tall}
            height={tall}
            fill={color}
          />
        );
      })}
    </svg>
  );
}
