import type { Opinion, Sentiment } from '../../shared/domain.ts';
import { compareBrands } from './comparison.ts';
import { type LearnedShifts, shiftOf } from './learned.ts';
import { type Doc, gaps } from './normalize.ts';
import type { Facts } from './query/ast.ts';
import type { Rules } from './rules.ts';
import { labelOf, lookAt, readSentiment } from './scoreSentiment.ts';
import { cueBit, type Reading } from './vocabulary.ts';

/** An opinion about one of several things that a text names. */
export type Towards = { id: string; opinion: Opinion; score: number };

/**
 * A clause that speaks of another brand says little about this one. Where both have words of their own, only its own count;
 * else the whole text counts this much: measured on SemEval's topics, where a tweet names two.
 */
const wholeShare = 0.7;

/** Languages whose lists tell where clauses turn. */
const keptApartIn: ReadonlySet<string> = new Set(['en', 'fr']);

/** Where clauses begin and end and how they speak, for one text at a time: used again for the next. */
const scratch = { clauseOf: new Int32Array(256), covered: new Uint8Array(256), values: new Float64Array(256) };

function growScratch(tokens: number): void {
  if (tokens <= scratch.clauseOf.length) return;
  const size = tokens * 2;
  scratch.clauseOf = new Int32Array(size);
  scratch.covered = new Uint8Array(size);
  scratch.values = new Float64Array(size);
}

/** Writes which clause each token stands in: clauses end at signs and before "but". Returns how many there are. */
function readClauses(doc: Doc, reading: Reading, into: Int32Array): number {
  let clause = 0;
  let hit = 0;
  for (let token = 0; token < doc.count; token++) {
    let turns = false;
    for (; hit < reading.hits && reading.hitToken[hit] === token; hit++)
      if ((reading.hitCues[hit]! & cueBit.turn) !== 0) turns = true;
    if (token > 0 && (doc.gaps[token]! >= gaps.clause || turns || token === doc.titleCount)) clause += 1;
    into[token] = clause;
  }
  return doc.count === 0 ? 0 : clause + 1;
}

type Scene = {
  doc: Doc;
  reading: Reading;
  lang: string;
  masked: Uint8Array | null;
  learned: LearnedShifts | null;
  whole: Sentiment;
};

const mixed = new Float64Array(3);

/** The opinion of the text with some clauses covered. `alone`: what is left counts alone. */
function judge(scene: Scene, isCovered: (clause: number) => boolean, alone: boolean): Omit<Towards, 'id'> {
  const { doc, reading, lang, masked, learned, whole } = scene;
  const { clauseOf, covered } = scratch;
  for (let token = 0; token < doc.count; token++)
    covered[token] = masked?.[token] === 1 || isCovered(clauseOf[token]!) ? 1 : 0;
  const own = readSentiment(lookAt(doc, reading, lang, covered, shiftOf(doc, covered, learned)));
  const share = alone ? 0 : wholeShare;
  const { negative, neutral, positive } = whole.probabilities!;
  [negative, neutral, positive].forEach((value, index) => {
    mixed[index] = share * value + (1 - share) * own.probabilities[index]!;
  });
  return { opinion: labelOf(mixed), score: share * whole.score + (1 - share) * own.score };
}

/** What the lexicon says of a text: whether it praises, blames, and turns ("but"). One short loop, for every post. */
const tone = { praises: false, blames: false, turns: false };
function readTone({ reading, lang, masked }: Scene): void {
  tone.praises = tone.blames = tone.turns = false;
  const { hits, hitToken, hitCues } = reading;
  const hitValues = valuesIn(reading, lang);
  for (let hit = 0; hit < hits; hit++) {
    if ((hitCues[hit]! & cueBit.turn) !== 0) tone.turns = true;
    if (masked?.[hitToken[hit]!] === 1) continue;
    if (hitValues[hit]! > 0) tone.praises = true;
    else if (hitValues[hit]! < 0) tone.blames = true;
  }
}

const valuesIn = (reading: Reading, lang: string): Int8Array => reading.hitValues[lang === 'fr' ? 1 : 0];

/** Cuts the text into clauses and adds up how strongly each speaks by the lexicon, whichever way. */
function cutClauses({ doc, reading, lang, masked }: Scene): number {
  growScratch(doc.count);
  const { clauseOf, values } = scratch;
  const clauses = readClauses(doc, reading, clauseOf);
  values.fill(0, 0, clauses);
  const hitValues = valuesIn(reading, lang);
  for (let hit = 0; hit < reading.hits; hit++) {
    const token = reading.hitToken[hit]!;
    if (masked?.[token] !== 1) values[clauseOf[token]!]! += Math.abs(hitValues[hit]!);
  }
  return clauses;
}

/** True where a clause of these says something. */
function speaks(clauses: number, isOf: (clause: number) => boolean): boolean {
  for (let clause = 0; clause < clauses; clause++) if (scratch.values[clause]! > 0 && isOf(clause)) return true;
  return false;
}

function speakingClauses(clauses: number): number {
  let speaking = 0;
  for (let clause = 0; clause < clauses; clause++) if (scratch.values[clause]! > 0) speaking += 1;
  return speaking;
}

const sameAs = ({ label, score }: Sentiment, id: string): Towards => ({ id, opinion: label, score });

function allSame(ids: readonly string[], whole: Sentiment): Towards[] {
  const all: Towards[] = [];
  for (let at = 0; at < ids.length; at++) all.push(sameAs(whole, ids[at]!));
  return all;
}

/** `asWritten`: what queries have read, where words of the document stand in for others. */
export type Named = {
  brands: readonly string[];
  themes: readonly string[];
  facts: Facts;
  rules: Rules;
  asWritten: Doc;
};

/**
 * What a text says of each brand and each theme that it names, strongest first as they came: the whole text's opinion, but
 * where clauses keep two brands or two themes apart, or one brand is set above the other.
 */
export function opinionsTowards(
  doc: Doc,
  reading: Reading,
  lang: string,
  masked: Uint8Array | null,
  named: Named,
  whole: Sentiment,
): { brands: Towards[]; themes: Towards[] } {
  const { brands, themes, facts, rules, asWritten } = named;
  const towards = { brands: allSame(brands, whole), themes: allSame(themes, whole) };
  if ((brands.length < 2 && themes.length === 0) || !keptApartIn.has(lang)) return towards;
  const scene: Scene = { doc, reading, lang, masked, learned: rules.learned, whole };
  readTone(scene);
  const { turns } = tone;
  // Nine texts of ten say one thing only: there is nothing to keep apart in them.
  const maySplitThemes =
    themes.length > 0 && ((tone.praises && tone.blames) || (turns && (tone.praises || tone.blames)));
  if (brands.length < 2 && !maySplitThemes) return towards;
  const clauses = cutClauses(scene);
  const { clauseOf } = scratch;
  const find = (list: number, id: string) => rules.queries.tokensOf(asWritten, facts, list, id);

  if (brands.length > 1) {
    const tokens = new Map(brands.map((id) => [id, find(0, id)]));
    const clausesOf = new Map([...tokens].map(([id, at]) => [id, new Set(at.map((token) => clauseOf[token]!))]));
    const found = brands.map((id) => {
      const own = clausesOf.get(id)!;
      const isOthers = (clause: number) =>
        !own.has(clause) && brands.some((other) => other !== id && clausesOf.get(other)!.has(clause));
      // Where the others' clauses say nothing there is nothing to keep apart.
      if (!speaks(clauses, isOthers)) return sameAs(whole, id);
      const alone = speaks(clauses, (clause) => !isOthers(clause));
      return { id, ...judge(scene, isOthers, alone) };
    });
    towards.brands = compareBrands(doc, tokens, found);
  }

  if (maySplitThemes && (turns || speakingClauses(clauses) > 1))
    towards.themes = themes.map((id) => {
      const own = new Set(find(1, id).map((token) => clauseOf[token]!));
      const isOther = (clause: number) => !own.has(clause);
      if (own.size === 0 || !speaks(clauses, isOther)) return sameAs(whole, id);
      // "Gorgeous texture, but 89 euros": no praise of the price.
      const alone = turns || speaks(clauses, (clause) => own.has(clause));
      return { id, ...judge(scene, isOther, alone) };
    });
  return towards;
}
