import { normalize, tokenFlags, tokenKinds, wordAt } from '../normalize.ts';
import type { Term } from './ast.ts';
import type { Fault, Warning } from './faults.ts';

/** Shorter beginnings match so many words that the writer should know. */
const wideBelow = 3;

/**
 * The terms of a word or phrase, cut as posts are cut, so that "L'Oréal", "e-mail" or "発売" become the tokens they are in a
 * text. `position` is where `text` begins in the query.
 */
export function readTerms(text: string, position: number, faults: Fault[], warnings: Warning[]): Term[] {
  const terms: Term[] = [];
  let before = '';
  for (const piece of text.matchAll(/\S+/g)) {
    const written = piece[0];
    const at = position + piece.index;
    const length = written.length;
    const prefix = written.endsWith('*');
    const stem = prefix ? written.slice(0, -1) : written;
    const star = stem.indexOf('*');
    if (star >= 0 || stem === '') {
      const message = stem === '' ? 'a * needs the beginning of a word before it' : 'a * can only end a word';
      const begins = stem.slice(0, star);
      const code = 'star-place';
      faults.push({ position: at, length, code, message, ...(begins.length > 1 ? { suggestion: `${begins}*` } : {}) });
      continue;
    }
    const doc = normalize(stem);
    let end = 0;
    for (let token = 0; token < doc.count; token++) {
      const flags = (doc.flags[token] as number) & tokenFlags.anySigil;
      const from = (doc.from[token] as number) + (flags === 0 ? 0 : 1);
      const to = doc.to[token] as number;
      before += stem.slice(end, doc.from[token]);
      const spelled = stem.slice(from, to);
      terms.push({
        folded: wordAt(doc, token),
        prefix: false,
        sigil: flags,
        written: exactForm(spelled, flags),
        before,
      });
      before = '';
      end = to;
    }
    before += `${stem.slice(end)} `;
    const last = terms.at(-1);
    if (doc.count === 0) before = before.trimStart();
    else if (prefix && last && end < stem.length) {
      const message = 'a * must follow a letter or digit';
      faults.push({ position: at, length, code: 'star-place', message, suggestion: `${stem.slice(0, end)}*` });
    } else if (prefix && last) {
      const kind = doc.kinds[doc.count - 1] as number;
      // A character of an unspaced script is a whole token: what follows it is free anyway.
      last.prefix = kind !== tokenKinds.ideograph && kind !== tokenKinds.emoji;
      if (last.prefix && last.folded.length < wideBelow) {
        const message = `${written} matches every word that begins with ${last.folded}`;
        warnings.push({ position: at, length, code: 'wide-star', message });
      }
    }
  }
  const first = terms[0];
  if (first) first.before = '';
  return terms;
}

/** A handle is compared up to its server's name, like its folded spelling. */
export function exactForm(written: string, flags: number): string {
  const handle = (flags & tokenFlags.mention) !== 0 ? written.replace(/[.@-].*$/s, '') : written;
  return handle.normalize('NFC');
}
