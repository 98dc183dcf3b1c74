import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Workspace } from '../../shared/domain.ts';
import { type Answered, type RequestFailed, sendJson } from './fetchJson.ts';
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
