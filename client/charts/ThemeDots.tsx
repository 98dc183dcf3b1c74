import { MarkShape } from './OpinionMark.tsx';

export type ThemeDot = {
  id: string;
  name: string;
  /** Of what is often filed wrongly: how often it is right, below its name, with the mark that stands for it. */
  note?: string;
  mentions: number;
  /** Beside its bar, or in its place where the axis is too short for it. */
  told?: string;
  before: number | null;
  net: { net: number; low: number; high: number } | null;
  grey: boolean;
  /** Where no theme has a figure: how many opinions it has, in place of one. */
  tooFew?: string;
  /** Given only where the change is more than 90 % probable: then ring and tail are drawn. */
  netBefore: number | null;
  isPole: boolean;
  isClearWeight: boolean;
};

export type ThemeDotsProps = {
  width: number;
  height: number;
  rows: readonly ThemeDot[];
  /** The end of the mentions' axis. */
  top: number;
  number: (value: number) => string;
  signed: (value: number) => string;
  words: {
    mentions: string;
    before: string;
    complaint: string;
    praise: string;
    /** What the intervals' bars are. */
    bars: string;
    tooFew: string;
    net: string;
    more: string;
    label: string;
  };
};

const nameWidth = 296;
const barWidth = 200;
const longestName = 16;

/** A long name makes all names smaller before it is cut, never below the wall's labels: one of another size would look less, or more, than the rest. */
const nameSize = (names: readonly string[]) =>
  Math.max(
    28,
    Math.min(36, ...names.map((name) => Math.floor((nameWidth - 16) / (0.53 * Math.min(longestName, name.length))))),
  );

const axisFrom = 604;
const tallestRow = 74;

/** Of a text on a wall, px a letter: a little more than the mean. */
const directLetter = 14;
const tickLetter = 12;

/** Bars are mentions, dots net sentiment with its 90 % interval; a thin tick or a small ring is the hour before. */
export function ThemeDots(props: ThemeDotsProps) {
  const { width, height, rows, top, words } = props;
  // An axis without a figure on it would say nothing.
  const hasFigures = rows.some(({ net }) => net !== null);
  const axisTo = width - 70;
  const xNet = (value: number) => axisFrom + ((value + 100) / 200) * (axisTo - axisFrom);
  const wide = hasFigures ? barWidth : (width - nameWidth) / 2;
  const xBar = (value: number) => nameWidth + (Math.min(value, top) / top) * wide;
  const xFew = nameWidth + wide + 90;
  const size = nameSize(rows.map(({ name }) => name));
  const rowHeight = Math.min(tallestRow, height / rows.length);
  const bottom = rows.length * rowHeight;
  return (
    <svg width={width} height={height} role="img" aria-label={words.label}>
      <text className="wall-direct" x={nameWidth} y={-30}>
        {words.mentions}
      </text>
      {hasFigures ? (
        <>
          <text className="wall-direct" x={xNet(0) - 20} y={-30} textAnchor="end">
            {words.complaint}
          </text>
          <text className="wall-direct" x={xNet(0) + 20} y={-30}>
            {words.praise}
          </text>
          {xNet(0) + 44 + words.praise.length * directLetter < width - words.bars.length * tickLetter && (
            <text className="wall-tick" x={width} y={-30} textAnchor="end">
              {words.bars}
            </text>
          )}
          {[-100, -50, 50, 100].map((value) => (
            <g key={value}>
              <line x1={xNet(value)} x2={xNet(value)} y1="0" y2={bottom} stroke="var(--hairline)" />
              <text className="wall-tick" x={xNet(value)} y={bottom + 36} textAnchor="middle">
                {props.signed(value)}
              </text>
            </g>
          ))}
          <line x1={xNet(0)} x2={xNet(0)} y1="0" y2={bottom} stroke="var(--hairline-strong)" strokeWidth="1.5" />
          <text className="wall-tick" x={xNet(0)} y={bottom + 36} textAnchor="middle">
            0
          </text>
        </>
      ) : (
        <text className="wall-direct" x={xFew} y={-30}>
          {words.net}
        </text>
      )}
      <line x1={nameWidth} x2={nameWidth} y1="0" y2={bottom} stroke="var(--hairline-strong)" strokeWidth="1.5" />
      <line x1={xBar(top)} x2={xBar(top)} y1="0" y2={bottom} stroke="var(--hairline)" />
      <text className="wall-tick" x={nameWidth} y={bottom + 36} textAnchor="middle">
        0
      </text>
      <text className="wall-tick" x={xBar(top)} y={bottom + 36} textAnchor="end">
        {props.number(top)}
      </text>
      {words.more && (
        <text className="wall-tick" x="0" y={bottom + 36}>
          {words.more}
        </text>
      )}
      {rows.map((row, index) => (
        <Row
          key={row.id}
          {...props}
          row={row}
          y={index * rowHeight + rowHeight / 2}
          xNet={xNet}
          xBar={xBar}
          xFew={xFew}
          index={index}
          size={size}
        />
      ))}
    </svg>
  );
}

type RowProps = ThemeDotsProps & {
  row: ThemeDot;
  y: number;
  index: number;
  /** Of the names, px. */
  size: number;
  xNet: (value: number) => number;
  xBar: (value: number) => number;
  /** Where it is said how few opinions there are. */
  xFew: number;
};

function Row({ row, y, index, size, top, xNet, xBar, xFew, rows, words, number, signed }: RowProps) {
  const { net } = row;
  const kind = !net || row.grey ? 'neutral' : net.net > 0 ? 'positive' : 'negative';
  const color = `var(--${kind})`;
  // Neither good, nor bad, nor in between: nobody knows whose opinions these are.
  const mark = row.note === undefined ? kind : 'doubtful';
  const ink = row.isPole ? 'var(--ink-1)' : row.net ? 'var(--ink-2)' : 'var(--ink-3)';
  const firstBefore = rows.findIndex((one) => one.netBefore !== null);
  const labelLeft = net !== null && net.net < 0;
  const edge = net
    ? labelLeft
      ? Math.min(net.low, row.netBefore ?? 100)
      : Math.max(net.high, row.netBefore ?? -100)
    : 0;
  const labelX = labelLeft ? Math.max(edge, -100) : Math.min(edge, 100);
  const longest = Math.max(row.mentions, row.before ?? 0);
  // What is told stands after the bar, before the axis of sentiment and what stands there.
  const toldTo = row.tooFew === undefined ? Math.min(xNet(-100), labelLeft ? xNet(labelX) - 94 : xNet(0)) : xFew;
  const hasBar =
    row.told === undefined || (longest <= top && xBar(longest) + 14 + row.told.length * directLetter <= toldTo);
  return (
    <g>
      <text
        x="0"
        y={row.note === undefined ? y + 12 : y - 2}
        fill={ink}
        style={{ fontSize: size, letterSpacing: '-0.012em', fontWeight: row.isPole ? 640 : 460 }}
      >
        {row.name.length > longestName ? `${row.name.slice(0, longestName - 1)}…` : row.name}
      </text>
      {row.note !== undefined && (
        <>
          <g transform={`translate(11,${y + 19}) scale(0.6)`}>
            <MarkShape kind="doubtful" />
          </g>
          <text className="wall-tick" x="28" y={y + 28}>
            {row.note}
          </text>
        </>
      )}
      {hasBar && (
        <rect
          x={xBar(0)}
          y={y - 11}
          width={Math.max(row.mentions > 0 ? 2 : 0, xBar(row.mentions) - xBar(0))}
          height="22"
          fill={row.isPole ? 'var(--ink-1)' : 'var(--ink-3)'}
          opacity={row.isPole ? 1 : 0.55}
        />
      )}
      {row.told !== undefined && (
        <text className="wall-direct" x={hasBar ? xBar(longest) + 14 : xBar(0) + 12} y={y + 10}>
          {row.told}
        </text>
      )}
      {row.tooFew !== undefined && row.told === undefined && (
        <text className="wall-direct" x={xBar(row.mentions) + 14} y={y + 10}>
          {number(row.mentions)}
        </text>
      )}
      {row.before !== null && hasBar && (
        <line
          x1={xBar(row.before)}
          x2={xBar(row.before)}
          y1={y - 18}
          y2={y + 18}
          stroke={row.isPole ? 'var(--neutral)' : 'var(--ink-3)'}
          strokeWidth="3"
        />
      )}
      {row.before !== null && index === 0 && (
        <text className="wall-tick wall-halo" x={xBar(row.before)} y={y - 22} textAnchor="middle">
          {words.before}
        </text>
      )}
      {!net && (
        <text
          className="wall-direct"
          x={row.tooFew === undefined ? xNet(0) + 20 : xFew}
          y={y + 10}
          style={{ fill: row.tooFew === undefined ? 'var(--ink-3)' : 'var(--ink-2)' }}
        >
          {row.tooFew ?? words.tooFew}
        </text>
      )}
      {net && (
        <>
          {row.netBefore !== null && (
            <>
              <line x1={xNet(row.netBefore)} x2={xNet(net.net)} y1={y} y2={y} stroke={color} strokeWidth="3" />
              <circle cx={xNet(row.netBefore)} cy={y} r="8" fill="var(--bg)" stroke="var(--ink-3)" strokeWidth="3" />
              {index === firstBefore && (
                <text className="wall-tick wall-halo" x={xNet(row.netBefore)} y={y - 20} textAnchor="middle">
                  {words.before}
                </text>
              )}
            </>
          )}
          <line x1={xNet(net.low)} x2={xNet(net.high)} y1={y} y2={y} stroke={color} strokeWidth="8" opacity="0.5" />
          {[net.low, net.high].map((end) => (
            <line key={end} x1={xNet(end)} x2={xNet(end)} y1={y - 13} y2={y + 13} stroke={color} strokeWidth="4" />
          ))}
          <g transform={`translate(${xNet(net.net)},${y}) scale(0.83)`}>
            <MarkShape kind={mark} />
          </g>
          <text
            className="wall-halo"
            x={xNet(labelX) + (labelLeft ? -18 : 18)}
            y={y + 11}
            textAnchor={labelLeft ? 'end' : 'start'}
            fill={row.grey ? 'var(--ink-2)' : color}
            style={{ fontSize: 32, fontWeight: row.isPole ? 640 : 560, letterSpacing: '-0.02em' }}
          >
            {signed(net.net)}
          </text>
        </>
      )}
    </g>
  );
}
