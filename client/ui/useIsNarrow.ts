import { useCallback, useSyncExternalStore } from 'react';

const narrow = '(max-width: 720px)';

/** Whether the screen is a phone's. Only for what CSS cannot say: how many of a list there is room for. */
export function useIsNarrow(): boolean {
  const subscribe = useCallback((changed: () => void) => {
    const media = matchMedia(narrow);
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, []);
  return useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
}
