import type { Post } from '../../shared/domain.ts';
import type { Mark, Part, Trace } from '../../shared/trace.ts';
import type { Analysis } from './analysis.ts';
import { analyze, type Desk, firstLook, maskBrands, namesakeOf, settleCopy } from './analyze.ts';
import { correctionsOf } from './correctByRules.ts';
import { type Shift, shiftOf } from './learned.ts';
import { createDoc, type Doc, tokenKinds } from './normalize.ts';
import { type AsRead, readAs, type Said } from './overrides.ts';
import type { Explanation, Found } from './query/explainQuery.ts';
import { recall } from './recallSecondLook.ts';
import type { Rules } from './rules.ts';
import { lookAt, readPromotion, readSentiment, sentimentOf } from './scoreSentiment.ts';
import type { Hear } from './secondLook.ts';
import { contributionsOf, signParts } from './sentiment/contributions.ts';
import { createFeatures, readFeatures } from './sentiment/features.ts';
import { lexiconOf, type ModelLanguage, models } from './sentiment/models.ts';
import { createRecorder } from './sentiment/recorder.ts';
import { createSignals, readSignals } from './signals.ts';
import { significanceCues, significanceParts, significancePartsOf } from './significance.ts';
import { scoreSpam, spamCues, spamParts, spamPartsOf, spamThreshold } from './spam.ts';
import { stancesOf } from './stancesOf.ts';
import { createReading, type Reading } from './vocabulary.ts';
import type { Cue } from './words/cues.ts';
import { cueBit } from './words/wordTables.ts';

/** What the store knows beside the post: the original of a near-copy, and how many copies this one has. */
export type CopyFacts = { of: { source: string; id: string } | null; copies: number };

const noCopy: CopyFacts = { of: null, copies: 0 };
const quotesPerPart = 6;

function written(doc: Doc, token: number, length: number): string {
  const field = token < doc.titleCount ? doc.title : doc.text;
  return field.slice(doc.from[token], doc.to[token + length - 1]);
}

function markOf(doc: Doc, token: number, length: number, kind: Mark['kind'], value?: number): Mark {
  const field = token < doc.titleCount ? 'title' : 'text';
  const mark: Mark = { field, from: doc.from[token]!, to: doc.to[token + length - 1]!, kind };
  if (value !== undefined) mark.value = value;
  return mark;
}

/** The words that carry one of `cues`, each once, as they were written. */
function quote(doc: Doc, reading: Reading, cues: readonly Cue[]): string {
  let wanted = 0;
  for (const cue of cues) wanted |= cueBit[cue];
  const quotes = new Set<string>();
  for (let hit = 0; hit < reading.hits && quotes.size < quotesPerPart; hit++)
    if ((reading.hitCues[hit]! & wanted) !== 0)
      quotes.add(written(doc, reading.hitToken[hit]!, reading.hitLength[hit]!));
  return [...quotes].join(', ');
}

function partsFrom(
  names: readonly string[],
  values: Float64Array,
  cuesOf: Readonly<Record<string, readonly Cue[]>>,
  doc: Doc,
  reading: Reading,
): Part[] {
  const parts: Part[] = [];
  names.forEach((name, index) => {
    const value = values[index]!;
    if (value === 0) return;
    const because = quote(doc, reading, cuesOf[name] ?? []);
    parts.push(because === '' ? { name, value } : { name, value, because });
  });
  return parts;
}

const unique = (found: readonly Found[]) => [...new Set(found.map((one) => one.written))];

function marksOf(found: readonly Found[], kind: Mark['kind'], id: string): Mark[] {
  return found.map(({ field, from, to }) => ({ field, from, to, kind, id }));
}

/** Which outcomes the program as it is now would change. */
function differences(stored: Analysis, computed: Analysis): NonNullable<Trace['differs']> {
  const close = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  const same = (a: readonly { id: string }[], b: readonly { id: string }[]) =>
    a.length === b.length && a.every((one) => b.some((other) => other.id === one.id));
  const differs: NonNullable<Trace['differs']> = [];
  if (stored.stage !== computed.stage) differs.push('stage');
  if (stored.reason !== computed.reason) differs.push('reason');
  if (stored.lang !== computed.lang) differs.push('lang');
  if (!same(stored.brands, computed.brands)) differs.push('brands');
  if (!same(stored.themes, computed.themes)) differs.push('themes');
  if (!close(stored.significance, computed.significance)) differs.push('significance');
  if (!close(stored.spam, computed.spam)) differs.push('spam');
  if (stored.sentiment.label !== computed.sentiment.label || !close(stored.sentiment.score, computed.sentiment.score))
    differs.push('sentiment');
  return differs;
}

/** The outcome again, with what was stored about copies put in its place: only the store knows them. */
function computeAgain(post: Post, stored: Analysis, rules: Rules, hear: Hear): Analysis {
  const computed = analyze(post, rules, undefined, { hear });
  return computed.stage === 'set-aside' ? computed : settleCopy(computed, stored.copyOf);
}

const negators = cueBit.negator | cueBit.frenchNegator | cueBit.negatorBehind;
/** Words that add less than this to the score, or little beside the strongest, are told together. */
const told = 0.02;
const toldBesideStrongest = 0.1;
const mostTold = 12;

/** The score as a sum: the words that weigh most, each marked in the text, then the rest and what the signs add. */
function explainSentiment(
  { doc, reading, masked }: Said,
  lang: string,
  shift: Shift | null,
  read: AsRead | null,
  marks: Mark[],
): { parts: Part[]; negates: boolean } {
  const model = models.get(lang);
  if (!model) return { parts: [], negates: false };
  const recorded = createRecorder();
  readFeatures(doc, reading, lexiconOf[lang as ModelLanguage], masked, recorded, createFeatures());
  const scored = readSentiment(lookAt(doc, reading, lang, masked, shift));
  const { tokens, signs } = contributionsOf(scored, recorded);
  giveToOverridden(tokens, signs, shift, read);
  const overridden = new Set(read?.overridden.map(({ token }) => token));
  const lengthOf = joinExpressions(reading, lang, tokens);
  const most = tokens.reduce((strongest, value) => Math.max(strongest, Math.abs(value)), 0);
  const strongest = Array.from(tokens.keys())
    .filter((token) => Math.abs(tokens[token]!) >= Math.max(told, most * toldBesideStrongest) || overridden.has(token))
    .sort(
      (a, b) =>
        Number(overridden.has(b)) - Number(overridden.has(a)) || Math.abs(tokens[b]!) - Math.abs(tokens[a]!) || a - b,
    )
    .slice(0, mostTold)
    .sort((a, b) => a - b);
  const parts = strongest.map((token): Part => {
    const value = tokens[token]!;
    const length = lengthOf.get(token) ?? 1;
    if (value !== 0) marks.push(markOf(doc, token, length, value > 0 ? 'positive' : 'negative', value));
    const isNegated = scored.features.negated[token] === 1;
    if (overridden.has(token)) return { name: 'override', value, because: written(doc, token, length) };
    const name = isNegated ? 'negated' : doc.kinds[token] === tokenKinds.emoji ? 'emoji' : 'word';
    return { name, value, because: written(doc, token, length) };
  });
  const shown = new Set(strongest);
  let rest = 0;
  tokens.forEach((value, token) => {
    if (!shown.has(token)) rest += value;
  });
  if (rest !== 0) parts.push({ name: 'otherWords', value: rest });
  for (const name of signParts) if (signs[name] !== 0) parts.push({ name, value: signs[name] });
  return { parts, negates: scored.features.negated.subarray(0, scored.features.tokens).includes(1) };
}

/** Where a language has no lists an override moves the odds, as what was learned does: its part is the overridden word's. */
function giveToOverridden(tokens: Float64Array, signs: { learned: number }, shift: Shift | null, read: AsRead | null) {
  const first = read?.overridden.find(({ sentiment }) => sentiment !== 'neutral');
  const all = (shift?.positive ?? 0) - (shift?.negative ?? 0);
  if (!read?.shift || !first || all === 0 || first.token >= tokens.length) return;
  const own = (signs.learned * (read.shift.positive - read.shift.negative)) / all;
  tokens[first.token]! += own;
  signs.learned -= own;
}

/** "do not like" is one thing said: what its words add is told of the first, with how many words it has. */
function joinExpressions(reading: Reading, lang: string, tokens: Float64Array): Map<number, number> {
  const values = reading.hitValues[lang === 'fr' ? 1 : 0];
  const lengthOf = new Map<number, number>();
  for (let hit = 0; hit < reading.hits; hit++) {
    const first = reading.hitToken[hit]!;
    const length = reading.hitLength[hit]!;
    if (length < 2 || values[hit] === 0 || first + length > tokens.length) continue;
    lengthOf.set(first, length);
    for (let token = first + 1; token < first + length; token++) {
      tokens[first]! += tokens[token]!;
      tokens[token] = 0;
    }
  }
  return lengthOf;
}

/**
 * Why a post stands where it stands, computed again from the kept post and the rule set it was counted under. Stage and
 * reason are those that were counted; where this program finds something else, `differs` says what. Slow path.
 */
export function explain(post: Post, stored: Analysis, rules: Rules, copy: CopyFacts = noCopy): Trace {
  const desk: Desk = { doc: createDoc(), reading: createReading(), signals: createSignals() };
  const { facts, language, sort, themes: themeIds, corrections } = firstLook(post, rules, desk);
  const { doc, reading } = desk;
  const said = { doc, reading, masked: maskBrands(doc, sort.brands, rules) };
  const read = rules.overrides === null ? null : readAs(said, language.lang, sort.brands, rules.overrides);
  const heard = read ?? said;
  const shift = shiftOf(heard.doc, heard.masked, rules.learned, read?.shift);
  const signals = readSignals(heard.doc, heard.reading, heard.masked, language.lang, desk.signals);
  const marks: Mark[] = [];

  const brands = rules.workspace.brands.map(({ id, query }) => {
    const found: Explanation = rules.queries.explain(doc, facts, 0, id);
    if (found.outcome !== 'none') marks.push(...marksOf(found.matched, 'brand', id));
    if (found.outcome === 'excluded') marks.push(...marksOf(found.excluded, 'excluded', id));
    return { id, query, matched: unique(found.matched), excluded: unique(found.excluded) };
  });
  const stances = stancesOf(doc, reading, marks);
  const themes = themeIds.map((id) => {
    const found = rules.queries.explain(doc, facts, 1, id);
    marks.push(...marksOf(found.matched, 'theme', id));
    const matched = unique(found.matched);
    const model = rules.themeModels.get(id);
    if (!model) return { id, matched };
    const { examples, precision } = model.quality;
    return { id, matched, learned: { probability: model.probability(doc, matched.length > 0), examples, precision } };
  });

  const seen = lookAt(heard.doc, heard.reading, language.lang, heard.masked, shift);
  const promotion = readPromotion(seen);
  const first = sentimentOf(seen);
  const negative = first.probabilities?.negative ?? 0;
  const { hear, told } = recall(stored, first);
  const spamValues = spamPartsOf(signals, promotion, new Float64Array(spamParts.length));
  const spam = scoreSpam(signals, promotion);
  const namesake = namesakeOf(doc, sort.brands, rules);
  const around = { themes: themeIds.length, metrics: post.metrics, spam, negative, namesake };
  const values = significancePartsOf(signals, around, new Float64Array(significanceParts.length));
  const sentimentParts = explainSentiment(heard, language.lang, shift, read, marks);
  // Shown whole, for posts of the first sort too; compared as it would be stored. Reasons are the machine's own.
  const computed = analyze(post, { ...rules, corrections: null }, undefined, { complete: true, hear });
  const ruled = correctionsOf(computed, post, corrections, rules.corrections ?? []);
  for (let hit = 0; hit < reading.hits; hit++) {
    const cues = reading.hitCues[hit]!;
    const token = reading.hitToken[hit]!;
    const length = reading.hitLength[hit]!;
    if (sentimentParts.negates && (cues & negators) !== 0) marks.push(markOf(doc, token, length, 'negation'));
    if (sentimentParts.parts.length > 1 && (cues & cueBit.turn) !== 0) marks.push(markOf(doc, token, length, 'turn'));
    if (signals.asksOutright && (cues & cueBit.asks) !== 0) marks.push(markOf(doc, token, length, 'question'));
  }

  const trace: Trace = {
    ruleSet: rules.version,
    stage: stored.stage,
    reason: stored.reason,
    language,
    brands,
    significance: {
      score: computed.significance,
      threshold: rules.workspace.significance.threshold,
      parts: partsFrom(significanceParts, values, significanceCues, heard.doc, heard.reading),
    },
    spam: {
      score: spam,
      threshold: spamThreshold,
      parts: partsFrom(spamParts, spamValues, spamCues, heard.doc, heard.reading),
    },
    themes,
    sentiment: {
      label: computed.sentiment.label,
      score: computed.sentiment.score,
      parts: sentimentParts.parts,
      brands: computed.brands.map(({ id, opinion, score: own }) => ({ id, label: opinion, score: own })),
    },
    copy,
    stances,
    marks: marks.sort((a, b) => (a.field === b.field ? a.from - b.from || a.to - b.to : a.field === 'title' ? -1 : 1)),
  };
  const secondLook = told(rules);
  if (secondLook) trace.sentiment.secondLook = secondLook;
  if (ruled.length > 0) {
    const { stage, reason, sentiment, themes: about } = computed;
    const machine = { stage, reason, opinion: sentiment.label, themes: about.map(({ id }) => id) };
    trace.ruled = { ids: ruled.map(({ id }) => id), machine };
  }
  const differs = differences(stored, computeAgain(post, stored, rules, hear));
  if (differs.length > 0) trace.differs = differs;
  return trace;
}
