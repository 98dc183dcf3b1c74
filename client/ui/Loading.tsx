import { useEffect, useState } from 'react';
import css from './Loading.module.css';
import { useWords } from './useWords.ts';

/** Before this, nothing moves: most loads are over by then. */
const quietMs = 300;

type Props = {
  /** What a whole screen will be like: figures over a curve, or rows. A panel has none. */
  shape?: 'figures' | 'rows';
};

/** Says that it is counted, and shows the screen's shape first: it stands still until the figures are there. */
export function Loading({ shape }: Props) {
  const { say } = useWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="ink-3" style={{ padding: '20px 0' }}>
      <p role="status">{isLate ? `${say('state.loading')} …` : ''}</p>
      {isLate && shape && (
        <div className={css.shape} aria-hidden="true">
          <i className={css.head} />
          <i className={css.short} />
          {shape === 'figures' ? (
            <>
              <div className={css.figures}>
                <i />
                <i />
                <i />
                <i />
              </div>
              <i className={css.plot} />
            </>
          ) : (
            <div className={css.rows}>
              <i />
              <i />
              <i />
              <i />
            </div>
          )}
        </div>
      )}
    </div>
  );
}
