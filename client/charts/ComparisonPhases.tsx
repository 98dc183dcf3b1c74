/** A phase on the axis, ms from T0. */
export type PhaseMark = { name: string; fromMs: number; toMs: number };

type Props = { phases: readonly PhaseMark[]; x: (offsetMs: number) => number; top: number; right: number };

const letterWidth = 6.4;

const stretchOf = ({ fromMs, toMs }: PhaseMark, x: Props['x'], right: number) => {
  const from = Math.max(0, x(fromMs));
  const to = Math.min(right, x(toMs));
  return to > from ? { from, to } : null;
};

/** Phases as faint stretches; every other one is filled, so that neighbours show. */
export function ComparisonPhases({ phases, x, top, base, right }: Props & { base: number }) {
  return phases.map((phase, index) => {
    const stretch = stretchOf(phase, x, right);
    if (!stretch) return null;
    const { from, to } = stretch;
    return (
      <g key={`${phase.name} ${phase.fromMs} ${phase.toMs}`}>
        {index % 2 === 0 && <rect x={from} y={top} width={to - from} height={base - top} fill="var(--bg-raised)" />}
        <line x1={from + 1} x2={to - 1} y1={top - 2} y2={top - 2} stroke="var(--hairline-strong)" strokeWidth="2" />
      </g>
    );
  });
}

/** Their names above, over the lines of events; one that finds no room is cut, and said whole under the pointer. */
export function PhaseNames({ phases, x, top, right }: Props) {
  return phases.map((phase) => {
    const stretch = stretchOf(phase, x, right);
    const { name } = phase;
    const room = stretch ? Math.floor((stretch.to - stretch.from - 8) / letterWidth) : 0;
    const text = name.length <= room ? name : room >= 4 ? `${name.slice(0, room - 1)}…` : '';
    if (!stretch || text === '') return null;
    return (
      <text key={`${name} ${phase.fromMs} ${phase.toMs}`} className="ax halo" x={stretch.from + 5} y={top - 7}>
        <title>{name}</title>
        {text}
      </text>
    );
  });
}
