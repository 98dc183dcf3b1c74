import type { Node, Words } from './ast.ts';

/** All words of the node that can help it to hold; those under a NOT cannot. */
export function positiveWords(node: Node): Words[] {
  switch (node.kind) {
    case 'words':
      return [node];
    case 'condition':
    case 'not':
      return [];
    case 'near':
      return [...positiveWords(node.left), ...positiveWords(node.right)];
    case 'and':
    case 'or':
      return node.parts.flatMap(positiveWords);
  }
}

/**
 * The smallest set of words of which at least one must stand in a post that the node holds for; null when there is none
 * because conditions alone can decide. Of an AND the part with the longest words serves: it is rarest.
 */
export function triggersOf(node: Node): Words[] | null {
  switch (node.kind) {
    case 'words':
      return [node];
    case 'condition':
    case 'not':
      return null;
    case 'near':
      return rarest([triggersOf(node.left), triggersOf(node.right)]);
    case 'and':
      return rarest(node.parts.map(triggersOf));
    case 'or': {
      const all: Words[] = [];
      for (const part of node.parts) {
        const words = triggersOf(part);
        if (!words) return null;
        all.push(...words);
      }
      return all;
    }
  }
}

function rarest(choices: (Words[] | null)[]): Words[] | null {
  let best: Words[] | null = null;
  let longest = -1;
  for (const words of choices) {
    if (!words) continue;
    const shortest = Math.min(...words.map(unitsOf));
    if (shortest > longest) {
      longest = shortest;
      best = words;
    }
  }
  return best;
}

const unitsOf = (words: Words) => words.terms.reduce((units, term) => units + term.folded.length, 0);
