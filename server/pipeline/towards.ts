import type { Opinion, Sentiment } from '../../shared/domain.ts';
import { compareBrands } from './comparison.ts';
import { type Doc, gaps } from './normalize.ts';
import type { Facts } from './query/ast.ts';
import type { Found } from './query/compileMatcher.ts';
import type { Rules } from './rules.ts';
import { labelOf, lookAt, readSentiment, scoredLanguages } from './scoreSentiment.ts';
import { cueBit, type Reading } from './vocabulary.ts';

/** An opinion about one of several things that a text names. */
export type Towards = { id: string; opinion: Opinion; score: number };

/**
 * A clause that speaks of another brand says little about this one. Where both have words of their own, only its own count;
 * else the whole text counts this much: measured on SemEval's topics, where a tweet names two.
 */
const wholeShare = 0.7;

/** Which clause each token stands in: clauses end at signs and before "but". */
function readClauses(doc: Doc, reading: Reading): { clauseOf: Int32Array; count: number; turns: boolean } {
  const clauseOf = new Int32Array(doc.count);
  const turnsAt = new Uint8Array(doc.count);
  let turns = false;
  for (let hit = 0; hit < reading.hits; hit++)
    if ((reading.hitCues[hit]! & cueBit.turn) !== 0) {
      turnsAt[reading.hitToken[hit]!] = 1;
      turns = true;
    }
  let clause = 0;
  for (let token = 1; token < doc.count; token++) {
    if (doc.gaps[token]! >= gaps.clause || turnsAt[token] === 1 || token === doc.titleCount) clause += 1;
    clauseOf[token] = clause;
  }
  return { clauseOf, count: doc.count === 0 ? 0 : clause + 1, turns };
}

/** The tokens that a query found. */
function tokensOf(doc: Doc, found: readonly Found[]): number[] {
  const tokens: number[] = [];
  for (let token = 0; token < doc.count; token++) {
    const field = token < doc.titleCount ? 'title' : 'text';
    if (found.some((one) => one.field === field && doc.from[token]! >= one.from && doc.from[token]! < one.to))
      tokens.push(token);
  }
  return tokens;
}

type Scene = {
  doc: Doc;
  reading: Reading;
  lang: string;
  masked: Uint8Array | null;
  whole: Sentiment;
  clauseOf: Int32Array;
};

const mixed = new Float64Array(3);

/** The opinion of the text with some clauses covered. `alone`: what is left counts alone. */
function judge(scene: Scene, isCovered: (clause: number) => boolean, alone: boolean): Omit<Towards, 'id'> {
  const { doc, reading, lang, masked, whole, clauseOf } = scene;
  const covered = new Uint8Array(doc.count);
  for (let token = 0; token < doc.count; token++)
    covered[token] = masked?.[token] === 1 || isCovered(clauseOf[token]!) ? 1 : 0;
  const own = readSentiment(lookAt(doc, reading, lang, covered));
  const share = alone ? 0 : wholeShare;
  const { negative, neutral, positive } = whole.probabilities!;
  [negative, neutral, positive].forEach((value, index) => {
    mixed[index] = share * value + (1 - share) * own.probabilities[index]!;
  });
  return { opinion: labelOf(mixed), score: share * whole.score + (1 - share) * own.score };
}

/** How strongly each clause speaks by the lexicon, whichever way, and whether praise and blame both stand in the text. */
function valuesOf(
  { reading, lang, masked, clauseOf }: Scene,
  count: number,
): { values: Float64Array; disagree: boolean } {
  const values = new Float64Array(count);
  let good = false;
  let bad = false;
  const hitValues = reading.hitValues[lang === 'fr' ? 1 : 0];
  for (let hit = 0; hit < reading.hits; hit++) {
    const token = reading.hitToken[hit]!;
    if (masked?.[token] === 1) continue;
    const value = hitValues[hit]!;
    values[clauseOf[token]!]! += Math.abs(value);
    if (value > 0) good = true;
    else if (value < 0) bad = true;
  }
  return { values, disagree: good && bad };
}

const sum = (values: Float64Array, isOf: (clause: number) => boolean) =>
  values.reduce((all, value, clause) => (isOf(clause) ? all + value : all), 0);

/**
 * What a text says of each brand and each theme that it names, strongest first as they came: the whole text's opinion, but
 * where clauses keep two brands or two themes apart, or one brand is set above the other.
 */
export function opinionsTowards(
  doc: Doc,
  reading: Reading,
  lang: string,
  masked: Uint8Array | null,
  named: { brands: readonly string[]; themes: readonly string[]; facts: Facts; rules: Rules },
  whole: Sentiment,
): { brands: Towards[]; themes: Towards[] } {
  const same = (id: string): Towards => ({ id, opinion: whole.label, score: whole.score });
  const { brands, themes, facts, rules } = named;
  const isAsked = brands.length > 1 || themes.length > 0;
  if (!isAsked || !scoredLanguages.has(lang) || (lang !== 'en' && lang !== 'fr'))
    return { brands: brands.map(same), themes: themes.map(same) };
  const { clauseOf, count, turns } = readClauses(doc, reading);
  const scene: Scene = { doc, reading, lang, masked, whole, clauseOf };
  const find = (list: number, id: string) => tokensOf(doc, rules.queries.explain(doc, facts, list, id).matched);

  let towardsBrands = brands.map(same);
  if (brands.length > 1) {
    const tokens = new Map(brands.map((id) => [id, find(0, id)]));
    const clausesOf = new Map([...tokens].map(([id, at]) => [id, new Set(at.map((token) => clauseOf[token]!))]));
    const { values } = valuesOf(scene, count);
    towardsBrands = brands.map((id) => {
      const own = clausesOf.get(id)!;
      const isOthers = (clause: number) =>
        !own.has(clause) && brands.some((other) => other !== id && clausesOf.get(other)!.has(clause));
      // Where the others' clauses say nothing there is nothing to keep apart.
      if (sum(values, isOthers) === 0) return same(id);
      const alone = sum(values, (clause) => !isOthers(clause)) > 0;
      return { id, ...judge(scene, isOthers, alone) };
    });
    towardsBrands = compareBrands(doc, tokens, towardsBrands);
  }

  let towardsThemes = themes.map(same);
  if (themes.length > 0 && count > 1) {
    const { values, disagree } = valuesOf(scene, count);
    const speaking = values.reduce((all, value) => all + (value > 0 ? 1 : 0), 0);
    if ((speaking > 1 && disagree) || (turns && speaking > 0))
      towardsThemes = themes.map((id) => {
        const own = new Set(find(1, id).map((token) => clauseOf[token]!));
        const isOther = (clause: number) => !own.has(clause);
        if (own.size === 0 || sum(values, isOther) === 0) return same(id);
        // "Gorgeous texture, but 89 euros": no praise of the price.
        const alone = turns || sum(values, (clause) => own.has(clause)) > 0;
        return { id, ...judge(scene, isOther, alone) };
      });
  }
  return { brands: towardsBrands, themes: towardsThemes };
}
