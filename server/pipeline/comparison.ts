import { createHashBits, mayHave } from './hashBits.ts';
import { type Doc, gaps, hashOf } from './normalize.ts';
import type { Spans } from './query/spans.ts';
import type { Towards } from './towards.ts';

/** Words by the hashes that tokens carry. */
const words = (list: string): ReadonlySet<number> => new Set(list.split(/\s+/).map(hashOf));
/** Between two names: the first is set above the second. */
const above = words(`beats beat outperforms outclasses destroys crushes surpasses outshines smokes tops
  surpasse ecrase enterre domine detrone`);
/** Before "than" or "que": which of the two is better, and which worse. */
const better = words(
  'better best nicer faster cheaper superior stronger smoother easier prettier lighter mieux meilleur meilleure meilleurs meilleures superieur superieure',
);
const worse = words('worse inferior weaker uglier slower pire pires inferieur inferieure');
const than = words('than que qu');
const prefers = words('prefer prefers preferred preferring prefere preferes preferer chose choose picked');
const over = words('over to a au aux plutot');
const denies = words("not never no isn't doesn't don't isnt doesnt dont didn't pas jamais ni");
const longest = 8;
/** A comparison says at least this much. */
const least = 0.4;

/** Which of two neighbouring names a text sets above the other. */
function winnerOf(doc: Doc, first: number, second: number): 'first' | 'second' | undefined {
  let verdict: 'first' | 'second' | undefined;
  let compared: 'first' | 'second' | undefined;
  let isDenied = false;
  for (let token = first + 1; token < second; token++) {
    if (doc.gaps[token] === gaps.sentence) return undefined;
    const word = doc.hash[token]!;
    if (denies.has(word)) isDenied = true;
    else if (above.has(word)) verdict = 'first';
    else if (better.has(word)) compared = 'first';
    else if (worse.has(word)) compared = 'second';
    else if (than.has(word) && compared) verdict = compared;
    else if (over.has(word) && first > 0 && prefers.has(doc.hash[first - 1]!)) verdict = 'first';
  }
  return isDenied ? undefined : verdict;
}

/** The ways to set one name above another: each needs a word of the first set, and one of the second where there is one. */
const ways = [
  { word: above },
  { word: than, beside: new Set([...better, ...worse]) },
  { word: over, beside: prefers },
].map(({ word, beside }) => ({ word, beside: beside ?? word }));
const deciding = createHashBits([...above, ...better, ...worse, ...prefers]);

function mayCompare({ count, hash }: Doc): boolean {
  let may = false;
  for (let token = 0; token < count && !may; token++) may = mayHave(deciding, hash[token]!);
  if (!may) return false;
  const said = hash.subarray(0, count);
  return ways.some(({ word, beside }) => said.some((one) => word.has(one)) && said.some((one) => beside.has(one)));
}

function tokensIn({ count, from, to }: Spans): number[] {
  const tokens = new Set<number>();
  for (let k = 0; k < count; k++) for (let token = from[k]!; token < to[k]!; token++) tokens.add(token);
  return [...tokens].sort((a, b) => a - b);
}

/** "A beats B" is praise for A alone: B keeps a bad word of its own, but no good one. */
export function compareBrands(doc: Doc, found: Towards[], placesOf: (id: string) => Spans): Towards[] {
  if (!mayCompare(doc)) return found;
  const named = found
    .flatMap(({ id }) => tokensIn(placesOf(id)).map((token) => ({ id, token })))
    .sort((a, b) => a.token - b.token);
  const changed = new Map(found.map((one) => [one.id, one]));
  for (let at = 1; at < named.length; at++) {
    const first = named[at - 1]!;
    const second = named[at]!;
    if (first.id === second.id || second.token - first.token > longest) continue;
    const verdict = winnerOf(doc, first.token, second.token);
    if (!verdict) continue;
    const [winner, loser] = verdict === 'first' ? [first.id, second.id] : [second.id, first.id];
    const won = changed.get(winner)!;
    const lost = changed.get(loser)!;
    changed.set(winner, { id: winner, opinion: 'positive', score: Math.max(least, won.score) });
    changed.set(loser, {
      id: loser,
      opinion: lost.opinion === 'positive' ? 'neutral' : lost.opinion,
      score: Math.min(0, lost.score),
    });
  }
  return found.map(({ id }) => changed.get(id)!);
}
