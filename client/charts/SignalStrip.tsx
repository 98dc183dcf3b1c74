import { offsetScale } from '../select/offsetScale.ts';
import { linePath } from './path.ts';

export type SignalPoint = { at: number; value: number | null; buzz: number | null };
type Props = {
  width: number;
  /** Room beside the plot for what the lines are; 0, on a phone: that stands above them. */
  right: number;
  from: number;
  to: number;
  t0: number;
  points: readonly SignalPoint[];
  stepMs: number;
  color: string;
  label: string;
  words: { name: string; buzz: string; t0: string };
  ticks: readonly { at: number; label: string }[];
  format: (value: number) => string;
};

const head = 18;
const half = 56;
const gap = 22;
const foot = 20;

/** An outside series as steps and buzz as a line, one above the other on one time axis: never on one scale. */
export function SignalStrip({ width, right, from, to, t0, points, stepMs, color, label, words, ticks, format }: Props) {
  const plot = Math.max(80, width - right);
  const scale = offsetScale(from - t0, to - t0, plot);
  const x = (at: number) => scale.x(at - t0);
  const height = head + 2 * half + gap + foot;
  const within = points.filter(({ at }) => at + stepMs > from && at < to);
  const rows = [
    { key: 'value', top: head, name: words.name, stroke: 'var(--ink-1)' },
    { key: 'buzz', top: head + half + gap, name: words.buzz, stroke: color },
  ] as const;
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      {t0 >= from && t0 <= to && (
        <g>
          <line x1={x(t0)} x2={x(t0)} y1={4} y2={height - foot} stroke="var(--hairline-strong)" />
          <text className="lb halo" x={x(t0) + 5} y={13}>
            {words.t0}
          </text>
        </g>
      )}
      {rows.map(({ key, top, name, stroke }) => {
        const known = within.flatMap((point) => point[key] ?? []);
        const high = Math.max(0, ...known);
        const low = Math.min(0, ...known);
        const y = (value: number) => top + half - ((value - low) / Math.max(1e-9, high - low)) * half;
        // Each value holds for its whole step.
        const line = within.flatMap((point) => {
          const value = point[key];
          if (value === null) return [null];
          return [
            { x: x(Math.max(from, point.at)), y: y(value) },
            { x: x(Math.min(to, point.at + stepMs)), y: y(value) },
          ];
        });
        return (
          <g key={key}>
            <line className="bl" x1="0" x2={plot} y1={y(0)} y2={y(0)} />
            <path d={linePath(line)} fill="none" stroke={stroke} strokeWidth="1.8" strokeLinejoin="round" />
            <text className="ax halo" x="0" y={top - 3}>
              {format(high)}
            </text>
            {right > 0 ? (
              <text className="lbs halo" x={plot + 8} y={top + half / 2 + 4}>
                {name}
              </text>
            ) : (
              <text className="lbs halo" x={plot} y={top - 3} textAnchor="end">
                {name}
              </text>
            )}
          </g>
        );
      })}
      {ticks.map(({ at, label: text }) => (
        <text
          key={at}
          className="ax"
          x={x(at)}
          y={height - 4}
          textAnchor={x(at) < 24 ? 'start' : x(at) > plot - 24 ? 'end' : 'middle'}
        >
          {text}
        </text>
      ))}
    </svg>
  );
}
