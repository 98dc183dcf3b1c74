import { createDoc, normalize, tokenFlags } from '../normalize.ts';
import type { ApartWords } from './apartWords.ts';
import { offerTerms } from './offerTerms.ts';

export type TermKind = 'word' | 'pair' | 'hashtag';

/**
 * A term's letters, as most of `texts` write it; null where none holds it. Give it texts as they may be shown: what is
 * hidden in them is then no term.
 */
export function spellTerm(
  term: number,
  texts: readonly { text: string; title: string; lang: string }[],
  apart: ApartWords,
): { term: string; kind: TermKind } | null {
  const doc = createDoc();
  const spellings = new Map<string, { texts: number; kind: TermKind }>();
  for (const { text, title, lang } of texts) {
    const { count, hash, token, words } = offerTerms(normalize(text, title, doc), lang, apart);
    const found = hash.subarray(0, count).indexOf(term);
    if (found < 0) continue;
    const first = token[found]!;
    const field = first < doc.titleCount ? doc.title : doc.text;
    const cut = field.slice(doc.from[first], doc.to[first + words[found]! - 1]);
    // A word may carry marks that nobody sees.
    const written = cut.replaceAll(/\s+/g, ' ').replaceAll(/^\p{Cf}+|\p{Cf}+$/gu, '');
    const kind =
      words[found] === 2 ? 'pair' : (doc.flags[first]! & tokenFlags.hashtag) !== 0 ? 'hashtag' : ('word' as const);
    const known = spellings.get(written);
    if (known) known.texts += 1;
    else spellings.set(written, { texts: 1, kind });
  }
  let best: { term: string; kind: TermKind; texts: number } | null = null;
  for (const [written, { texts: times, kind }] of spellings)
    if (!best || times > best.texts) best = { term: written, kind, texts: times };
  return best && { term: best.term, kind: best.kind };
}
