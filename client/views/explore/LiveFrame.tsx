import type { ReactNode } from 'react';
import { useLiveness } from '../../live/useFrame.ts';
import type { Format } from '../../ui/format.ts';
import { sayLost } from '../../ui/sayLost.ts';
import type { Say } from '../../ui/useWords.ts';
import css from './Explore.module.css';

type Props = { say: Say; format: Format; hasTrace: boolean; filters: ReactNode; children: ReactNode };

/** Greys what it holds when the server falls silent. It alone follows the clock: the charts inside are not drawn again. */
export function LiveFrame({ say, format, hasTrace, filters, children }: Props) {
  const liveness = useLiveness();
  const { state, lostSince } = liveness;
  const isStale = state === 'lost';
  return (
    <div className={css.explore} data-stale={isStale || undefined} data-trace={hasTrace || undefined}>
      {filters}
      {isStale && lostSince !== null && (
        <p className="stale-note" role="status">
          {sayLost(liveness, say, format)}
        </p>
      )}
      {children}
    </div>
  );
}
