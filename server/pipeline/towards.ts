import type { Opinion, Sentiment } from '../../shared/domain.ts';
import { compareBrands } from './comparison.ts';
import { type LearnedShifts, shiftOf } from './learned.ts';
import { type Doc, gaps } from './normalize.ts';
import type { Spans } from './query/spans.ts';
import type { Rules } from './rules.ts';
import { labelOf, lookAt, readSentiment } from './scoreSentiment.ts';
import type { Reading } from './vocabulary.ts';
import { cueBit } from './words/wordTables.ts';

/** An opinion about one of several things that a text names. */
export type Towards = { id: string; opinion: Opinion; score: number };

/**
 * A clause that speaks of another brand says little about this one. Where both have words of their own, only its own count;
 * else the whole text counts this much: measured on SemEval's topics, where a tweet names two.
 */
const wholeShare = 0.7;

/** Languages whose lists tell where clauses turn. */
const keptApartIn: ReadonlySet<string> = new Set(['en', 'fr']);

/**
 * Where clauses begin and end and how they speak, for one text at a time: used again for the next. `away`: clauses that are left
 * out of the look at one thing. `own`: for each thing a row of clauses, 1 where it is named.
 */
const scratch = {
  clauseOf: new Int32Array(256),
  covered: new Uint8Array(256),
  values: new Float64Array(256),
  away: new Uint8Array(256),
  own: new Uint8Array(1024),
};

function growScratch(tokens: number): void {
  if (tokens <= scratch.clauseOf.length) return;
  const size = tokens * 2;
  scratch.clauseOf = new Int32Array(size);
  scratch.covered = new Uint8Array(size);
  scratch.values = new Float64Array(size);
  scratch.away = new Uint8Array(size);
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

/** The opinion of the text without the clauses that are away. `alone`: what is left counts alone. */
function judge(id: string, scene: Scene, alone: boolean): Towards {
  const { doc, reading, lang, masked, learned, whole } = scene;
  const { clauseOf, covered, away } = scratch;
  for (let token = 0; token < doc.count; token++) covered[token] = masked?.[token] === 1 ? 1 : away[clauseOf[token]!]!;
  const own = readSentiment(lookAt(doc, reading, lang, covered, shiftOf(doc, covered, learned)));
  const share = alone ? 0 : wholeShare;
  const { negative, neutral, positive } = whole.probabilities!;
  mixed[0] = share * negative + (1 - share) * own.probabilities[0]!;
  mixed[1] = share * neutral + (1 - share) * own.probabilities[1]!;
  mixed[2] = share * positive + (1 - share) * own.probabilities[2]!;
  return { id, opinion: labelOf(mixed), score: share * whole.score + (1 - share) * own.score };
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

/** True where a clause that is away (1) or one that stays (0) says something. */
function speaks(clauses: number, isAway: 0 | 1): boolean {
  const { values, away } = scratch;
  for (let clause = 0; clause < clauses; clause++) if (values[clause]! > 0 && away[clause] === isAway) return true;
  return false;
}

/** Notes for each thing in which clauses it is named. */
function readOwn(things: number, clauses: number, find: (thing: number) => Spans): void {
  if (things * clauses > scratch.own.length) scratch.own = new Uint8Array(2 * things * clauses);
  const { clauseOf, own } = scratch;
  own.fill(0, 0, things * clauses);
  for (let thing = 0; thing < things; thing++) {
    const { count, from, to } = find(thing);
    for (let k = 0; k < count; k++)
      for (let token = from[k]!; token < to[k]!; token++) own[thing * clauses + clauseOf[token]!] = 1;
  }
}

/** The first thing that is named in the same clauses, itself if it is the first. */
function firstAlike(thing: number, clauses: number): number {
  const { own } = scratch;
  for (let other = 0; other < thing; other++) {
    let clause = 0;
    while (clause < clauses && own[other * clauses + clause] === own[thing * clauses + clause]) clause += 1;
    if (clause === clauses) return other;
  }
  return thing;
}

/** Turns away from clauses that name others and not this thing. */
function turnFrom(thing: number, things: number, clauses: number): void {
  const { own, away } = scratch;
  for (let clause = 0; clause < clauses; clause++) {
    let isOthers = 0;
    for (let other = 0; other < things; other++) isOthers |= own[other * clauses + clause]!;
    away[clause] = own[thing * clauses + clause] === 1 ? 0 : isOthers;
  }
}

/** Turns away from clauses that do not name this thing. Returns whether any does. */
function turnTo(thing: number, clauses: number): boolean {
  const { own, away } = scratch;
  let isNamed = false;
  for (let clause = 0; clause < clauses; clause++) {
    const isOwn = own[thing * clauses + clause]!;
    if (isOwn === 1) isNamed = true;
    away[clause] = 1 - isOwn;
  }
  return isNamed;
}

function speakingClauses(clauses: number): number {
  let speaking = 0;
  for (let clause = 0; clause < clauses; clause++) if (scratch.values[clause]! > 0) speaking += 1;
  return speaking;
}

const sameAs = ({ label, score }: Sentiment, id: string): Towards => ({ id, opinion: label, score });

export type Opinions = { brands: Towards[]; themes: { id: string; opinion: Opinion }[] };

function allSame(brands: readonly string[], themes: readonly string[], whole: Sentiment): Opinions {
  const { label: opinion } = whole;
  const same: Opinions = { brands: [], themes: [] };
  for (const id of brands) same.brands.push(sameAs(whole, id));
  for (const id of themes) same.themes.push({ id, opinion });
  return same;
}

/** `asWritten`: what queries have read, where words of the document stand in for others. */
export type Named = {
  brands: readonly string[];
  themes: readonly string[];
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
): Opinions {
  const { brands, themes, rules, asWritten } = named;
  const towards = allSame(brands, themes, whole);
  if ((brands.length < 2 && themes.length === 0) || !keptApartIn.has(lang)) return towards;
  const scene: Scene = { doc, reading, lang, masked, learned: rules.learned, whole };
  readTone(scene);
  const { turns } = tone;
  // Nine texts of ten say one thing only: there is nothing to keep apart in them.
  const maySplitThemes =
    themes.length > 0 && ((tone.praises && tone.blames) || (turns && (tone.praises || tone.blames)));
  if (brands.length < 2 && !maySplitThemes) return towards;
  const clauses = cutClauses(scene);
  const { queries } = rules;

  if (brands.length > 1) {
    readOwn(brands.length, clauses, (brand) => queries.stretchesOf(asWritten, 0, brands[brand]!));
    const found = brands.map((id, brand) => {
      turnFrom(brand, brands.length, clauses);
      // Where the others' clauses say nothing there is nothing to keep apart.
      return speaks(clauses, 1) ? judge(id, scene, speaks(clauses, 0)) : sameAs(whole, id);
    });
    towards.brands = compareBrands(doc, found, (id) => queries.stretchesOf(asWritten, 0, id));
  }

  if (maySplitThemes && (turns || speakingClauses(clauses) > 1)) {
    readOwn(themes.length, clauses, (theme) => queries.stretchesOf(asWritten, 1, themes[theme]!));
    themes.forEach((id, theme) => {
      const alike = firstAlike(theme, clauses);
      if (alike < theme) towards.themes[theme]!.opinion = towards.themes[alike]!.opinion;
      else if (turnTo(theme, clauses) && speaks(clauses, 1))
        // "Gorgeous texture, but 89 euros": no praise of the price.
        towards.themes[theme]!.opinion = judge(id, scene, turns || speaks(clauses, 0)).opinion;
    });
  }
  return towards;
}
