type Props = {
  /** Alerts a week by sensitivity, 1 first. */
  perWeek: readonly number[];
  /** Which of them is chosen, from 1. */
  chosen: number;
  label: string;
  className?: string;
};

const height = 56;
const base = 54;

/** How often a rule would tell at each position of its slider; dark where it stands. By the square root: once a month shows beside ten a week. */
export function PerWeekBars({ perWeek, chosen, label, className }: Props) {
  const top = Math.sqrt(Math.max(...perWeek, 1));
  // The middle of each bar stands where the middle of the thumb would.
  const room = Math.max(1, perWeek.length - 1);
  return (
    <svg
      className={className}
      viewBox={`-0.5 0 ${room + 1} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {perWeek.map((count, index) => {
        const tall = Math.max(1, (base * Math.sqrt(Math.max(0, count))) / top);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a position of the slider is its place
            key={index}
            x={index - 0.3}
            y={base - tall}
            width={0.6}
            height={tall}
            fill={index + 1 === chosen ? 'var(--ink-1)' : 'var(--band-50)'}
            data-chosen={index + 1 === chosen || undefined}
          />
        );
      })}
      <path d={`M-0.5 ${base}H${room + 0.5}`} stroke="var(--hairline-strong)" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
