/** Only for changes that are more than 90 % probable. Ink, not colour: up is not good in itself. */
export function Arrow({ direction }: { direction: 'up' | 'down' }) {
  return (
    <svg
      width="10"
      height="11"
      viewBox="0 0 10 11"
      aria-hidden="true"
      style={{ display: 'inline-block', verticalAlign: -1, marginRight: 3 }}
    >
      <path
        d={direction === 'up' ? 'M5 10V1.5M1.5 5L5 1.5 8.5 5' : 'M5 1v8.5M1.5 6L5 9.5 8.5 6'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
      />
    </svg>
  );
}
