import { createDoc, normalize, tokenKinds, wordAt } from './normalize.ts';

/**
 * What the full-text index is filled with, field by field: the tokens that queries are matched against, with spaces between
 * them. The index has its own idea of words ("iPhone発売" is one to it, accents like "ø" are none); with our tokens in it,
 * `narrowingFor` cannot lose a post that the query matches.
 */
export function searchableText(text: string): string {
  const doc = normalize(text, '', shared);
  let words = '';
  for (let token = 0; token < doc.count; token++) {
    const kind = doc.kinds[token] as number;
    if (kind === tokenKinds.emoji) continue;
    words += words === '' ? wordAt(doc, token) : ` ${wordAt(doc, token)}`;
  }
  return words;
}

const shared = createDoc();
