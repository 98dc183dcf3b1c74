import { useId } from 'react';
import type { Unheard } from '../select/unheard.ts';

type Props = {
  unheard: readonly Unheard[];
  x: (at: number) => number;
  top: number;
  height: number;
  /** Said within a stretch that is wide enough for it. */
  word: string;
  /** Where the word's baseline stands; absent: near the top. */
  wordY?: number;
};

/** About one letter of an axis's words. */
const letter = 6.4;

/** Stretches of a time axis in which nothing was heard: hatched, as on a launch's comparison, and never a line at zero. */
export function UnheardSpans({ unheard, x, top, height, word, wordY = top + 14 }: Props) {
  const hatch = useId();
  if (unheard.length === 0) return null;
  return (
    <g data-unheard>
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" x2="0" y1="0" y2="7" stroke="var(--hairline-strong)" strokeWidth="1" />
      </pattern>
      {unheard.map(({ from, to }) => {
        const width = Math.max(2, x(to) - x(from));
        return (
          <g key={from}>
            <title>{word}</title>
            <rect x={x(from)} y={top} width={width} height={height} fill={`url(#${hatch})`} />
            {width > word.length * letter + 12 && (
              <text className="ax halo" x={x(from) + width / 2} y={wordY} textAnchor="middle">
                {word}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
