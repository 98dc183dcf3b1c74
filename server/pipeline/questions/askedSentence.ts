import { type Doc, gaps } from '../normalize.ts';
import { isAsked } from '../signals.ts';
import type { Reading } from '../vocabulary.ts';
import { cueBit } from '../words/wordTables.ts';

/** Tokens `from .. to` (exclusive) of one field. */
export type Sentence = { from: number; to: number };

/**
 * The first sentence that asks: it ends with a question mark and holds a word that asks, or it begins with an expression
 * that does nothing else ("does anyone know", "est-ce que"). null: nothing is asked.
 */
export function askedSentence(doc: Doc, reading: Reading): Sentence | null {
  let hit = 0;
  for (let from = 0; from < doc.count; ) {
    let to = from + 1;
    while (to < doc.count && to !== doc.titleCount && doc.gaps[to] !== gaps.sentence) to += 1;
    let holdsWord = false;
    let begins = false;
    for (; hit < reading.hits && reading.hitToken[hit]! < to; hit++) {
      const cues = reading.hitCues[hit]!;
      if ((cues & (cueBit.asks | cueBit.questionWord)) !== 0) holdsWord = true;
      if ((cues & cueBit.asks) !== 0 && reading.hitToken[hit] === from && reading.hitLength[hit]! > 1) begins = true;
    }
    if ((holdsWord && isAsked(doc, to - 1)) || begins) return { from, to };
    from = to;
  }
  return null;
}

/** The sentence as it was written, with its question mark. */
export function writtenSentence(doc: Doc, { from, to }: Sentence): string {
  const field = from < doc.titleCount ? doc.title : doc.text;
  const end = doc.to[to - 1]!;
  const mark = /^[\s"')\]]{0,2}[?\uff1f]/.exec(field.slice(end, end + 3));
  return field
    .slice(doc.from[from], end + (mark?.[0].length ?? 0))
    .replaceAll(/\s+/g, ' ')
    .trim();
}
