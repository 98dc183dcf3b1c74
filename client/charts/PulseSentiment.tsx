import { Area, ComposedChart, Line, ReferenceDot, ReferenceLine, XAxis, YAxis } from 'recharts';
import { holdsZero } from '../../shared/uncertainty.ts';
import type { SentimentPoint } from '../select/curve.ts';
import { clearPlace } from './clearPlace.ts';

export type PulseSentimentProps = {
  width: number;
  height: number;
  points: readonly SentimentPoint[];
  domain: [number, number];
  range: { low: number; high: number };
  /** Posts of a lost source are missing at its end: it is hollow, as that of the mentions is. */
  isPartial: boolean;
  start: string;
  end: string;
  words: { interval: string; praise: string; complaint: string };
  label: string;
};

const foot = 44;
const head = 24;
/** Of a tick that stands in the way of words. */
const tickRow = 30;

/** Net sentiment with its 90 % interval and zero drawn; blue or orange only where the whole interval lies on one side. */
export function PulseSentiment(props: PulseSentimentProps) {
  const { width, height, points, domain, range, words } = props;
  const data = points.map(({ at, net, low, high }) => ({
    at,
    net,
    band: low === null || high === null ? null : [low, high],
  }));
  const last = points.findLast((point) => point.net !== null);
  const isSure =
    last !== undefined && last.low !== null && last.high !== null && !holdsZero({ low: last.low, high: last.high });
  const tone = !isSure ? 'neutral' : (last.net ?? 0) > 0 ? 'positive' : 'negative';
  const base = height - foot;
  const y = (value: number) => base - ((value - range.low) / (range.high - range.low)) * (base - head);
  const x = (at: number) => ((at - domain[0]) / Math.max(1, domain[1] - domain[0])) * width;
  const lines = (['net', 'low', 'high'] as const).map((key) =>
    points.map(({ at, [key]: value }) => (value === null ? null : { x: x(at), y: y(value) })),
  );
  const praise = clearPlace({
    text: words.praise,
    width,
    first: { end: y(range.high) + 34, start: y(range.high) + 34 },
    last: { end: y(0) - 14, start: y(0) - 14 - tickRow },
    lines,
  });
  const complaint = clearPlace({
    text: words.complaint,
    width,
    first: { end: y(range.low) - 12, start: y(range.low) - 12 - tickRow },
    last: { end: y(0) + 34, start: y(0) + 34 },
    lines,
  });
  return (
    <div style={{ position: 'relative', width, height }} role="img" aria-label={props.label}>
      <ComposedChart
        width={width}
        height={height}
        data={data}
        margin={{ top: head, right: 0, bottom: foot, left: 0 }}
        accessibilityLayer={false}
      >
        <XAxis dataKey="at" type="number" domain={domain} hide allowDataOverflow />
        <YAxis type="number" domain={[range.low, range.high]} hide allowDataOverflow />
        {[range.low, range.high]
          .filter((value) => value !== 0)
          .map((value) => (
            <ReferenceLine key={value} y={value} stroke="var(--hairline)" />
          ))}
        <ReferenceLine y={0} stroke="var(--hairline-strong)" strokeWidth={1.5} />
        <Area
          dataKey="band"
          type="linear"
          stroke="none"
          fill={`var(--${tone}-band)`}
          fillOpacity={1}
          isAnimationActive={false}
          dot={false}
          activeDot={false}
        />
        <Line
          dataKey="net"
          type="linear"
          stroke={`var(--${tone})`}
          strokeWidth={6}
          strokeLinejoin="round"
          strokeLinecap="round"
          isAnimationActive={false}
          dot={false}
          activeDot={false}
        />
        {last && last.net !== null && (
          <ReferenceDot
            x={last.at}
            y={last.net}
            r={11}
            fill={props.isPartial ? 'var(--bg)' : `var(--${tone})`}
            stroke={props.isPartial ? `var(--${tone})` : 'var(--bg)'}
            strokeWidth={4}
            ifOverflow="visible"
          />
        )}
      </ComposedChart>
      <svg width={width} height={height} aria-hidden="true" style={{ position: 'absolute', left: 0, top: 0 }}>
        {range.high > 0 && (
          <text className="wall-tick wall-halo" x="0" y={y(range.high) - 8}>
            +{range.high}
          </text>
        )}
        <text className="wall-tick" x="8" y={y(0) - 8}>
          0
        </text>
        {range.low < 0 && (
          <text className="wall-tick wall-halo" x="0" y={y(range.low) - 8}>
            −{-range.low}
          </text>
        )}
        {range.high > 0 && (
          <text className="wall-direct" {...praise}>
            {words.praise}
          </text>
        )}
        <text className="wall-direct" {...complaint}>
          {words.complaint}
        </text>
        <text className="wall-tick wall-halo" x={width} y={y(range.high) - 8} textAnchor="end">
          {words.interval}
        </text>
        <text className="wall-tick" x="0" y={height - 8}>
          {props.start}
        </text>
        <text className="wall-tick" x={width} y={height - 8} textAnchor="end">
          {props.end}
        </text>
      </svg>
    </div>
  );
}
