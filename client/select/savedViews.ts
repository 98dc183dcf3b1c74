import type { SavedView, Workspace } from '../../shared/domain.ts';
import { type ExploreState, exploreSearch, parseExplore } from './exploreState.ts';
import { idFor } from './watched.ts';

export const mostViews = 100;

/** The address that a view keeps: what is seen, without the one message that happens to be open. */
export function viewSearch(state: ExploreState): string {
  return exploreSearch({ ...state, mention: undefined });
}

/** The view that is on screen; addresses that read alike are one. */
export function openView(views: readonly SavedView[], state: ExploreState): SavedView | null {
  const search = viewSearch(state);
  return views.find((view) => viewSearch(parseExplore(view.search)) === search) ?? null;
}

type Edit = (views: readonly SavedView[]) => SavedView[];

export const addView =
  (name: string, search: string): Edit =>
  (views) => [
    ...views,
    {
      id: idFor(
        name,
        views.map((view) => view.id),
      ),
      name: name.trim(),
      search,
    },
  ];
export const renameView =
  (id: string, name: string): Edit =>
  (views) =>
    views.map((view) => (view.id === id ? { ...view, name: name.trim() } : view));
export const removeView =
  (id: string): Edit =>
  (views) =>
    views.filter((view) => view.id !== id);
/** Puts back what was removed, where it stood. */
export const putView =
  (view: SavedView, index: number): Edit =>
  (views) =>
    views.some((one) => one.id === view.id) ? [...views] : [...views.slice(0, index), view, ...views.slice(index)];

export type EditViews = Edit;

export function withViews({ views = [], ...workspace }: Workspace, edit: EditViews): Workspace {
  const edited = edit(views);
  return edited.length === 0 ? workspace : { ...workspace, views: edited };
}
