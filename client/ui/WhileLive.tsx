import type { ReactNode } from 'react';
import { useLostWhy } from './useLostWhy.ts';

/** What changes something on the server: none of it can be pressed while the line is lost, and why is said below. */
export function WhileLive({ children }: { children: ReactNode }) {
  const why = useLostWhy();
  return (
    <>
      <fieldset disabled={why !== null} style={{ display: 'contents' }}>
        {children}
      </fieldset>
      {why !== null && (
        <p className="t13 ink-2" role="status" data-lost-why>
          {why}
        </p>
      )}
    </>
  );
}
