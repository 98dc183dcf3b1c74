import { type Doc, gaps, hashOf, tokenFlags, tokenKinds } from '../normalize.ts';
import { stopWords } from '../words/stopWords.ts';
import type { ApartWords } from './apartWords.ts';

/** More terms than these of one post are not looked at: a long review has no louder voice than a short message. */
export const mostTerms = 40;
const longestWord = 30;
const longestNumber = 4;

/** Words of talk itself, which belong to no language's list of the commonest. */
const chatter = 'rt via amp lol omg pls plz im u ur ya gt lt http https www com';

/**
 * Adjectives that stand beside anything, "a new serum", "le dernier flacon": no topic either. They are not in `stopWords`, which
 * the sentiment's word tables are made with.
 */
const plainWords: Record<string, string> = {
  fr: `nouveau nouvel nouvelle nouveaux nouvelles ancien ancienne anciens anciennes grand grande grands grandes petit petite petits
    petites gros grosse bon bonne bons bonnes mauvais mauvaise beau bel belle beaux belles joli jolie meilleur meilleure meilleurs
    meilleures mieux pire vrai vraie vrais vraies dernier derniere derniers dernieres premier premiere premiers premieres prochain
    prochaine seul seule seuls seules autres plusieurs certains certaines long longue court courte jeune vieux vieille`,
  de: 'neu neue neuer neues neuen neuem alt alte alten grosse grosser grosses grossen klein kleine kleinen gute guter gutes guten letzte letzten erste ersten beste besten',
  es: 'nuevo nueva nuevos nuevas gran grande grandes pequeno pequena bueno buena buenos buenas malo mala ultimo ultima primer primero primera',
  it: 'nuovo nuova nuovi nuove grande grandi piccolo piccola buono buona bello bella ultimo ultima primo prima',
  pt: 'novo nova novos novas grande grandes pequeno pequena bom boa bons boas ultimo ultima primeiro primeira',
  nl: 'nieuw nieuwe groot grote klein kleine goede laatste eerste beste mooi mooie',
};

const hashesOf = (words: string) => words.split(/\s+/).map(hashOf);
const english = [...hashesOf(stopWords.en!), ...hashesOf(chatter)];
/** English stands everywhere: its stop words are none of any language's terms. */
const stopHashes = new Map(
  Object.entries(stopWords).map(([lang, words]) => [
    lang,
    new Set([...english, ...hashesOf(words), ...hashesOf(plainWords[lang] ?? '')]),
  ]),
);
const everyStop = new Set([...stopHashes.values()].flatMap((set) => [...set]));

/** The terms of one text, each once: their hash, the token they begin at, and of how many tokens they are. */
export type OfferedTerms = { count: number; hash: Int32Array; token: Int32Array; words: Uint8Array };

export function createOfferedTerms(): OfferedTerms {
  return {
    count: 0,
    hash: new Int32Array(mostTerms),
    token: new Int32Array(mostTerms),
    words: new Uint8Array(mostTerms),
  };
}

export const pairHash = (first: number, second: number): number =>
  (Math.imul(first ^ (first >>> 15), 0x85ebca6b) + second) | 0;

/**
 * What a text may make talked about: words and hashtags of content (no stop words, handles, links, numbers, and none of
 * `apart`, the words by which its brand is found), and pairs of two such neighbours. A word followed by a
 * number is a pair too, the brand's own included: "iphone 6", "season 8". A word and its hashtag are one term, as they are
 * to a query. `into` is overwritten and returned.
 */
export function offerTerms(
  doc: Doc,
  lang: string,
  apart: ApartWords,
  into: OfferedTerms = createOfferedTerms(),
): OfferedTerms {
  const stops = stopHashes.get(lang) ?? (lang === '' ? everyStop : stopHashes.get('en')!);
  into.count = 0;
  let before: TokenSort = 'none';
  for (let token = 0; token < doc.count && into.count < mostTerms; token++) {
    const sort = sortOf(doc, token, stops, apart);
    if (sort === 'content' || sort === 'hashtag') add(into, doc.hash[token]!, token, 1);
    // Only a blank joins: "daily-news.com" and the like are addresses or one name.
    const isNext = token !== doc.titleCount && doc.gaps[token] === gaps.space;
    const isPair =
      isNext &&
      ((before === 'content' && (sort === 'content' || sort === 'number')) ||
        (before === 'apart' && sort === 'number'));
    if (isPair) add(into, pairHash(doc.hash[token - 1]!, doc.hash[token]!), token - 1, 2);
    before = sort;
  }
  return into;
}

type TokenSort = 'content' | 'hashtag' | 'number' | 'apart' | 'none';

function sortOf(doc: Doc, token: number, stops: ReadonlySet<number>, apart: ApartWords): TokenSort {
  const kind = doc.kinds[token]!;
  const flags = doc.flags[token]!;
  const length = doc.length[token]!;
  if ((flags & (tokenFlags.mention | tokenFlags.cashtag)) !== 0) return 'none';
  const hash = doc.hash[token]!;
  if (kind === tokenKinds.number) return length <= longestNumber && flags === 0 ? 'number' : 'none';
  if (kind !== tokenKinds.word || length < 2 || length > longestWord) return 'none';
  if (apart(doc, token)) return 'apart';
  if (stops.has(hash)) return 'none';
  return (flags & tokenFlags.hashtag) !== 0 ? 'hashtag' : 'content';
}

function add(into: OfferedTerms, hash: number, token: number, words: number): void {
  for (let known = 0; known < into.count; known++) if (into.hash[known] === hash) return;
  if (into.count === mostTerms) return;
  into.hash[into.count] = hash;
  into.token[into.count] = token;
  into.words[into.count] = words;
  into.count += 1;
}
