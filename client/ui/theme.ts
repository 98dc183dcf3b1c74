import { useCallback, useSyncExternalStore } from 'react';
import { useLocation, useSearch } from 'wouter';

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
  const subscribe = useCallback((changed: () => void) => {
    const media = matchMedia(prefersLight);
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, []);
  const isLight = useSyncExternalStore(subscribe, () => matchMedia(prefersLight).matches);
  return themeOf(path, search, isLight);
}
