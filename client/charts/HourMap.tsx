export type HourMapRow = {
  key: string;
  name: string;
  /** Share 0..1 of the row's busiest hour. */
  shares: readonly (number | null)[];
  /** What the strongest colour stands for. */
  most: string;
  /** Where a suggested window begins; how many hours it is long. */
  windows: readonly { hour: number; hours: number }[];
  titleOf: (hour: number) => string;
};

type Props = { width: number; rows: readonly HourMapRow[]; color: string; label: string };

const hoursOfDay = 24;
const nameHeight = 18;
const cellHeight = 22;
const rowGap = 10;
const foot = 18;
/** The quietest hour is seen too, and the strongest keeps its frame. */
const shadeOf = (share: number) => 0.07 + 0.73 * share * share;

/** Hours by channels: the stronger the colour, the more is usually said there; suggested windows have a frame. */
export function HourMap({ width, rows, color, label }: Props) {
  const cell = width / hoursOfDay;
  const rowHeight = nameHeight + cellHeight + rowGap;
  const base = rows.length * rowHeight - rowGap;
  return (
    <svg width={width} height={base + foot} viewBox={`0 0 ${width} ${base + foot}`} role="img" aria-label={label}>
      {rows.map(({ key, name, shares, most, windows, titleOf }, place) => {
        const top = place * rowHeight;
        return (
          <g key={key}>
            <text className="lbs" x="0" y={top + 12}>
              {name}
            </text>
            <text className="ax" x={width} y={top + 12} textAnchor="end">
              {most}
            </text>
            {shares.map((share, hour) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour
              <g key={hour}>
                <title>{titleOf(hour)}</title>
                <rect
                  x={hour * cell}
                  y={top + nameHeight}
                  width={Math.max(1, cell - 1)}
                  height={cellHeight}
                  fill={share === null ? 'none' : color}
                  fillOpacity={share === null ? undefined : shadeOf(share)}
                  stroke={share === null ? 'var(--hairline)' : undefined}
                />
              </g>
            ))}
            {windows
              .flatMap((window) => partsOf(window))
              .map(({ from, to }) => (
                <rect
                  key={from}
                  x={from * cell - 0.5}
                  y={top + nameHeight - 1}
                  width={(to - from) * cell}
                  height={cellHeight + 2}
                  fill="none"
                  stroke="var(--ink-1)"
                  strokeWidth="2"
                />
              ))}
          </g>
        );
      })}
      {[0, 6, 12, 18, 24].map((hour) => (
        <text
          key={hour}
          className="ax"
          x={hour * cell}
          y={base + 14}
          textAnchor={hour === 0 ? 'start' : hour === hoursOfDay ? 'end' : 'middle'}
        >
          {String(hour).padStart(2, '0')}:00
        </text>
      ))}
    </svg>
  );
}

/** A window over midnight has a part at either end of the day. */
function partsOf({ hour, hours }: { hour: number; hours: number }): { from: number; to: number }[] {
  const to = hour + hours;
  if (to <= hoursOfDay) return [{ from: hour, to }];
  return [
    { from: hour, to: hoursOfDay },
    { from: 0, to: to - hoursOfDay },
  ];
}
