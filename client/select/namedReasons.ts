import type { Opinion } from '../../shared/domain.ts';
import type { Mark } from '../../shared/trace.ts';
import { because, fewerWords, type Reasons } from './because.ts';
import { markSegments } from './markSegments.ts';

/** As words that are the same to a reader. */
const keyOf = (word: string): string => word.trim().toLowerCase();

/**
 * Why a message stands under this theme and opinion, in words that have room in `letters`, and the marks of exactly those words: what is marked
 * in the message is named beside it, and the other way round. Where two marks of one kind share letters, the longer is the word that is read.
 */
export function namedReasons(
  shown: { text: string; marks: readonly Mark[] },
  marks: readonly Mark[],
  theme: string | null,
  opinion: Opinion,
  letters: number,
): { reasons: Reasons; marks: Mark[] } {
  const read = (is: (mark: Mark) => boolean) =>
    markSegments(shown.text, shown.marks.filter(is)).flatMap(({ mark }) => mark ?? []);
  const ofTheme = read((mark) => mark.kind === 'theme' && mark.id === theme);
  const ofOpinion = read((mark) => mark.kind === opinion);
  const reasons = fewerWords(
    because({ text: shown.text, marks: [...ofTheme, ...ofOpinion] }, marks, theme, opinion),
    letters,
  );
  const named = (words: readonly string[], among: readonly Mark[]) => {
    const keys = new Set(words.map(keyOf));
    return among.filter((mark) => keys.has(keyOf(shown.text.slice(mark.from, mark.to))));
  };
  return { reasons, marks: [...named(reasons.theme, ofTheme), ...named(reasons.opinion, ofOpinion)] };
}
