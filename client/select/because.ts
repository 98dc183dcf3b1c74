import type { Opinion } from '../../shared/domain.ts';
import type { Mark } from '../../shared/trace.ts';

export type Reasons = {
  /** Words of the text that say the theme, each once. */
  theme: string[];
  /** Words that say the opinion shown. */
  opinion: string[];
  isQuestion: boolean;
};

const most = 3;

function quoted(text: string, marks: readonly Mark[]): string[] {
  const seen = new Set<string>();
  const words: string[] = [];
  for (const mark of [...marks].sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0))) {
    const word = text.slice(mark.from, mark.to).trim();
    const key = word.toLowerCase();
    if (word === '' || seen.has(key)) continue;
    seen.add(key);
    words.push(word);
    if (words.length === most) break;
  }
  return words;
}

/** Reasons from the part of a message that is shown; where that part holds none, from the whole. */
export function because(
  shownText: string,
  shownMarks: readonly Mark[],
  text: string,
  marks: readonly Mark[],
  theme: string | null,
  opinion: Opinion,
): Reasons {
  const shown = reasonsIn(shownText, shownMarks, theme, opinion);
  const all = reasonsIn(text, marks, theme, opinion);
  return {
    theme: shown.theme.length > 0 ? shown.theme : all.theme,
    opinion: shown.opinion.length > 0 ? shown.opinion : all.opinion,
    isQuestion: all.isQuestion,
  };
}

/** Which words made the machine file a text under this theme and opinion: strongest first. */
function reasonsIn(text: string, marks: readonly Mark[], theme: string | null, opinion: Opinion): Reasons {
  const inText = marks.filter((mark) => mark.field === 'text' && mark.to <= text.length && mark.from < mark.to);
  const isOpinion = opinion === 'positive' || opinion === 'negative';
  return {
    theme: quoted(
      text,
      inText.filter((mark) => mark.kind === 'theme' && mark.id === theme),
    ),
    opinion: isOpinion
      ? quoted(
          text,
          inText.filter((mark) => mark.kind === opinion),
        )
      : [],
    isQuestion: inText.some((mark) => mark.kind === 'question'),
  };
}

/**
 * Cuts a message to about `letters`, at a sentence if one ends in its last third, else at a word, and says so with "…".
 * Marks behind the cut are dropped, those across it shortened.
 */
export function cutMessage(
  text: string,
  marks: readonly Mark[],
  letters: number,
): { text: string; marks: Mark[]; isCut: boolean } {
  if (text.length <= letters) return { text, marks: [...marks], isCut: false };
  const head = text.slice(0, letters);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? ')) + 1;
  const word = head.lastIndexOf(' ');
  let end = sentence > (letters * 2) / 3 ? sentence : word > letters / 2 ? word : letters;
  // Never between the halves of one character.
  const code = text.charCodeAt(end - 1);
  if (code >= 0xd800 && code <= 0xdbff) end -= 1;
  return {
    text: `${text.slice(0, end).replace(/[\s.…]+$/, '')}${end === sentence && end > 0 ? ' …' : '…'}`,
    marks: marks.filter((mark) => mark.from < end).map((mark) => (mark.to > end ? { ...mark, to: end } : mark)),
    isCut: true,
  };
}

/**
 * As `cutMessage`, but of a message whose words that say why come late, the part around them: a cut that ends before them would
 * show nothing of what the message stands for. `kind`: of the marks that must be in sight.
 */
export function cutAround(
  text: string,
  marks: readonly Mark[],
  letters: number,
  kind: Mark['kind'],
): ReturnType<typeof cutMessage> {
  const said = marks.filter((mark) => mark.field === 'text' && mark.from < mark.to && mark.to <= text.length);
  const first = said.find((mark) => mark.kind === kind) ?? said[0];
  if (!first || text.length <= letters || first.to <= letters - 2) return cutMessage(text, marks, letters);
  const from = text.lastIndexOf(' ', Math.max(0, first.from - Math.round(letters / 3))) + 1;
  const shifted = (by: number) => (mark: Mark) => ({ ...mark, from: mark.from + by, to: mark.to + by });
  const rest = cutMessage(text.slice(from), said.filter((mark) => mark.from >= from).map(shifted(-from)), letters - 2);
  return { text: `… ${rest.text}`, marks: rest.marks.map(shifted(2)), isCut: true };
}
