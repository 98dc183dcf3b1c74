import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { workspaceKey } from './useWorkspace.ts';

/** Whether the workspace is being read for the first time: no screen shows anything before. */
export function useIsBlank(): boolean {
  const filter = { queryKey: [workspaceKey] };
  const queries = useQueryClient().getQueryCache();
  return useIsFetching(filter) > 0 && queries.findAll(filter).every(({ state }) => state.data === undefined);
}
