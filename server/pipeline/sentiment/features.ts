import { type Doc, gaps, markBits, spells, tokenFlags, tokenKinds } from '../normalize.ts';
import { cuesOfWord, isSpelledAs, type Reading } from '../vocabulary.ts';
import type { Cue } from '../words/cues.ts';
import { cueBit, type LexiconLanguage, lexiconLanguages } from '../words/wordTables.ts';
import { type Faces, readFaces } from './faces.ts';
import { createSaidWords, type HashedSink } from './hashed.ts';
import { valenceOf, valenceOfKnown } from './valence.ts';

/**
 * What the learned models of sentiment count in a text: what the lexicons say with negation, boosters and turns, faces and
 * signs. The hashed features of its words go to a sink on the same pass.
 */
export type Features = {
  dense: Float64Array;
  /** By token, after negation and boosters: the lexicon's value, how good it feels (valence.ts), whether it was negated. */
  value: Float64Array;
  felt: Float64Array;
  negated: Uint8Array;
  /** Tokens read: very long texts are judged by their beginning. */
  tokens: number;
  /** The lexicon's sum and that of what is felt, before they are pressed into -1..1, faces and "!" included. */
  sum: number;
  valence: number;
};

export const denseNames = [
  'base',
  'valence',
  'lexicon',
  'force',
  'goodValence',
  'badValence',
  'good',
  'bad',
  'last',
  'best',
  'worst',
  'drawnOut',
  'capitals',
  'exclamation',
  'question',
  'emoji',
  'glad',
  'sad',
  'links',
  'mentions',
  'hashtags',
  'negations',
  'length',
  'square',
  'titled',
  'retweet',
  'numbers',
  'cashtags',
  'self',
  'experience',
  'fault',
  'trouble',
  'blame',
  'dislike',
  'unable',
  'repair',
  'asks',
  'questionWord',
  'opinion',
  'praise',
  'news',
  'giveaway',
  'offer',
  'unserved',
] as const;
const firstCue = denseNames.indexOf('self');
/** Cues that tell an opinion from news, whatever the trade; by the number of their bit their place in `dense`. */
let anyCounted = 0;
const placeOfCue = new Uint8Array(32);
denseNames.slice(firstCue).forEach((name, index) => {
  const bit = cueBit[name as Cue];
  anyCounted |= bit;
  placeOfCue[bitNumber(bit)] = firstCue + index;
});
export const mostTokens = 400;
const seed = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** The number of the lowest bit that is set. */
function bitNumber(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

/** How far a negation reaches, in tokens, inside its clause; backwards for "ça marche pas". */
const reach = 4;
const reachBehind = 3;
/** A negated word says less than its opposite: "not great" is no disaster, "not bad" no praise. */
const negatedPositive = -0.7;
const negatedNegative = -0.4;
const boost = 1.3;
const damp = 0.7;
const shout = 1.2;
/** Before a "but" counts less, after it more. */
const beforeTurn = 0.6;
const afterTurn = 1.4;
const scale = 15;

const lengthOf = Float64Array.from({ length: mostTokens + 1 }, (_, words) => Math.log(1 + words) / 3 - 0.9);

export function createFeatures(): Features {
  return {
    dense: new Float64Array(denseNames.length),
    value: new Float64Array(mostTokens),
    felt: new Float64Array(mostTokens),
    negated: new Uint8Array(mostTokens),
    tokens: 0,
    sum: 0,
    valence: 0,
  };
}

/** A sum pressed into -1..1. */
export const pressed = (sum: number): number => (sum === 0 ? 0 : sum / Math.sqrt(sum * sum + scale));

/** What stands before a word where no word does, and for every number: hashes that no word has. */
const aBeginning = 1;
const aHandle = 2;
const aBrand = 3;
const anyNumber = 77;

const cuesAt = new Int32Array(mostTokens);
const valueAt = new Float64Array(mostTokens);
/** Words of the expression with a value that begins at a token. */
const spanAt = new Uint8Array(mostTokens);
/** Tokens at which these three hold anything: two hits at most begin at each. */
const writtenAt = new Int32Array(2 * mostTokens);
let written = 0;
const faces: Faces = { glad: 0, sad: 0 };
const said = createSaidWords(mostTokens);

type LanguageCues = { negator: number; behind: number; booster: number; damper: number };
const cuesOfLanguage: Record<LexiconLanguage, LanguageCues> = {
  en: { negator: cueBit.negator, behind: 0, booster: cueBit.booster, damper: cueBit.damper },
  fr: {
    negator: cueBit.frenchNegator,
    behind: cueBit.negatorBehind,
    booster: cueBit.frenchBooster,
    damper: cueBit.frenchDamper,
  },
};

/** Hash of a word with every letter drawn out cut to two ("sooooo" and "soo" are one); `drawnOut` says whether it was. */
const squeezed = { hash: 0, drawnOut: false };
function squeeze(doc: Doc, token: number): void {
  const { chars } = doc;
  const start = doc.start[token]!;
  const end = start + doc.length[token]!;
  squeezed.drawnOut = false;
  let at = start + 2;
  while (at < end && (chars[at] !== chars[at - 1] || chars[at] !== chars[at - 2])) at++;
  if (at >= end) {
    squeezed.hash = doc.hash[token]!;
    return;
  }
  squeezed.drawnOut = true;
  let hash = seed;
  for (at = start; at < end; at++) {
    if (at >= start + 2 && chars[at] === chars[at - 1] && chars[at] === chars[at - 2]) continue;
    hash = Math.imul(hash ^ chars[at]!, prime);
  }
  squeezed.hash = hash;
}

function countSign(text: string, sign: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && count < most; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

/**
 * Reads the features of one post in `language`. `masked` tokens (brand names) and handles say nothing. `into` is
 * overwritten and returned; `sink` is given every word.
 */
export function readFeatures(
  doc: Doc,
  reading: Reading,
  language: LexiconLanguage | '',
  masked: Uint8Array | null,
  sink: HashedSink,
  into: Features,
): Features {
  const tokens = Math.min(doc.count, mostTokens);
  const { value: values, felt: feltOf, negated: negatedOf, dense } = into;
  // What the text before left there, which is less than a text.
  for (let k = 0; k < written; k++) {
    const token = writtenAt[k]!;
    cuesAt[token] = 0;
    valueAt[token] = 0;
    spanAt[token] = 0;
  }
  written = 0;
  const own = language === '' ? undefined : cuesOfLanguage[language];
  const isRated = language === 'en';
  let turnAt = -1;
  let negatesBehind = false;
  for (let at = firstCue; at < dense.length; at++) dense[at] = 0;
  if (own) {
    const { hits, hitToken, hitLength, hitCues } = reading;
    const hitValue = reading.hitValues[lexiconLanguages.indexOf(language as LexiconLanguage)]!;
    for (let hit = 0; hit < hits; hit++) {
      const token = hitToken[hit]!;
      if (token >= tokens) break;
      writtenAt[written++] = token;
      cuesAt[token]! |= hitCues[hit]!;
      valueAt[token]! += hitValue[hit]!;
      if (hitLength[hit]! > 1 && hitValue[hit] !== 0) spanAt[token] = hitLength[hit]!;
      const cues = hitCues[hit]!;
      if ((cues & cueBit.turn) !== 0) turnAt = token;
      if ((cues & own.behind) !== 0) negatesBehind = true;
      for (let bits = cues & anyCounted; bits !== 0; bits &= bits - 1) {
        const place = placeOfCue[bitNumber(bits)]!;
        if (dense[place]! < 1) dense[place]! += 0.5;
      }
    }
  }

  const { kinds, flags, gaps: gapsOf, length: lengths, hash: hashes } = doc;
  const { ids, drawnOut: drawnOutAt } = reading;
  const negating = own ? own.negator | own.behind : 0;
  let expressionEnd = -1;
  let isBadExpression = false;
  let negatedUntil = -1;
  let boostedAt = -1;
  let dampedUntil = -1;
  let previous = 0;
  let words = 0;
  let links = 0;
  let mentions = 0;
  let hashtags = 0;
  let emoji = 0;
  let titled = 0;
  let numbers = 0;
  let cashtags = 0;
  let shouted = 0;
  let drawnOut = 0;
  let negations = 0;
  let good = 0;
  let bad = 0;
  let goodValence = 0;
  let badValence = 0;
  let last = 0;
  let best = 0;
  let worst = 0;
  let valence = 0;
  for (let token = 0; token < tokens; token++) {
    const kind = kinds[token]!;
    const flag = flags[token]!;
    const gap = gapsOf[token]!;
    values[token] = 0;
    feltOf[token] = 0;
    negatedOf[token] = 0;
    if (gap >= gaps.clause) negatedUntil = -1;
    if (gap >= gaps.sentence) previous = aBeginning;
    if (kind === tokenKinds.url) {
      links += 1;
      continue;
    }
    if ((flag & tokenFlags.mention) !== 0) {
      mentions += 1;
      previous = aHandle;
      continue;
    }
    if (masked?.[token] === 1) {
      previous = aBrand;
      continue;
    }
    const length = lengths[token]!;
    let hash = anyNumber;
    let known = 0;
    if (kind !== tokenKinds.number) {
      hash = hashes[token]!;
      const id = ids[token]!;
      if (id !== 0 && isSpelledAs(id, hash)) known = id;
      if (drawnOutAt[token] !== 0) {
        squeeze(doc, token);
        if (squeezed.drawnOut) {
          drawnOut = 1;
          known = 0;
          hash = squeezed.hash;
        }
      }
    }
    if (kind === tokenKinds.emoji) emoji += 1;
    else if (kind === tokenKinds.number) numbers += 1;
    else if ((flag & (tokenFlags.capital | tokenFlags.allCaps)) === tokenFlags.capital && gap < gaps.sentence)
      titled += 1;
    if ((flag & tokenFlags.cashtag) !== 0) cashtags += 1;
    if ((flag & tokenFlags.hashtag) !== 0) hashtags += 1;
    const cues = cuesAt[token]!;
    let isNegated = token <= negatedUntil;
    if (own && negatesBehind && !isNegated)
      for (let ahead = token + 1; ahead < tokens && ahead <= token + reachBehind; ahead++) {
        if (gapsOf[ahead]! >= gaps.clause) break;
        if ((cuesAt[ahead]! & own.behind) !== 0) {
          isNegated = true;
          break;
        }
      }
    negatedOf[token] = isNegated ? 1 : 0;
    said.token[words] = token;
    said.hash[words] = hash;
    said.known[words] = known;
    said.negated[words] = isNegated ? 1 : 0;
    said.previous[words] = previous;
    words += 1;
    previous = hash;
    let felt = !isRated ? 0 : known !== 0 ? valenceOfKnown(known) : valenceOf(hash);
    let value = valueAt[token]!;
    if (value !== 0 || felt !== 0) {
      let factor = 1;
      if (boostedAt === token - 1) factor *= boost;
      if (token <= dampedUntil) factor *= damp;
      if ((flag & tokenFlags.allCaps) !== 0 && length > 2) factor *= shout;
      if (turnAt > 0) factor *= token < turnAt ? beforeTurn : afterTurn;
      if (isNegated && !(own === cuesOfLanguage.fr && (cuesOfWord(ids[token]!) & negating) !== 0)) {
        felt *= -0.74;
        value *= value > 0 ? negatedPositive : negatedNegative;
      }
      felt *= factor;
      value *= factor;
      values[token] = value;
      feltOf[token] = felt;
      valence += felt;
      if (felt > 0) goodValence += felt;
      else badValence -= felt;
      if (value > 0) good += value;
      else bad -= value;
      last = felt || value;
      if (last > best) best = last;
      if (last < worst) worst = last;
    }
    if ((flag & tokenFlags.allCaps) !== 0 && length > 2) shouted += 1;
    if (spanAt[token] !== 0) {
      expressionEnd = token + spanAt[token]!;
      isBadExpression = valueAt[token]! < 0;
    }
    if (negating !== 0 && (cuesOfWord(ids[token]!) & negating) !== 0) {
      negations += 1;
      // "Not funny or cute" goes on; "can't wait" and "not bad" end with themselves.
      negatedUntil = token < expressionEnd && !isBadExpression ? expressionEnd - 1 : token + reach;
    }
    if (own && cues !== 0) {
      if ((cues & own.booster) !== 0) boostedAt = token;
      if ((cues & own.damper) !== 0) dampedUntil = token + 2;
    }
  }

  said.count = words;
  sink.add(doc, said);

  if ((doc.marks & markBits.eyes) !== 0) readFaces(doc.text, faces);
  else faces.glad = faces.sad = 0;
  const exclamations = (doc.marks & markBits.exclamation) === 0 ? 0 : countSign(doc.text, '!', 4);
  const questions = (doc.marks & markBits.question) === 0 ? 0 : countSign(doc.text, '?', 3);
  valence += faces.glad - faces.sad;
  if (valence !== 0) valence += (valence > 0 ? 0.29 : -0.29) * exclamations;
  const sum = good - bad + faces.glad - faces.sad;
  const half = Math.sqrt(words + 4);
  const felt = pressed(valence);
  dense[0] = 1;
  dense[1] = felt;
  dense[2] = pressed(sum);
  dense[3] = Math.abs(felt);
  dense[4] = goodValence / half;
  dense[5] = badValence / half;
  dense[6] = good / half;
  dense[7] = bad / half;
  dense[8] = last / 4;
  dense[9] = best / 4;
  dense[10] = worst / 4;
  dense[11] = drawnOut;
  dense[12] = shouted / half;
  dense[13] = exclamations / 3;
  dense[14] = questions / 2;
  dense[15] = emoji / half;
  dense[16] = faces.glad / 3;
  dense[17] = faces.sad / 3;
  dense[18] = Math.min(3, links) / 2;
  dense[19] = Math.min(4, mentions) / 2;
  dense[20] = Math.min(8, hashtags) / 3;
  dense[21] = Math.min(4, negations) / 2;
  dense[22] = lengthOf[words]!;
  dense[23] = felt * felt;
  dense[24] = titled / (words + 2);
  dense[25] = doc.count > doc.titleCount && spells(doc, doc.titleCount, 'rt') ? 1 : 0;
  dense[26] = Math.min(3, numbers) / 3;
  dense[27] = Math.min(2, cashtags) / 2;
  into.tokens = tokens;
  into.sum = sum;
  into.valence = valence;
  return into;
}
