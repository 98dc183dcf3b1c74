import type { wallScenes } from '../../../shared/wall.ts';

const bars = [52, 40, 24, 46, 30];
const columns = [
  { x: 10, columns: 12, rows: 8 },
  { x: 74, columns: 8, rows: 5 },
  { x: 120, columns: 8, rows: 3 },
];

/** How a scene looks from afar, without a figure: whoever stands in the room finds it by its shape. Dark, as walls are. */
export function SceneSketch({ scene }: { scene: (typeof wallScenes)[number] }) {
  return (
    <svg viewBox="0 0 160 90" data-theme="dark" aria-hidden="true">
      <rect width="160" height="90" fill="var(--bg)" />
      <path d="M10 13h64M10 20h48" stroke="var(--ink-2)" strokeWidth="3.5" />
      {shapes[scene]}
      <path d="M10 83h140" stroke="var(--hairline-strong)" />
    </svg>
  );
}

const faint = { stroke: 'var(--ink-3)', strokeWidth: 2.5 } as const;

const shapes: Record<(typeof wallScenes)[number], React.ReactNode> = {
  pulse: (
    <>
      <path d="M10 36h30M76 36h22M118 36h22" stroke="var(--ink-1)" strokeWidth="9" />
      <path d="M10 66Q20 52 32 56T54 54T66 60V76H10Z" fill="var(--brand-1)" opacity="0.25" />
      <path d="M10 66Q20 52 32 56T54 54T66 60" fill="none" stroke="var(--brand-1)" strokeWidth="2.5" />
      <path d="M76 54Q88 50 108 58V72Q92 68 76 72Z" fill="var(--neutral-band)" />
      <path d="M76 62Q92 58 108 65" fill="none" stroke="var(--neutral)" strokeWidth="2.5" />
      {[26, 14, 10, 6].map((wide, index) => (
        <path key={wide} d={`M118 ${52 + index * 8}h${wide}`} stroke={`var(--brand-${index + 1})`} strokeWidth="3.5" />
      ))}
    </>
  ),
  themes: (
    <>
      <path d="M10 36h18" stroke="var(--positive)" strokeWidth="9" />
      <path d="M10 62h24" stroke="var(--negative)" strokeWidth="9" />
      {bars.map((wide, index) => (
        <g key={wide}>
          <path d={`M54 ${36 + index * 10}h${wide * 0.6}`} stroke="var(--ink-3)" strokeWidth="4" />
          <path d={`M${132 - index * 9} ${36 + index * 10}h18`} {...faint} />
          <circle
            cx={141 - index * 9}
            cy={36 + index * 10}
            r="3.5"
            fill={`var(--${['positive', 'positive', 'neutral', 'neutral', 'negative'][index]})`}
          />
        </g>
      ))}
    </>
  ),
  voices: (
    <>
      {['negative', 'positive', 'neutral'].map((opinion, index) => (
        <g key={opinion} transform={`translate(0 ${30 + index * 18})`}>
          <circle cx="14" cy="5" r="4" fill={`var(--${opinion})`} />
          <path d="M26 4h18" {...faint} />
          <path d={`M54 3h${96 - index * 14}M54 10h${60 - index * 10}`} stroke="var(--ink-1)" strokeWidth="3.5" />
        </g>
      ))}
    </>
  ),
  clock: (
    <>
      <path d="M10 33h44M84 33h20M120 33h22" stroke="var(--ink-1)" strokeWidth="9" />
      <path d="M10 74L44 72L66 56Q90 54 150 70V76H10Z" fill="var(--band-50)" />
      <path d="M10 73L44 70L60 50L76 56L90 47" fill="none" stroke="var(--brand-1)" strokeWidth="2.5" />
      <circle cx="90" cy="47" r="3.5" fill="var(--brand-1)" />
    </>
  ),
  funnel: (
    <>
      <path d="M10 32h30M74 32h26M120 32h26" stroke="var(--ink-1)" strokeWidth="8" />
      {columns.map(({ x, columns: wide, rows }) => (
        <path
          key={x}
          d={Array.from({ length: rows }, (_, row) =>
            Array.from({ length: wide }, (_, column) => `M${x + column * 4.4} ${44 + row * 4.4}h0`).join(''),
          ).join('')}
          stroke="var(--ink-1)"
          strokeWidth="2.8"
          strokeLinecap="round"
        />
      ))}
    </>
  ),
};
