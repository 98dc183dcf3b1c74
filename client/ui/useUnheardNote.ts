import type { Unheard } from '../select/unheard.ts';
import type { Format } from './format.ts';
import { useWords } from './useWords.ts';

/**
 * Says which hours of a window nobody heard, or, where all of those were, which of the one before it; null where nothing is missing.
 * `now`: where the window ends, so that what goes on is told as such.
 */
export function useUnheardNote(
  unheard: readonly Unheard[],
  before: readonly Unheard[],
  now: number,
  format: Format,
): string | null {
  const { say } = useWords();
  const told = unheard.length > 0 ? unheard : before;
  const first = told[0];
  const last = told.at(-1);
  if (!first || !last) return null;
  const values = {
    many: told.length,
    from: format.moment(first.from),
    to: format.moment(last.to),
    length: format.duration(told.reduce((sum, one) => sum + one.to - one.from, 0)),
  };
  if (told === before) return say('state.unheardBefore', values);
  // The bucket that runs is not looked at.
  const isOpen = last.to >= now - (last.to - last.from) / 4;
  return say('state.unheard', { ...values, open: isOpen ? 'yes' : 'no' });
}
