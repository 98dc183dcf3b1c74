import type { VoiceRow } from '../select/brandFigures.ts';

/** `brand: null` gathers those for which there is no room: the bars still add up to the whole. */
export type VoiceBar = Pick<VoiceRow, 'share' | 'before'> & { brand: string | null; isFocus: boolean };

/** The first rows as they are and the rest as one, so that at most `most` bars are drawn. The first is the focus. */
export function foldVoices(rows: readonly VoiceRow[], most: number): VoiceBar[] {
  const shown = rows.length > most ? most - 1 : most;
  const bars: VoiceBar[] = rows.slice(0, shown).map(({ brand, share, before }, index) => ({
    brand,
    share,
    before,
    isFocus: index === 0,
  }));
  const rest = rows.slice(shown);
  if (rest.length > 0) {
    const sum = (of: (row: VoiceRow) => number | null) => rest.reduce((total, row) => total + (of(row) ?? 0), 0);
    bars.push({
      brand: null,
      share: rest[0]!.share === null ? null : sum((row) => row.share),
      before: rest[0]!.before === null ? null : sum((row) => row.before),
      isFocus: false,
    });
  }
  return bars;
}

export type VoiceBarsProps = {
  width: number;
  height: number;
  rows: readonly VoiceBar[];
  nameOf: (brand: string | null) => string;
  colorOf: (brand: string | null) => string;
  percent: (share: number) => string;
  beforeLabel: (share: number) => string;
  caption: string;
  label: string;
};

/** Of a row, with room for names and figures of full size, and where there is less. */
const full = { row: 99, text: 34, bar: 50, thick: 16, name: 32, figure: 36 };
const low = { row: 54, text: 26, bar: 36, thick: 10, name: 26, figure: 28 };
const mostRows = 4;

/** How far a tick stands out of its bar, how wide it is, and how near to a fill's end it would look like more of it. */
const tick = { out: 7, width: 3, near: 2 };

/** Share of voice of a set: bars are now, the thin tick is the hour before. */
export function VoiceBars(props: VoiceBarsProps) {
  const { width, height, rows } = props;
  const size = height < full.row * mostRows ? low : full;
  return (
    <svg width={width} height={height} role="img" aria-label={props.label}>
      {rows.map((row, index) => {
        const y = index * size.row;
        const ink = row.isFocus ? 'var(--ink-1)' : 'var(--ink-2)';
        const beforeX = row.before === null ? null : Math.max(2, Math.min(width - 2, row.before * width));
        return (
          <g key={row.brand ?? '…'}>
            <text
              x="0"
              y={y + size.text}
              fill={ink}
              style={{ fontSize: size.name, fontWeight: row.isFocus ? 620 : 460, letterSpacing: '-0.012em' }}
            >
              {clip(props.nameOf(row.brand), row.isFocus ? 11 : 17)}
            </text>
            {row.isFocus ? (
              row.before !== null && (
                <text x={width} y={y + size.text} textAnchor="end" fill="var(--ink-3)" style={{ fontSize: 24 }}>
                  {props.beforeLabel(row.before)}
                </text>
              )
            ) : (
              <text
                x={width}
                y={y + size.text}
                textAnchor="end"
                fill={ink}
                style={{ fontSize: size.figure, fontWeight: 500 }}
              >
                {row.share === null ? '–' : props.percent(row.share)}
              </text>
            )}
            <rect x="0" y={y + size.bar} width={width} height={size.thick} fill="var(--hairline)" />
            <rect
              x="0"
              y={y + size.bar}
              width={(row.share ?? 0) * width}
              height={size.thick}
              fill={props.colorOf(row.brand)}
            />
            {beforeX !== null && (
              <Tick x={beforeX} top={y + size.bar} height={size.thick} filled={(row.share ?? 0) * width} />
            )}
          </g>
        );
      })}
      <text x="0" y={height - 8} fill="var(--ink-3)" style={{ fontSize: 24 }}>
        {props.caption}
      </text>
    </svg>
  );
}

/** Out of its bar above and below; within it a notch of a longer fill, and never over the fill's end. */
function Tick({ x, top, height, filled }: { x: number; top: number; height: number; filled: number }) {
  const half = tick.width / 2;
  const bottom = top + height;
  const isNotch = x + half < filled;
  const isBeyond = x - half > filled + tick.near;
  return (
    <g strokeWidth={tick.width} data-before={isNotch ? 'notch' : isBeyond ? 'beyond' : 'end'}>
      <path d={`M${x} ${top - tick.out}V${top}M${x} ${bottom}V${bottom + tick.out}`} stroke="var(--ink-1)" />
      {(isNotch || isBeyond) && <path d={`M${x} ${top}V${bottom}`} stroke={isNotch ? 'var(--bg)' : 'var(--ink-1)'} />}
    </g>
  );
}

function clip(name: string, letters: number): string {
  return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
