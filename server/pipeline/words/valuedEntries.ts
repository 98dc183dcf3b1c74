import { createDoc, normalize, wordAt } from '../normalize.ts';

/** Entries by their value, "-5" to "+5", in the manner of AFINN; 0 silences a word that another list values. */
export type Valued = Readonly<Record<string, string>>;

const scratch = createDoc();

/** An entry as the posts' own tokens spell it: folded words, one space between them ("J’adore" is "j adore"). */
export function foldEntry(entry: string): string {
  const doc = normalize(entry, '', scratch);
  const words: string[] = [];
  for (let token = 0; token < doc.count; token++) words.push(wordAt(doc, token));
  return words.join(' ');
}

/** Every entry with its value, as it is written: single words end at a space, phrases at a comma. */
export function* valuedEntries(valued: Valued, separator: RegExp): Generator<[entry: string, value: number]> {
  for (const [value, entries] of Object.entries(valued))
    for (const entry of entries.split(separator)) {
      const trimmed = entry.trim();
      if (trimmed !== '') yield [trimmed.replaceAll(/\s+/g, ' '), Number(value)];
    }
}

/** What `make` makes when it is first asked for: a thread that finds all words in one file never needs the lists. */
export function once<Made>(make: () => Made): () => Made {
  let made: { it: Made } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

export const spaced = /\s+/;
export const commaed = /,/;

/** The folded entries of a list; where two spell the same, the first stays. */
export function foldValued(valued: Valued, separator: RegExp): Map<string, number> {
  const found = new Map<string, number>();
  for (const [entry, value] of valuedEntries(valued, separator)) {
    const folded = foldEntry(entry);
    if (!found.has(folded)) found.set(folded, value);
  }
  return found;
}
