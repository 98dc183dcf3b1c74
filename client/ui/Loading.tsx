import { useEffect, useState } from 'react';
import { useWords } from './useWords.ts';

/** Before this, nothing moves: most loads are over by then. */
const quietMs = 300;

export function Loading() {
  const { say } = useWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="ink-3" style={{ padding: '20px 0' }}>
      {isLate ? `${say('state.loading')} …` : ''}
    </p>
  );
}
