import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Workspace } from '../../shared/domain.ts';
import { type Answered, type RequestFailed, request, sendJson } from './fetchJson.ts';
import { workspaceKey } from './useWorkspace.ts';

export type ToSave = { workspace: Workspace; etag: string | null };

/** Saves all settings as one document, but only over the version that was read: a stale one is refused (412). */
export function useSaveWorkspace(): UseMutationResult<Answered<Workspace>, RequestFailed, ToSave> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ workspace, etag }) =>
      sendJson<Workspace>('PUT', '/api/workspace', workspace, etag === null ? {} : { 'If-Match': etag }),
    onSuccess: async (saved) => {
      queries.setQueriesData({ queryKey: [workspaceKey] }, saved);
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== workspaceKey });
    },
  });
}

/** Reads the settings as they are at this moment: what a draft is laid over once somebody else's change is known. */
export function useNewestWorkspace(
  onRead: (newest: Answered<Workspace>) => void,
): UseMutationResult<Answered<Workspace>, RequestFailed, void> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => request<Workspace>('/api/workspace'),
    onSuccess(newest) {
      queries.setQueriesData({ queryKey: [workspaceKey] }, newest);
      onRead(newest);
    },
  });
}
