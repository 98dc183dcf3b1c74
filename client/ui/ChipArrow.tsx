/** What tells a chip that opens a menu from one that does not. */
export const ChipArrow = () => (
  <svg width="9" height="6" viewBox="0 0 9 6" aria-hidden="true">
    <path d="M1 1l3.5 3.5L8 1" fill="none" stroke="currentColor" strokeWidth="1.4" />
  </svg>
);
