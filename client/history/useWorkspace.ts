import { type QueryClient, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { colorOf } from '../../shared/colorOf.ts';
import type { Workspace } from '../../shared/domain.ts';
import { launchTheme } from '../../shared/launchThemes.ts';
import type { WorkspaceAnswer } from '../../shared/protocol.ts';
import { type Answered, request } from './fetchJson.ts';
import { keepZone, lastZone } from './lastZone.ts';

export const workspaceKey = 'workspace';

const asRead = (answer: Answered<Workspace>) => answer;

/** `version` is the status frame's `workspace` and the data set shown: when either changes, the document is read again. */
export function useWorkspace(version = '', select = asRead): UseQueryResult<Answered<Workspace>> {
  return useQuery({
    queryKey: [workspaceKey, version],
    queryFn: async ({ signal }) => {
      const answer = await request<WorkspaceAnswer>('/api/workspace', { signal });
      keepZone(answer.value.timeZone);
      return answer;
    },
    select,
    // A new version must not blank the names that are on screen.
    placeholderData: (previous) => previous,
    staleTime: 60_000,
  });
}

/** The zone of the newest document that was read, for screens that cannot read it now, if need be on an earlier visit; undefined where none was. */
export function knownZone(client: QueryClient): string | undefined {
  const read = client
    .getQueryCache()
    .findAll({ queryKey: [workspaceKey] })
    .filter(({ state }) => state.data !== undefined)
    .sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)[0];
  return (read?.state.data as Answered<Workspace> | undefined)?.value.timeZone ?? lastZone();
}

/** Names and colours of brands and themes; an id that is gone from the workspace shows as itself. */
export type Names = {
  brand: (id: string) => string;
  theme: (id: string) => string;
  color: (brandId: string) => string;
};

export function namesOf(
  workspace: (Pick<Workspace, 'brands' | 'themes'> & Partial<Pick<Workspace, 'launches'>>) | undefined,
  noTheme: string,
): Names {
  const brands = new Map(workspace?.brands.map((brand) => [brand.id, brand.name]));
  const themes = new Map(workspace?.themes.map((theme) => [theme.id, theme.name]));
  // A launch's product is asked for as a theme is.
  for (const { id, name } of workspace?.launches ?? []) themes.set(launchTheme(id), name);
  return {
    brand: (id) => brands.get(id) ?? id,
    theme: (id) => (id === 'none' ? noTheme : (themes.get(id) ?? id)),
    color: (id) => `var(--brand-${colorOf(workspace ?? { brands: [] }, id)})`,
  };
}
