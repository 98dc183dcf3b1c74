import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { RequestFailed } from './fetchJson.ts';

/** Refusals of what was asked (400, 404) are answers; a server that cannot is none. */
const isFailure = (error: unknown): boolean =>
  !(error instanceof RequestFailed) || error.problem.status === 0 || error.problem.status >= 500;

/** Whether anything that is on screen could not be read when it was last asked for: the line may be live and the figures not. */
export function useUnread(): boolean {
  const queries = useQueryClient().getQueryCache();
  const read = useCallback(
    () =>
      queries
        .getAll()
        .some(
          (query) => query.state.status === 'error' && query.getObserversCount() > 0 && isFailure(query.state.error),
        ),
    [queries],
  );
  return useSyncExternalStore(
    useCallback((changed) => queries.subscribe(changed), [queries]),
    read,
    read,
  );
}
