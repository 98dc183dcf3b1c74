/** A word or a phrase of a query that stands for what is looked for: not what it excludes, nor its operators. */
const tokens = /"([^"]*)"|\(|\)|,|NEAR\/\d+|[^\s(),"]+/gu;
const operators = /^(AND|OR|NEAR(\/\d+)?)$/u;
const field = /^(lang|channel|country|source|author|title|exact):/iu;

/** The words and phrases that a query looks for, as they are written. What NOT takes away, a group too, is none of them. */
export function queryTerms(query: string): string[] {
  const terms: string[] = [];
  let depth = 0;
  /** Excluded until the depth falls back to this; null: not excluded. */
  let without: number | null = null;
  let isNext = false;
  for (const [token, phrase] of query.matchAll(tokens)) {
    if (token === '(') {
      if (isNext && without === null) without = depth;
      isNext = false;
      depth += 1;
    } else if (token === ')') {
      depth -= 1;
      if (without !== null && depth <= without) without = null;
    } else if (token === 'NOT') isNext = true;
    else if (token === ',' || operators.test(token)) continue;
    else {
      const term = (phrase ?? token).trim();
      if (!isNext && without === null && !field.test(term) && term !== '') terms.push(term);
      isNext = false;
    }
  }
  return terms;
}

/** A letter without its accents and case; as long as it was, so that places stay places. */
const plain = (text: string) =>
  [...text]
    .map((letter) =>
      letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().padEnd(letter.length).slice(0, letter.length),
    )
    .join('');
const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\]/gu, '\\$&');

/** A text cut where words of a query stand in it; the pieces join to the text again. Says where to look, not what decided. */
export function markQuery(text: string, query: string): { text: string; isMarked: boolean }[] {
  const terms = queryTerms(query).map((term) =>
    escaped(plain(term)).replace(/\*/gu, '[\\p{L}\\p{N}]*').replace(/\s+/gu, '\\s+'),
  );
  if (terms.length === 0) return [{ text, isMarked: false }];
  const words = new RegExp(`(?<![\\p{L}\\p{N}])[#@$]?(?:${terms.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  const pieces: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const { 0: found, index } of plain(text).matchAll(words)) {
    if (found === '') continue;
    if (index > at) pieces.push({ text: text.slice(at, index), isMarked: false });
    at = index + found.length;
    pieces.push({ text: text.slice(index, at), isMarked: true });
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false });
  return pieces;
}
