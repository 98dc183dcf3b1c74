import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Workspace } from '../../shared/domain.ts';
import { type EditViews, withViews } from '../select/savedViews.ts';
import { type Answered, RequestFailed, request, sendJson } from './fetchJson.ts';
import { workspaceKey } from './useWorkspace.ts';

const place = '/api/workspace?data=own';

async function saveOver(edit: EditViews): Promise<Answered<Workspace>> {
  const newest = await request<Workspace>(place);
  return sendJson<Workspace>('PUT', place, withViews(newest.value, edit), { 'If-Match': newest.etag ?? '' });
}

/** Changes the list of views and nothing else: over the newest settings, once more where somebody saved in between. */
export function useEditViews(): UseMutationResult<Answered<Workspace>, RequestFailed, EditViews> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (edit) => {
      try {
        return await saveOver(edit);
      } catch (error) {
        if (error instanceof RequestFailed && error.problem.status === 412) return saveOver(edit);
        throw error;
      }
    },
    onSuccess: (saved) => void queries.setQueriesData({ queryKey: [workspaceKey] }, saved),
  });
}
