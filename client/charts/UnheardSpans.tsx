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
  /** On the wall: read from afar. */
  isLarge?: boolean;
};

/** About one letter of an axis's words, and of the wall's. */
const letters = { near: 6.4, far: 12 };

/** Stretches of a time axis in which nothing was heard: hatched, as on a launch's comparison, and never a line at zero. */
export function UnheardSpans({ unheard, x, top, height, word, wordY = top + 14, isLarge = false }: Props) {
  const hatch = useId();
  if (unheard.length === 0) return null;
  const letter = isLarge ? letters.far : letters.near;
  // On the wall it leans the other way: there a lost line hatches all of the picture.
  const pitch = isLarge ? 18 : 7;
  return (
    <g data-unheard>
      <pattern
        id={hatch}
        width={pitch}
        height={pitch}
        patternUnits="userSpaceOnUse"
        patternTransform={`rotate(${isLarge ? -45 : 45})`}
      >
        <line
          x1="0"
          x2="0"
          y1="0"
          y2={pitch}
          stroke="var(--hairline-strong)"
          strokeWidth={isLarge ? 3 : 1}
          strokeOpacity={isLarge ? 1 : 0.6}
        />
      </pattern>
      {unheard.map(({ from, to }) => {
        const width = Math.max(2, x(to) - x(from));
        return (
          <g key={from}>
            <title>{word}</title>
            <rect x={x(from)} y={top} width={width} height={height} fill={`url(#${hatch})`} />
            {width > word.length * letter + 12 && (
              <text
                className={isLarge ? 'wall-tick wall-halo' : 'ax halo'}
                x={x(from) + width / 2}
                y={wordY}
                textAnchor="middle"
              >
                {word}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
