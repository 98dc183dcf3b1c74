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

/** Reasons from the part of a message that is shown: what cannot be read there is no reason to a reader. */
export function because(
  shown: { text: string; marks: readonly Mark[] },
  marks: readonly Mark[],
  theme: string | null,
  opinion: Opinion,
): Reasons {
  return {
    ...reasonsIn(shown.text, shown.marks, theme, opinion),
    isQuestion: marks.some((mark) => mark.field === 'text' && mark.kind === 'question'),
  };
}

/** Which words made the machine file a text under this theme and opinion: strongest first. */
function reasonsIn(
  text: string,
  marks: readonly Mark[],
  theme: string | null,
  opinion: Opinion,
): Omit<Reasons, 'isQuestion'> {
  const inText = marks.filter((mark) => mark.field === 'text' && mark.to <= text.length && mark.from < mark.to);
  return {
    theme: quoted(
      text,
      inText.filter((mark) => mark.kind === 'theme' && mark.id === theme),
    ),
    opinion: isOpinion(opinion)
      ? quoted(
          text,
          inText.filter((mark) => mark.kind === opinion),
        )
      : [],
  };
}

const isOpinion = (opinion: Opinion): opinion is 'positive' | 'negative' =>
  opinion === 'positive' || opinion === 'negative';

/** The strongest mark of a text that says its theme, and the strongest that says its opinion: those that it has. */
function evidenceOf(text: string, marks: readonly Mark[], theme: string | null, opinion: Opinion): Mark[] {
  const strongest = (is: (mark: Mark) => boolean) =>
    marks
      .filter((mark) => mark.field === 'text' && mark.from < mark.to && mark.to <= text.length && is(mark))
      .sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0) || a.from - b.from)[0];
  return [
    strongest((mark) => mark.kind === 'theme' && mark.id === theme),
    strongest((mark) => isOpinion(opinion) && mark.kind === opinion),
  ].flatMap((mark) => mark ?? []);
}

/** The same reasons with so few words that they have room in `letters`, two letters between them: one of each stays, the opinion's before the theme's. */
export function fewerWords(reasons: Reasons, letters: number): Reasons {
  const [theme, opinion] = [[...reasons.theme], [...reasons.opinion]];
  const length = () => [...theme, ...opinion].reduce((sum, word) => sum + word.length + 2, 0);
  while (length() > letters && theme.length + opinion.length > 1) {
    const longer = theme.length >= opinion.length ? theme : opinion;
    if (longer.length > 1) longer.pop();
    else theme.pop();
  }
  return { ...reasons, theme, opinion };
}

/** Whether the words of a message say why it stands under its theme and opinion: a question does, too. */
export function saysWhy(marks: readonly Mark[], theme: string | null, opinion: Opinion): boolean {
  return marks.some(
    ({ kind, id }) =>
      kind === 'question' || (kind === 'theme' && id === theme) || (isOpinion(opinion) && kind === opinion),
  );
}

/** A number of letters of a text around [from, to): from a sentence's beginning where that leaves room, else from a word's. */
function stretchAround(text: string, from: number, to: number, letters: number): { from: number; to: number } {
  const spare = letters - (to - from);
  const head = text.slice(0, from);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? ')) + 2;
  const starts = sentence > 1 ? sentence : 0;
  let begin = starts;
  if (from - starts > spare * 0.8) begin = text.indexOf(' ', Math.max(0, from - Math.floor(spare / 2)) - 1) + 1;
  begin = Math.min(begin, from);
  const limit = begin + letters;
  if (limit >= text.length) return { from: begin, to: text.length };
  const tail = text.slice(0, limit);
  const ends = Math.max(tail.lastIndexOf('. '), tail.lastIndexOf('! '), tail.lastIndexOf('? ')) + 1;
  const word = tail.lastIndexOf(' ');
  const end = ends >= to && ends - begin > letters * 0.6 ? ends : word >= to ? word : Math.max(to, limit);
  // Never between the halves of one character.
  const code = text.charCodeAt(end - 1);
  return { from: begin, to: code >= 0xd800 && code <= 0xdbff ? end - 1 : end };
}

/** So many letters are given up for an end that is one. */
const clauseLetters = 26;
/** Of a stretch: what is short already keeps its words. */
const leastKept = 2 / 3;

/** Without the beginning of a clause at its end ("…, I waited six"), if all that is `needed` stands before it. */
function endedAtClause(said: string, needed: number): string {
  const stop = Math.max(...[', ', '; ', '. ', '! ', '? '].map((sign) => said.lastIndexOf(sign)));
  return stop >= needed && stop >= said.length * leastKept && said.length - stop <= clauseLetters
    ? said.slice(0, stop + 1)
    : said;
}

/** Where a message that has one reason begins to say it: with the first words of the same kind that have room beside the strongest. */
function firstBeside(marks: readonly Mark[], { kind, from, to }: Mark, letters: number): number {
  const beside = marks.filter((mark) => mark.field === 'text' && mark.kind === kind && to - mark.from <= letters);
  return Math.min(from, ...beside.map((mark) => mark.from));
}

/**
 * Cuts a message to about `letters` so that the words which say its theme and its opinion stay in sight: one stretch with both, or two
 * joined by an ellipsis where they stand too far apart. Marks are those of what is shown.
 */
export function cutToEvidence(
  text: string,
  marks: readonly Mark[],
  letters: number,
  theme: string | null,
  opinion: Opinion,
): { text: string; marks: Mark[]; isCut: boolean } {
  if (text.length <= letters) return { text, marks: [...marks], isCut: false };
  const evidence = evidenceOf(text, marks, theme, opinion).sort((a, b) => a.from - b.from);
  if (evidence.length === 0) return cutMessage(text, marks, letters);
  const from = evidence.length === 1 ? firstBeside(marks, evidence[0]!, letters - 4) : evidence[0]!.from;
  const to = Math.max(...evidence.map((mark) => mark.to));
  const pieces =
    to <= letters
      ? [stretchAround(text, 0, to, letters)]
      : to - from <= letters - 8 || evidence.length === 1
        ? [stretchAround(text, from, to, letters)]
        : evidence.map((mark) => stretchAround(text, mark.from, mark.to, Math.floor(letters / evidence.length)));
  let shown = '';
  const moved: Mark[] = [];
  let before = 0;
  for (const piece of pieces) {
    const begin = Math.max(piece.from, before);
    if (begin >= piece.to) continue;
    if (begin > before || begin > 0) shown += begin > before ? (shown === '' ? '… ' : ' … ') : ' ';
    const needed = Math.max(0, ...evidence.filter((mark) => mark.to <= piece.to).map((mark) => mark.to - begin));
    const whole = text.slice(begin, piece.to).trimEnd();
    const said = piece.to < text.length ? endedAtClause(whole, needed) : whole;
    const by = shown.length - begin;
    for (const mark of marks) {
      if (mark.field !== 'text') continue;
      const at = { from: Math.max(mark.from, begin), to: Math.min(mark.to, begin + said.length) };
      if (at.from < at.to) moved.push({ ...mark, from: at.from + by, to: at.to + by });
    }
    shown += said;
    before = begin + said.length < piece.to && said !== whole ? begin + said.length : piece.to;
  }
  return { text: before < text.length ? `${shown.replace(/[\s,;…]+$/, '')} …` : shown, marks: moved, isCut: true };
}

/**
 * Cuts a message to about `letters`, at a sentence or a clause if one ends in its last third, else at a word, and says so with "…".
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
  end = endedAtClause(text.slice(0, end), 0).length;
  return {
    text: `${text.slice(0, end).replace(/[\s.,;:…]+$/, '')} …`,
    marks: marks.filter((mark) => mark.from < end).map((mark) => (mark.to > end ? { ...mark, to: end } : mark)),
    isCut: true,
  };
}
