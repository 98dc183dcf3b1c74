import { niceTop } from '../select/niceTop.ts';

type Figures = { median: number; low80: number; high80: number; low50: number; high50: number };
type Props = {
  width: number;
  figures: Figures;
  /** What came of past launches, each a short stroke under the line. */
  past: readonly number[];
  label: string;
  formatTick: (value: number) => string;
};

/** The rounding of axes is made for counts, shares are less than one of them. */
const roundUp = (value: number) => niceTop(1e6 * value) / 1e6;

const height = 74;
const margin = 28;

/** The outcome on a line: a wide faint band that holds it four times in five, a darker one that holds it half the time, the median. */
export function OutlookFan({ width, figures, past, label, formatTick }: Props) {
  const { median, low80, high80, low50, high50 } = figures;
  const [least, most] = [Math.min(low80, ...past), Math.max(high80, ...past)];
  const low = least >= 0 ? 0 : -roundUp(-least);
  const high = most > 0 ? roundUp(most) : 0;
  const x = (value: number) => margin + ((value - low) / (high - low)) * (width - 2 * margin);
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <rect x={x(low80)} y="8" width={x(high80) - x(low80)} height="26" fill="var(--ink-3)" opacity="0.22" />
      <rect x={x(low50)} y="8" width={x(high50) - x(low50)} height="26" fill="var(--ink-3)" opacity="0.4" />
      <line x1={x(median)} x2={x(median)} y1="4" y2="38" stroke="var(--ink-1)" strokeWidth="2" />
      <line
        x1={margin}
        x2={width - margin}
        y1="42"
        y2="42"
        stroke="var(--hairline-strong)"
        shapeRendering="crispEdges"
      />
      {past.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two launches may have had the same outcome
        <line key={index} x1={x(value)} x2={x(value)} y1="44" y2="51" stroke="var(--ink-3)" strokeWidth="1" data-past />
      ))}
      {[low, (low + high) / 2, high].map((value) => (
        <text key={value} x={x(value)} y="67" textAnchor="middle" fontSize="12" fill="var(--ink-3)">
          {formatTick(value)}
        </text>
      ))}
    </svg>
  );
}
