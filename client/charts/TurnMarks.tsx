import type { TurnMark } from '../select/turnMarks.ts';

type Props = {
  marks: readonly TurnMark[];
  x: (offsetMs: number) => number;
  y: (value: number) => number;
  top: number;
  base: number;
};

const radius = 8;
const room = 2 * radius + 2;

/** Numbered rings on the curve: hollow as the machine suggests them, filled once people confirmed. */
export function TurnMarks({ marks, x, y, top, base }: Props) {
  const taken: { x: number; y: number }[] = [];
  return marks.map(({ number, offsetMs, value, isConfirmed, title }) => {
    const at = { x: x(offsetMs), y: y(value) };
    const center = freePlace(at, taken, top, base);
    taken.push(center);
    return (
      <g key={number}>
        <title>{title}</title>
        {center.y !== at.y && <line x1={at.x} x2={at.x} y1={at.y} y2={center.y} stroke="var(--ink-2)" />}
        <circle
          cx={center.x}
          cy={center.y}
          r={radius}
          fill={isConfirmed ? 'var(--ink-1)' : 'var(--bg)'}
          stroke="var(--ink-1)"
          strokeWidth="1.5"
        />
        <text
          x={center.x}
          y={center.y + 3.5}
          textAnchor="middle"
          style={{ fill: isConfirmed ? 'var(--bg)' : 'var(--ink-1)', fontSize: 10, fontWeight: 620 }}
        >
          {number}
        </text>
      </g>
    );
  });
}

/** On the curve, or the nearest place above or below that covers no other mark and stays in the plot. */
function freePlace(
  at: { x: number; y: number },
  taken: readonly { x: number; y: number }[],
  top: number,
  base: number,
): { x: number; y: number } {
  const isFree = (y: number) => taken.every((one) => Math.hypot(one.x - at.x, one.y - y) >= room);
  for (let away = 0; away <= base - top; away += room / 2)
    for (const y of [at.y - away, at.y + away])
      if (y >= top - radius && y <= base - radius - 1 && isFree(y)) return { x: at.x, y };
  return at;
}
