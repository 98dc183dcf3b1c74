type Props = {
  width: number;
  height: number;
  start: string;
  end: string;
  /** Where its lines are named, above them: at the top, in the middle, at the foot. */
  ticks: readonly [string, string, string];
  /** Why nothing is drawn yet: lines that fit between its edges. */
  why: readonly string[];
};

const head = 34;
const foot = 44;
const line = 38;

/** The place of a curve that has too few points yet: its time and its lines, and in the middle why it is empty. */
export function PulseFrame({ width, height, start, end, ticks, why }: Props) {
  const base = height - foot;
  const levels = [head, (head + base) / 2, base];
  return (
    <svg width={width} height={height} role="img" aria-label={why.join(' ')}>
      {levels.map((y, index) => (
        <g key={y}>
          <line x1="0" x2={width} y1={y} y2={y} stroke={index === 2 ? 'var(--hairline-strong)' : 'var(--hairline)'} />
          <text className="wall-tick" x="0" y={y - 8}>
            {ticks[index]}
          </text>
        </g>
      ))}
      {why.map((text, index) => (
        <text
          key={text}
          className="wall-direct"
          x={width / 2}
          y={levels[1]! - 40 - line * (why.length - 1 - index)}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
      <text className="wall-tick" x="0" y={height - 8}>
        {start}
      </text>
      <text className="wall-tick" x={width} y={height - 8} textAnchor="end">
        {end}
      </text>
    </svg>
  );
}
