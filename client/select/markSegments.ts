import type { Mark } from '../../shared/trace.ts';

/** A stretch of text with the one mark that is drawn under it. */
export type Segment = { text: string; mark?: Mark };

/** Where two marks share letters, what the words say about opinion is drawn before what they are about. */
const weight: Record<Mark['kind'], number> = {
  brand: 6,
  excluded: 7,
  negation: 5,
  turn: 5,
  positive: 4,
  negative: 4,
  spam: 3,
  question: 2,
  theme: 1,
};

/**
 * Cuts a text into plain and marked stretches that join to the text again, whatever the marks: overlapping, empty or
 * beyond its end.
 */
export function markSegments(text: string, marks: readonly Mark[], field: Mark['field'] = 'text'): Segment[] {
  const usable = marks
    .filter((mark) => mark.field === field && mark.from >= 0 && mark.to <= text.length && mark.from < mark.to)
    .sort((a, b) => weight[b.kind] - weight[a.kind] || b.to - b.from - (a.to - a.from) || a.from - b.from);
  const taken: Mark[] = [];
  for (const mark of usable) if (!taken.some((other) => mark.from < other.to && other.from < mark.to)) taken.push(mark);
  taken.sort((a, b) => a.from - b.from);
  const segments: Segment[] = [];
  let at = 0;
  for (const mark of taken) {
    if (mark.from > at) segments.push({ text: text.slice(at, mark.from) });
    segments.push({ text: text.slice(mark.from, mark.to), mark });
    at = mark.to;
  }
  if (at < text.length) segments.push({ text: text.slice(at) });
  return segments;
}
