import css from './Severity.module.css';
import { useWords } from './useWords.ts';

/** A number beside a headline that begins with one would read as one number: the word says how grave. */
const wordOf = (value: number) => (value >= 9 ? 'grave' : value >= 7 ? 'serious' : value >= 4 ? 'notable' : 'slight');

/** How grave an alert is: a diamond that is fuller the graver it is, and its word; 1 to 10 where somebody asks. */
export function Severity({ value }: { value: number }) {
  const { say } = useWords();
  const cut = 14 - (14 * Math.min(10, Math.max(1, value))) / 10;
  return (
    <span className={css.severity} title={say('alerts.severity', { value })}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M7 .8L13.2 7L7 13.2L.8 7Z" fill="none" stroke="currentColor" strokeWidth="1.2" />
        <path d="M7 0L14 7L7 14L0 7Z" fill="currentColor" style={{ clipPath: `inset(${cut}px 0 0 0)` }} />
      </svg>
      <span aria-hidden="true">{say(`alerts.grave.${wordOf(value)}`)}</span>
      <span className="visually-hidden">{say('alerts.severity', { value })}</span>
    </span>
  );
}
