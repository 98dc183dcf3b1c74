import type { Unheard } from '../select/unheard.ts';
import type { Format } from './format.ts';
import { useWords } from './useWords.ts';

/** Says which hours of a window, or of the one before it, nobody heard; null where all were. */
export function useUnheardNote(unheard: readonly Unheard[], now: number, format: Format): string | null {
  const { say } = useWords();
  const first = unheard[0];
  const last = unheard.at(-1);
  if (!first || !last) return null;
  const isOpen = last.to >= now - (last.to - last.from) / 4;
  return say('state.unheard', {
    many: unheard.length,
    open: isOpen ? 'yes' : 'no',
    from: format.moment(first.from),
    to: format.moment(last.to),
    length: format.duration(unheard.reduce((sum, one) => sum + one.to - one.from, 0)),
  });
}
