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
  const headsOf = new Map<string, string[]>();
  for (const { id, query } of queries)
    for (const { terms } of positiveWords(query.include))
      for (const { folded, prefix } of terms) {
        if (prefix) headsOf.set(id, [...(headsOf.get(id) ?? []), folded]);
        else {
          const hash = hashOf(folded);
          const owners = byWord.get(hash) ?? [];
          if (!owners.includes(id)) byWord.set(hash, [...owners, id]);
          addHash(bits, hash);
        }
      }

  return (ids, doc) => {
    if (ids.length < 2) return ids;
    const strengths = ids.map(() => 0);
    const heads = ids.map((id) => headsOf.get(id));
    const { count, hash, chars, start } = doc;
    for (let token = 0; token < count; token++) {
      const owners = mayHave(bits, hash[token]!) ? byWord.get(hash[token]!) : undefined;
      const first = chars[start[token]!];
      for (let place = 0; place < ids.length; place++) {
        if (owners?.includes(ids[place]!)) strengths[place]! += 1;
        else
          for (const head of heads[place] ?? [])
            if (head.charCodeAt(0) === first && beginsWith(doc, token, head)) {
              strengths[place]! += 1;
              break;
            }
      }
    }
    const order = ids.map((_, place) => place).sort((a, b) => strengths[b]! - strengths[a]! || a - b);
    return order.map((place) => ids[place]!);
  };
}
