/** A phase on the axis, ms from T0. */
export type PhaseMark = { name: string; fromMs: number; toMs: number };

type Props = {
  phases: readonly PhaseMark[];
  x: (offsetMs: number) => number;
  top: number;
  base: number;
  right: number;
  /** Room for the names above the plot. */
  height: number;
};

const letterWidth = 6.4;

/** Phases as faint stretches, each named above where its name finds room; every other one is filled, so that neighbours show. */
export function ComparisonPhases({ phases, x, top, base, right, height }: Props) {
  return phases.map(({ name, fromMs, toMs }, index) => {
    const from = Math.max(0, x(fromMs));
    const to = Math.min(right, x(toMs));
    if (to <= from) return null;
    const room = Math.floor((to - from - 8) / letterWidth);
    const text = name.length <= room ? name : room >= 4 ? `${name.slice(0, room - 1)}…` : '';
    return (
      <g key={`${name} ${fromMs} ${toMs}`}>
        <title>{name}</title>
        {index % 2 === 0 && <rect x={from} y={top} width={to - from} height={base - top} fill="var(--bg-raised)" />}
        <line x1={from + 1} x2={to - 1} y1={top - 2} y2={top - 2} stroke="var(--hairline-strong)" strokeWidth="2" />
        <text className="ax" x={from + 4} y={top - height + 11}>
          {text}
        </text>
      </g>
    );
  });
}
