import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { isTheme } from './theme.ts';

/** Where the reader is: path, and search without its `?`. */
export type Here = { path: string; search: string };

/** The looks (language, theme) that follow the reader from screen to screen, as a search; filters do not follow. */
export function looksOf({ path, search }: Here): string {
  const params = new URLSearchParams(search);
  const looks = new URLSearchParams();
  const language = params.get('ui') ?? (path.startsWith('/explore') ? null : params.get('lang'));
  const theme = params.getAll('theme').find(isTheme);
  if (language !== null) looks.set('ui', language);
  if (theme !== undefined) looks.set('theme', theme);
  return looks.toString();
}

function join(path: string, params: URLSearchParams): string {
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}

/** Another screen with the parameters given, in the same language and theme. */
export function hrefTo(here: Here, path: string, params: Record<string, string | number | undefined> = {}): string {
  const next = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (value !== undefined) next.set(key, String(value));
  for (const [key, value] of new URLSearchParams(looksOf(here))) next.set(key, value);
  return join(path, next);
}

/** The same screen with some parameters changed; undefined removes one. */
export function hrefWith(here: Here, changes: Record<string, string | undefined>): string {
  const params = new URLSearchParams(here.search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) params.delete(key);
    else params.set(key, value);
  }
  return join(here.path, params);
}

export function useHere(): Here {
  const [path] = useLocation();
  const search = useSearch();
  return useMemo(() => ({ path, search }), [path, search]);
}
