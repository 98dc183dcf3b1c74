import type { TextsBeside } from '../../shared/textsBeside.ts';
import type { Format } from './format.ts';
import type { Say } from './useWords.ts';

/** What the distinct texts say, behind what was said of the mentions: ", 1.9 times in distinct texts"; empty where it is the same. */
export const sayTextsBeside = (how: TextsBeside, times: number | undefined, say: Say, format: Format): string =>
  how === 'none' ? '' : say('texts.beside', { how, times: format.times(times ?? 0) });
