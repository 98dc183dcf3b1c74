import type { SetAsideReason } from '../../shared/kinds.ts';
import { type DotColumn, dotsPath } from '../select/funnelDots.ts';

export type FunnelDotsProps = {
  column: DotColumn;
  pitch: number;
  width: number;
  height: number;
  /** What takes the bright ones on, written over an arrow; absent where they have arrived. */
  sort?: string;
  /** Label and number beside each other instead of one below the other. */
  isFlat: boolean;
  number: (value: number) => string;
  nameOf: (reason: SetAsideReason) => string;
  label: string;
};

const labelGap = 18;

/** One sort of the funnel: bright dots go on, dim ones are set aside, by reason. One path each, and no colour. */
export function FunnelDots({ column, pitch, width, height, sort, isFlat, number, nameOf, label }: FunnelDotsProps) {
  const { perRow } = column;
  const dots = { strokeWidth: (pitch * 2) / 3, strokeLinecap: 'round', fill: 'none' } as const;
  const beside = column.width + labelGap;
  const fromX = Math.min(column.on, perRow) * pitch + labelGap - pitch / 3;
  const arrowY = pitch;
  return (
    <svg width={width} height={height} role="img" aria-label={label} style={{ overflow: 'visible' }}>
      <path d={dotsPath(column.on, perRow, pitch)} stroke="var(--ink-1)" {...dots} />
      {sort !== undefined && (
        <>
          <text className="wall-direct" x={fromX} y={arrowY - 16}>
            {sort}
          </text>
          <path
            d={`M${fromX} ${arrowY}H${width}m-10 -8l10 8l-10 8`}
            fill="none"
            stroke="var(--ink-3)"
            strokeWidth="2.5"
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        </>
      )}
      {column.aside.map(({ reason, posts, dots: count, top, height: high }) => {
        const middle = top + high / 2;
        const rows = Math.ceil(count / perRow) * pitch;
        return (
          <g key={reason}>
            <path
              d={dotsPath(count, perRow, pitch, top + (high - rows) / 2)}
              stroke="var(--ink-3)"
              opacity="0.6"
              {...dots}
            />
            {isFlat ? (
              <text className="wall-direct" x={beside} y={middle + 10}>
                <tspan className="wall-strong">{number(posts)}</tspan> {nameOf(reason)}
              </text>
            ) : (
              <>
                <text className="wall-strong" x={beside} y={middle - 7}>
                  {number(posts)}
                </text>
                <text className="wall-direct" x={beside} y={middle + 26}>
                  {nameOf(reason)}
                </text>
              </>
            )}
          </g>
        );
      })}
    </svg>
  );
}
