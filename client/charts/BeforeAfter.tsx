import { holdsZero } from '../../shared/uncertainty.ts';

type Figure = { net: number; low: number; high: number } | null;
type Props = { before: Figure; after: Figure; label: string };

const width = 132;
const height = 30;
const x = (net: number) => 6 + ((net + 100) / 200) * (width - 12);

/** Net sentiment before (ring, above) and after (dot, below) with their intervals, on -100 to +100 with zero drawn. */
export function BeforeAfter({ before, after, label }: Props) {
  const color = (figure: Exclude<Figure, null>) =>
    holdsZero(figure) ? 'var(--neutral)' : figure.net > 0 ? 'var(--positive)' : 'var(--negative)';
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <line x1={x(0)} x2={x(0)} y1="0" y2={height} stroke="var(--hairline-strong)" shapeRendering="crispEdges" />
      {before && (
        <g stroke="var(--ink-3)" strokeWidth="1.5" fill="var(--bg)">
          <line x1={x(before.low)} x2={x(before.high)} y1="9" y2="9" />
          <circle cx={x(before.net)} cy="9" r="3.5" />
        </g>
      )}
      {after && (
        <g stroke={color(after)} strokeWidth="2" fill={color(after)}>
          <line x1={x(after.low)} x2={x(after.high)} y1="21" y2="21" />
          <circle cx={x(after.net)} cy="21" r="4" />
        </g>
      )}
    </svg>
  );
}
