import { beginsWith, type Doc, spells, tokenFlags } from '../normalize.ts';
import type { Term, Words } from './ast.ts';
import { exactForm } from './readTerms.ts';

/** True where the words stand at this token, all in one field. */
export function wordsMatchAt(doc: Doc, token: number, words: Words): boolean {
  const { terms, exact } = words;
  const end = token + terms.length;
  const inTitle = token < doc.titleCount;
  if (words.title && !inTitle) return false;
  if (end > (inTitle ? doc.titleCount : doc.count)) return false;
  for (let k = 0; k < terms.length; k++) {
    const term = terms[k] as Term;
    const at = token + k;
    if (term.prefix ? !beginsWith(doc, at, term.folded) : !spells(doc, at, term.folded)) return false;
    if (term.sigil !== 0 && ((doc.flags[at] as number) & tokenFlags.anySigil) !== term.sigil) return false;
    if (exact && !isWrittenSo(doc, at, term, k > 0, inTitle ? doc.title : doc.text)) return false;
  }
  return true;
}

function isWrittenSo(doc: Doc, token: number, term: Term, follows: boolean, field: string): boolean {
  const sigil = (doc.flags[token] as number) & tokenFlags.anySigil;
  const from = doc.from[token] as number;
  const written = exactForm(field.slice(sigil === 0 ? from : from + 1, doc.to[token]), sigil);
  if (term.prefix ? !written.startsWith(term.written) : written !== term.written) return false;
  return !follows || field.slice(doc.to[token - 1], from).replace(/\s+/g, ' ') === term.before;
}
