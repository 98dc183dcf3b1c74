export function Wordmark() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path
        d="M1 14.5h5.2l3-10 2.6 7.2h5.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      <circle cx="9.2" cy="3.6" r="2.2" fill="var(--brand-1)" />
    </svg>
  );
}
