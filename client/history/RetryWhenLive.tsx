import { useQueryClient } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { useLiveness } from '../live/useFrame.ts';

/** Asks again what failed, as soon as the server is back: nobody should have to press a button for it. */
export function RetryWhenLive() {
  const queries = useQueryClient();
  const { state } = useLiveness();
  // Before anything is painted: figures that are live again must not stand beside an error of before.
  useLayoutEffect(() => {
    if (state === 'live') void queries.refetchQueries({ predicate: (query) => query.state.status === 'error' });
  }, [state, queries]);
  return null;
}
