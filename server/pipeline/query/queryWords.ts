import type { Node } from './ast.ts';
import { parseQuery } from './parseQuery.ts';

/** Every folded word by which a query finds posts: those that it excludes are not among them, nor those of a faulty query. A beginning keeps its `*`. */
export function queryWords(text: string): Set<string> {
  const words = new Set<string>();
  const parsed = parseQuery(text);
  if (parsed.ok) collect(parsed.query.include, words);
  return words;
}

function collect(node: Node, words: Set<string>): void {
  switch (node.kind) {
    case 'words':
      for (const term of node.terms) words.add(term.prefix ? `${term.folded}*` : term.folded);
      return;
    case 'near':
      collect(node.left, words);
      collect(node.right, words);
      return;
    case 'and':
    case 'or':
      for (const part of node.parts) collect(part, words);
      return;
    case 'condition':
    case 'not':
      return;
  }
}
