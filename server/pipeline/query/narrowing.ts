import type { Node, Query, Term } from './ast.ts';

/** Characters that any version of the index keeps as parts of words. */
const indexed =
  /[a-z0-9\u00e0-\u024f\u03b1-\u03c9\u0430-\u044f\u05d0-\u05ea\u0621-\u063a\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fa5\uac00-\ud7a3]/;

/**
 * An FTS5 expression that every post matches which the query matches (and others too), over an index filled with
 * `searchableText`; null where words alone cannot narrow. NOTs and conditions are left out, NEAR becomes AND.
 */
export function narrowingFor(query: Query): string | null {
  return narrow(query.include);
}

function narrow(node: Node): string | null {
  switch (node.kind) {
    case 'words':
      return narrowWords(node.terms);
    case 'condition':
    case 'not':
      return null;
    case 'near':
      return all([narrow(node.left), narrow(node.right)]);
    case 'and':
      return all(node.parts.map(narrow));
    case 'or': {
      const parts: string[] = [];
      for (const part of node.parts) {
        const narrowed = narrow(part);
        if (narrowed === null) return null;
        parts.push(narrowed);
      }
      return `(${parts.join(' OR ')})`;
    }
  }
}

function all(parts: (string | null)[]): string | null {
  const narrowed = parts.filter((part) => part !== null);
  return narrowed.length === 0 ? null : narrowed.length === 1 ? narrowed[0]! : `(${narrowed.join(' AND ')})`;
}

/** A phrase of the index can only end in a prefix: one in the middle ends a phrase there. */
function narrowWords(terms: readonly Term[]): string | null {
  const phrases: string[] = [];
  let phrase: string[] = [];
  const close = (star: string) => {
    if (phrase.length > 0) phrases.push(`"${phrase.join(' ')}"${star}`);
    phrase = [];
  };
  for (const term of terms) {
    // Not in the index, or not for sure, or cut there in a place we do not know: the words on both sides of it are asked
    // for, each on its own.
    if (term.prefix ? ![...term.folded].every((one) => indexed.test(one)) : !indexed.test(term.folded)) close('');
    else {
      phrase.push(term.folded.replaceAll('"', ' '));
      if (term.prefix) close(' *');
    }
  }
  close('');
  return all(phrases);
}
