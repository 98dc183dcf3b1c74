import { useMedia } from './useMedia.ts';

/** Paper is narrower than that too, and no phone. */
const narrow = 'screen and (max-width: 720px)';

/** Whether the screen is a phone's. Only for what CSS cannot say: how many of a list there is room for. */
export const useIsNarrow = (): boolean => useMedia(narrow);
