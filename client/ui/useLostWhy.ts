import { useIsLost } from '../live/useFrame.ts';
import { useWords } from './useWords.ts';

/** Why nothing can be noted, changed or saved: the line is lost; null: it can. */
export function useLostWhy(): string | null {
  const { say } = useWords();
  return useIsLost() ? say('state.noChanges') : null;
}
