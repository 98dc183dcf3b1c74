import { type ChartRow, openStart } from '../select/timeSeries.ts';
import type { SeriesLine } from './TimeSeries.tsx';

type Props = {
  rows: readonly ChartRow[];
  line: Pick<SeriesLine, 'key' | 'color'>;
  x: (at: number) => number;
  y: (value: number) => number;
  radius?: number;
};

/** What was counted of a stretch that was not heard from its beginning: a hollow point, dotted on to the first whole one. */
export function Begun({ rows, line, x, y, radius = 3.5 }: Props) {
  const at = rows.findIndex((row) => typeof row[line.key + openStart] === 'number');
  const first = rows[at];
  if (!first) return null;
  const place = { x: x(first.at), y: y(Number(first[line.key + openStart])) };
  const next = rows[at + 1];
  const whole = next?.[line.key];
  return (
    <g data-begun={line.key} fill="none" stroke={line.color}>
      {typeof whole === 'number' && typeof first[line.key] !== 'number' && (
        <path d={`M${place.x} ${place.y}L${x(next!.at)} ${y(whole)}`} strokeWidth="1.6" strokeDasharray="1.5 3" />
      )}
      <circle cx={place.x} cy={place.y} r={radius} strokeWidth="1.5" style={{ fill: 'var(--bg)' }} />
    </g>
  );
}
