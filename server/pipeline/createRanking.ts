import { beginsWith, type Doc, hashOf } from './normalize.ts';
import type { NamedQuery } from './query/compileMatcher.ts';
import { addHash, createHashBits, mayHave } from './query/hashBits.ts';
import { positiveWords } from './query/triggers.ts';

/** Puts the ids of queries that match a post into their order: strongest first, equals in the order they came. */
export type Ranking = (ids: string[], doc: Doc) => string[];

/**
 * Strength is how many words of the post are words of the query: among several that match, the one with most is what the
 * post is about. One pass over the words serves all queries.
 */
export function createRanking(queries: readonly NamedQuery[]): Ranking {
  const byWord = new Map<number, string[]>();
  const bits = createHashBits();
  /** By their first letter: few words of a post begin like one of them. */
  const byLetter = new Map<number, { id: string; head: string }[]>();
  for (const { id, query } of queries)
    for (const { terms } of positiveWords(query.include))
      for (const { folded, prefix } of terms) {
        if (prefix) {
          const letter = folded.charCodeAt(0);
          byLetter.set(letter, [...(byLetter.get(letter) ?? []), { id, head: folded }]);
        } else {
          const hash = hashOf(folded);
          byWord.set(hash, [...(byWord.get(hash) ?? []), id]);
          addHash(bits, hash);
        }
      }

  function owns(id: string, doc: Doc, token: number): boolean {
    const hash = doc.hash[token]!;
    if (mayHave(bits, hash) && byWord.get(hash)?.includes(id)) return true;
    const heads = byLetter.get(doc.chars[doc.start[token]!]!);
    if (heads) for (const one of heads) if (one.id === id && beginsWith(doc, token, one.head)) return true;
    return false;
  }

  return (ids, doc) => {
    if (ids.length < 2) return ids;
    const ranked = ids.map((id) => ({ id, strength: 0 }));
    for (let token = 0; token < doc.count; token++) {
      if (!mayHave(bits, doc.hash[token]!) && !byLetter.has(doc.chars[doc.start[token]!]!)) continue;
      for (const one of ranked) if (owns(one.id, doc, token)) one.strength += 1;
    }
    // Sorting keeps the order of equals.
    ranked.sort((a, b) => b.strength - a.strength);
    return ranked.map(({ id }) => id);
  };
}
