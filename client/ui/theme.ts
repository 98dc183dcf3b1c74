import { useLocation, useSearch } from 'wouter';
import { useMedia } from './useMedia.ts';
import { useIsPaper } from './usePaper.ts';

export type Theme = 'dark' | 'light';

export function isTheme(value: string): value is Theme {
  return value === 'dark' || value === 'light';
}

const prefersLight = '(prefers-color-scheme: light)';

export const isWall = (path: string) => /^\/wall(?!\/remote\/?$)/.test(path);

/** The wall is always dark; elsewhere the URL decides, then the system. */
export function themeOf(path: string, search: string, systemPrefersLight: boolean): Theme {
  if (isWall(path)) return 'dark';
  // On Explore `theme` also names themes of the workspace; only these two words are a look.
  const asked = new URLSearchParams(search).getAll('theme').find(isTheme);
  if (asked) return asked;
  return systemPrefersLight ? 'light' : 'dark';
}

export function useTheme(): Theme {
  const [path] = useLocation();
  const search = useSearch();
  const isLight = useMedia(prefersLight);
  // Paper is white, whatever the screen is.
  const isPaper = useIsPaper();
  return isPaper ? 'light' : themeOf(path, search, isLight);
}
