import { capital, emoji, ideograph, ignored, kindOf, letter, longFoldOf, unitOf } from '../characters.ts';
import { createHashBits, headKey, headKeyOf, headUnits, mayHave } from '../hashBits.ts';
import { hashOf } from '../normalize.ts';
import { unitsOf } from '../units.ts';
import type { Query, Term, Words } from './ast.ts';
import { triggersOf } from './triggers.ts';

const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** Folded unit of an ASCII letter, digit or underscore, else 0. */
const asciiFold = new Uint8Array(128);
for (let c = 48; c <= 57; c++) asciiFold[c] = c;
for (let c = 97; c <= 122; c++) {
  asciiFold[c] = c;
  asciiFold[c - 32] = c;
}
asciiFold[95] = 95;

/** False only where no query can match, from the text alone: several times cheaper than `normalize`. */
export type Prefilter = (text: string, title?: string) => boolean;

/**
 * Tells from the raw text whether any of the queries could match: runs of letters and digits are hashed while they are read
 * and asked for in a bit set. Runs are never longer than tokens' parts ("don't" is "don" and "t", a link is its pieces), and
 * triggers are cut in the same way, so it never says no wrongly.
 */
export function createPrefilter(queries: readonly Query[]): Prefilter {
  const wordHashes: number[] = [];
  const headKeys: number[] = [];
  const beginningHashes: number[] = [];
  for (const query of queries) {
    const triggers = triggersOf(query.include);
    if (!triggers) return () => true;
    for (const trigger of triggers) {
      const chosen = runOf(trigger);
      if (!chosen) return () => true;
      if (chosen.beginning) {
        headKeys.push(headKeyOf(chosen.run));
        beginningHashes.push(hashOf(chosen.run));
      } else wordHashes.push(hashOf(chosen.run));
    }
  }
  const words = createHashBits(wordHashes);
  const heads = createHashBits(headKeys);
  const beginnings = createHashBits(beginningHashes);
  const usesHeads = headKeys.length > 0;

  function could(text: string): boolean {
    const end = text.length;
    const units = unitsOf(text);
    let hash = seed;
    /** Units of the run so far. */
    let length = 0;
    for (let i = 0; i < end; i++) {
      const unit = units[i] as number;
      if (unit < 128) {
        const folded = asciiFold[unit] as number;
        if (folded !== 0) {
          hash = Math.imul(hash ^ folded, prime);
          length++;
          continue;
        }
        if (length === 0) continue;
      } else {
        const code = (unit & 0xfc00) === 0xd800 ? (text.codePointAt(i) as number) : unit;
        const kind = kindOf(code);
        const width = code > 0xffff ? 2 : 1;
        if (kind === letter || kind === capital || (kind === ignored && length > 0)) {
          if (kind !== ignored) hash = hashFolded(hash, code);
          length += width;
          i += width - 1;
          continue;
        }
        if ((kind === ideograph || kind === emoji) && mayHave(words, hashAlone(code, kind))) return true;
        if (length > 0 && runMayMatch(text, units, i - length, i, hash)) return true;
        i += width - 1;
        hash = seed;
        length = 0;
        continue;
      }
      if (mayHave(words, hash) || (usesHeads && runMayMatch(text, units, i - length, i, hash))) return true;
      hash = seed;
      length = 0;
    }
    return length > 0 && runMayMatch(text, units, end - length, end, hash);
  }

  function runMayMatch(text: string, units: Uint16Array, begin: number, end: number, hash: number): boolean {
    if (mayHave(words, hash)) return true;
    if (!usesHeads) return false;
    if (end - begin < headUnits)
      return ((units[begin] as number) | (units[end - 1] as number)) > 127 && beginsAsWanted(text, begin, end);
    const a = units[begin] as number;
    const b = units[begin + 1] as number;
    const c = units[begin + 2] as number;
    if ((a | b | c) < 128) {
      const key = headKey(asciiFold[a] as number, asciiFold[b] as number, asciiFold[c] as number);
      if (!mayHave(heads, key)) return false;
    }
    return beginsAsWanted(text, begin, end);
  }

  /** Rare: spells the run again and asks for each of its beginnings. */
  function beginsAsWanted(text: string, begin: number, end: number): boolean {
    let hash = seed;
    for (let i = begin; i < end; ) {
      const code = text.codePointAt(i) as number;
      i += code > 0xffff ? 2 : 1;
      const folded = foldedOf(code);
      for (let k = 0; k < folded.length; k++) {
        hash = Math.imul(hash ^ folded.charCodeAt(k), prime);
        if (mayHave(beginnings, hash)) return true;
      }
    }
    return false;
  }

  return (text, title) => could(text) || (title !== undefined && title !== '' && could(title));
}

/** The folded spelling of a character within a run; nothing for one that counts as nothing. */
function foldedOf(code: number): string {
  if (code < 128) return String.fromCharCode(asciiFold[code] as number);
  if (kindOf(code) === ignored) return '';
  const unit = unitOf(code);
  return unit !== 0 ? String.fromCharCode(unit) : longFoldOf(code);
}

function hashFolded(before: number, code: number): number {
  const unit = unitOf(code);
  if (unit !== 0) return Math.imul(before ^ unit, prime);
  const folded = longFoldOf(code);
  let hash = before;
  for (let k = 0; k < folded.length; k++) hash = Math.imul(hash ^ folded.charCodeAt(k), prime);
  return hash;
}

/** An emoji is not folded, an ideograph is. */
function hashAlone(code: number, kind: number): number {
  return kind === ideograph ? hashFolded(seed, code) : hashOf(String.fromCodePoint(code));
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
