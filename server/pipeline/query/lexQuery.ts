import { conditionFields } from './ast.ts';
import { type Fault, nearestWord } from './faults.ts';

export const fieldNames = [...conditionFields, 'title', 'exact'] as const;
export type FieldName = (typeof fieldNames)[number];

export type Lexeme = { position: number; length: number } & (
  | { kind: '(' | ')' | 'and' | 'or' | 'not' }
  | { kind: 'comma'; line: boolean }
  | { kind: 'near'; distance: string }
  | { kind: 'field'; name: FieldName }
  | { kind: 'word' | 'phrase'; text: string }
);

const quotes = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02';
const spaces = /\s/;
const fieldStart = /^[a-z]+:/i;
const operators: Record<string, 'and' | 'or' | 'not'> = { AND: 'and', OR: 'or', NOT: 'not' };

/** Cuts a query into words, phrases, operators and brackets. Faults found here do not stop it. */
export function lexQuery(text: string, faults: Fault[]): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let at = 0;
  const endsChunk = (character: string) =>
    spaces.test(character) || '(),'.includes(character) || quotes.includes(character);

  const readPhrase = () => {
    const open = at;
    let close = open + 1;
    while (close < text.length && !quotes.includes(text[close] as string)) close++;
    if (close >= text.length)
      faults.push({
        position: open,
        length: text.length - open,
        code: 'open-quote',
        message: 'this quote is never closed',
        suggestion: `${text.slice(open).trimEnd()}"`,
      });
    at = Math.min(text.length, close + 1);
    lexemes.push({ kind: 'phrase', text: text.slice(open + 1, close), position: open, length: at - open });
  };

  const readChunk = (raw: boolean) => {
    const start = at;
    while (at < text.length && !endsChunk(text[at] as string)) at++;
    const chunk = text.slice(start, at);
    const place = { position: start, length: chunk.length };
    const named = raw ? null : fieldStart.exec(chunk);
    if (named) return readField(named[0], start, chunk);
    const operator = raw ? undefined : operators[chunk];
    if (operator) lexemes.push({ kind: operator, ...place });
    else if (!raw && (chunk === 'NEAR' || chunk.startsWith('NEAR/')))
      lexemes.push({ kind: 'near', distance: chunk.slice(5), ...place });
    else lexemes.push({ kind: 'word', text: chunk, ...place });
  };

  const readField = (written: string, start: number, chunk: string) => {
    const name = written.slice(0, -1).toLowerCase();
    const place = { position: start, length: written.length };
    const known = fieldNames.find((field) => field === name);
    if (known) {
      lexemes.push({ kind: 'field', name: known, ...place });
      at = start + written.length;
      const next = text[at];
      // The value of a condition may hold a colon itself: source:import:reviews.csv
      if (known !== 'title' && known !== 'exact' && next !== undefined && !endsChunk(next)) readChunk(true);
      return;
    }
    const link = chunk.slice(written.length).startsWith('//');
    const meant = nearestWord(name, fieldNames);
    faults.push({
      ...place,
      code: 'unknown-field',
      message: link ? 'a link must stand in quotes' : `no field ${name}:`,
      suggestion: link ? `"${chunk}"` : meant ? `${meant}:` : `"${chunk}"`,
    });
    // As a word, so that what follows is still read in its place.
    lexemes.push({
      kind: 'word',
      text: chunk.replaceAll(':', ' ').replaceAll('*', ' '),
      ...place,
      length: chunk.length,
    });
  };

  while (at < text.length) {
    const character = text[at] as string;
    if (character === '(' || character === ')') lexemes.push({ kind: character, position: at++, length: 1 });
    else if (character === ',') lexemes.push({ kind: 'comma', line: false, position: at++, length: 1 });
    else if (character === '\n' || character === '\r')
      lexemes.push({ kind: 'comma', line: true, position: at++, length: 1 });
    else if (spaces.test(character)) at++;
    else if (quotes.includes(character)) readPhrase();
    else readChunk(false);
  }
  return lexemes;
}
