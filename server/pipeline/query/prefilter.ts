import { capital, emoji, ideograph, ignored, kindOf, letter, longFoldOf, unitOf } from '../characters.ts';
import { hashOf } from '../normalize.ts';
import type { Query, Term, Words } from './ast.ts';
import { addHash, createHashBits, mayHave } from './hashBits.ts';
import { triggersOf } from './triggers.ts';

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;
const headUnits = 3;

/** Folded unit of an ASCII letter, digit or underscore, else 0. */
const asciiFold = new Uint8Array(128);
for (let c = 48; c <= 57; c++) asciiFold[c] = c;
for (let c = 97; c <= 122; c++) {
  asciiFold[c] = c;
  asciiFold[c - 32] = c;
}
asciiFold[95] = 95;

/**
 * Tells from the raw text whether any of the queries could match: runs of letters and digits are hashed while they are read
 * and asked for in a bit set. Runs are never longer than tokens' parts ("don't" is "don" and "t", a link is its pieces), and
 * triggers are cut in the same way, so it never says no wrongly.
 */
export function createPrefilter(queries: readonly Query[]): (text: string, title?: string) => boolean {
  const words = createHashBits();
  const heads = createHashBits();
  const beginnings = createHashBits();
  let usesHeads = false;
  for (const query of queries) {
    const triggers = triggersOf(query.include);
    if (!triggers) return () => true;
    for (const trigger of triggers) {
      const chosen = runOf(trigger);
      if (!chosen) return () => true;
      if (chosen.beginning) {
        addHash(heads, hashOf(chosen.run.slice(0, headUnits)));
        addHash(beginnings, hashOf(chosen.run));
        usesHeads = true;
      } else addHash(words, hashOf(chosen.run));
    }
  }

  function could(text: string): boolean {
    const end = text.length;
    let hash = seed;
    let units = 0;
    /** The run begins as some wanted beginning does: from here on every unit is asked for. */
    let open = false;
    for (let i = 0; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 128) {
        const folded = asciiFold[unit] as number;
        if (folded !== 0) {
          hash = Math.imul(hash ^ folded, prime);
          if (++units === headUnits) open = usesHeads && mayHave(heads, hash);
          if (open && mayHave(beginnings, hash)) return true;
          continue;
        }
      } else {
        const code = (unit & 0xfc00) === 0xd800 ? (text.codePointAt(i) as number) : unit;
        const kind = kindOf(code);
        if (code > 0xffff) i++;
        if (kind === ignored) continue;
        if (kind === letter || kind === capital) {
          const folded = unitOf(code);
          if (folded !== 0) {
            hash = Math.imul(hash ^ folded, prime);
            if (++units === headUnits) open = usesHeads && mayHave(heads, hash);
            if (open && mayHave(beginnings, hash)) return true;
          } else {
            for (const part of unitsOf(longFoldOf(code))) {
              hash = Math.imul(hash ^ part, prime);
              if (++units === headUnits) open = usesHeads && mayHave(heads, hash);
              if (open && mayHave(beginnings, hash)) return true;
            }
          }
          continue;
        }
        if (kind === ideograph || kind === emoji) {
          const folded = kind === ideograph && unitOf(code) !== 0 ? String.fromCharCode(unitOf(code)) : '';
          const spelled = folded || (kind === ideograph ? longFoldOf(code) : String.fromCodePoint(code));
          if (mayHave(words, hashOf(spelled))) return true;
        }
      }
      if (units > 0) {
        if (mayHave(words, hash)) return true;
        hash = seed;
        units = 0;
        open = false;
      }
    }
    return units > 0 && mayHave(words, hash);
  }

  return (text, title) => could(text) || (title !== undefined && title !== '' && could(title));
}

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}

/** The run that must stand in the text for these words: the longest, of which only a whole one serves. */
function runOf(words: Words): { run: string; beginning: boolean } | null {
  let best: { run: string; beginning: boolean } | null = null;
  for (const term of words.terms)
    for (const candidate of runsOf(term)) if (!best || candidate.run.length > best.run.length) best = candidate;
  return best;
}

function runsOf(term: Term): { run: string; beginning: boolean }[] {
  const runs: string[] = [];
  let run = '';
  const close = () => {
    if (run !== '') runs.push(run);
    run = '';
  };
  let ideographs = '';
  for (const character of term.folded) {
    const code = character.codePointAt(0) as number;
    const kind = code < 128 ? (asciiFold[code] ? letter : 0) : kindOf(code);
    if (kind === letter || kind === capital) run += character;
    else if (kind === emoji) {
      close();
      runs.push(character);
    } else if (kind === ideograph) ideographs += character;
    else if (kind !== ignored) close();
  }
  if (ideographs !== '') return [{ run: term.folded, beginning: false }];
  if (!term.prefix) {
    close();
    return runs.map((whole) => ({ run: whole, beginning: false }));
  }
  // The last run of a prefix may go on in the text: only its beginning serves.
  const open = run;
  const whole = runs.map((one) => ({ run: one, beginning: false }));
  if (open.length >= headUnits) whole.push({ run: open, beginning: true });
  return whole;
}
