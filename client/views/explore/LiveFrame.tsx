import type { ReactNode } from 'react';
import { useIsLost } from '../../live/useFrame.ts';
import type { Format } from '../../ui/format.ts';
import { StaleNote } from '../../ui/StaleNote.tsx';
import css from './Explore.module.css';

type Props = { format: Format; hasTrace: boolean; filters: ReactNode; children: ReactNode };

/** Greys what it holds when the server falls silent, and says since when. */
export function LiveFrame({ format, hasTrace, filters, children }: Props) {
  const isStale = useIsLost();
  return (
    <div className={css.explore} data-stale={isStale || undefined} data-trace={hasTrace || undefined}>
      {filters}
      <StaleNote format={format} />
      {children}
    </div>
  );
}
