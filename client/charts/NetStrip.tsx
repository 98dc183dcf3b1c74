import type { NetCurve } from '../select/netCurve.ts';
import { offsetScale } from '../select/offsetScale.ts';
import { bandPath, linePath } from './path.ts';

type Props = {
  width: number;
  /** Of the plot: the axis of the chart above it. */
  plotWidth: number;
  fromMs: number;
  toMs: number;
  curve: NetCurve;
  /** The sentence that says what is drawn. */
  label: string;
  isGrey: boolean;
  formatValue: (net: number) => string;
};

const height = 114;
const top = 14;
/** The lowest line has its figure below it. */
const foot = 20;
/** px between two lines that are both named below them. */
const leastApart = 24;

/** Net sentiment under the curve of buzz, on the same axis, with zero drawn. Its band is chance alone; the last dot says its own value. */
export function NetStrip({ width, plotWidth, fromMs, toMs, curve, label, isGrey, formatValue }: Props) {
  const { points, domain } = curve;
  const base = height - foot;
  const { x } = offsetScale(fromMs, toMs, plotWidth);
  const y = (net: number) => base - ((net - domain.low) / (domain.high - domain.low)) * (base - top);
  const lines = [...new Set([domain.high, 0, domain.low])];
  const sumOfNet = points.reduce((sum, point) => sum + (point?.net ?? 0), 0);
  // Zero is named on the side where less of the curve is.
  const isBelow = (net: number) => net === domain.low || (net === 0 && sumOfNet >= 0);
  // Two names below lines that lie close make room for each other.
  const isClose = domain.low < 0 && y(domain.low) - y(0) < leastApart;
  const below = (net: number) => (isClose ? (net === 0 ? 11 : 16) : 13);
  const last = points.findLast((point) => point !== null);
  const color = isGrey ? 'var(--neutral)' : last && last.net > 0 ? 'var(--positive)' : 'var(--negative)';
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {lines.map((net) => (
        <g key={net}>
          <line className={net === 0 ? 'bl' : 'gl'} x1="0" x2={plotWidth} y1={y(net)} y2={y(net)} />
        </g>
      ))}
      <line
        x1={x(0)}
        x2={x(0)}
        y1={top}
        y2={base}
        stroke="var(--ink-2)"
        shapeRendering="crispEdges"
        visibility={fromMs < 0 && toMs > 0 ? undefined : 'hidden'}
      />
      <path
        d={bandPath(points.map((point) => point && { x: x(point.offsetMs), low: y(point.low), high: y(point.high) }))}
        fill={isGrey ? 'var(--neutral-band)' : last && last.net > 0 ? 'var(--positive-band)' : 'var(--negative-band)'}
      />
      <path
        d={linePath(points.map((point) => point && { x: x(point.offsetMs), y: y(point.net) }))}
        fill="none"
        stroke={color}
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {/* Over the curve, so that it strikes none of them through. */}
      {lines.map((net) => (
        <text key={net} className="ax halo" x="0" y={isBelow(net) ? y(net) + below(net) : y(net) - 3}>
          {formatValue(net)}
        </text>
      ))}
      {last && <circle cx={x(last.offsetMs)} cy={y(last.net)} r="3.5" fill={color} />}
      {last && plotWidth < width && (
        <text className="lb halo" x={x(last.offsetMs) + 10} y={y(last.net) + 4}>
          {formatValue(last.net)}
        </text>
      )}
    </svg>
  );
}
