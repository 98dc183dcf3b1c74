import { beginsWith, type Doc, hashOf } from './normalize.ts';
import type { Query } from './query/ast.ts';
import { positiveWords } from './query/triggers.ts';

/** How many words of a post are words of a query: among several that match, the one with most is what it is about. */
export type Strength = (doc: Doc) => number;

export function createStrength(query: Query): Strength {
  const words = new Set<number>();
  /** By their first letter: few words of a post begin like one of them. */
  const heads = new Map<number, string[]>();
  for (const { terms } of positiveWords(query.include))
    for (const { folded, prefix } of terms) {
      if (!prefix) words.add(hashOf(folded));
      else heads.set(folded.charCodeAt(0), [...(heads.get(folded.charCodeAt(0)) ?? []), folded]);
    }
  return (doc) => {
    const { count, hash, chars, start } = doc;
    let strength = 0;
    for (let token = 0; token < count; token++) {
      if (words.has(hash[token]!)) strength += 1;
      else if (heads.size > 0) {
        const among = heads.get(chars[start[token]!]!);
        if (among?.some((head) => beginsWith(doc, token, head))) strength += 1;
      }
    }
    return strength;
  };
}

/** Strongest first; equals keep the workspace's order. */
export function strongestFirst(ids: string[], strengths: ReadonlyMap<string, Strength>, doc: Doc): string[] {
  if (ids.length < 2) return ids;
  const ranked = ids.map((id) => ({ id, strength: strengths.get(id)?.(doc) ?? 0 }));
  ranked.sort((a, b) => b.strength - a.strength);
  return ranked.map(({ id }) => id);
}
