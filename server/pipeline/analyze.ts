import type { Post, SetAsideReason } from '../../shared/domain.ts';
import type { Analysis } from './analysis.ts';
import { maskTokens } from './brandMasks.ts';
import type { CopyIndex } from './copies.ts';
import { type CopySketch, createSketcher } from './copySketch.ts';
import { correctByRules } from './correctByRules.ts';
import { detectLanguage, type Language } from './detectLanguage.ts';
import { shiftOf } from './learned.ts';
import { type FirstSort, matchBrands } from './matchBrands.ts';
import { createDoc, type Doc, normalize } from './normalize.ts';
import { overrideOpinions } from './overriddenOpinions.ts';
import { readAs } from './overrides.ts';
import type { Facts } from './query/ast.ts';
import type { Rules } from './rules.ts';
import { lookAt, readPromotion, sentimentOf } from './scoreSentiment.ts';
import { type Hear, sentimentHeard, textToHear } from './secondLook.ts';
import { setAside } from './setAside.ts';
import { createSignals, hasOpinion, readSignals, type Signals } from './signals.ts';
import { scoreSignificance } from './significance.ts';
import { scoreSpam, spamThreshold } from './spam.ts';
import { isAbout } from './themeModel.ts';
import { opinionsTowards } from './towards.ts';
import { createReading, type Reading, readWords } from './vocabulary.ts';

/** Where near-copies are looked up; with a commit number the post is remembered when it is an original. */
export type CopySight = { index: CopyIndex; seq: number };

/** What the steps read and hand on. One is used again for all posts: nothing of it leaves `analyze`. */
export type Desk = { doc: Doc; reading: Reading; signals: Signals };
const sketchOf = createSketcher();
const desk: Desk = { doc: createDoc(), reading: createReading(), signals: createSignals() };

export type FirstLook = {
  facts: Facts;
  language: Language;
  sort: FirstSort;
  themes: readonly string[];
  /** Corrections by query whose query matched. */
  corrections: readonly string[];
  /** Launches whose product query matched, of whichever brand. */
  launches: readonly string[];
};

/** Language, brands, themes, corrections and launches: all that queries decide, in one pass over the words. */
export function firstLook(post: Post, rules: Rules, at: Desk): FirstLook {
  const doc = normalize(post.text, post.title, at.doc);
  readWords(doc, at.reading);
  // The model is slow: where the language decides nothing, only mentions are worth asking it.
  let language = detectLanguage(doc, at.reading, post.lang, rules.asksLanguage ? rules.languageModel : undefined);
  const { channel, country, source, author } = post;
  const facts: Facts = { lang: language.lang, channel, country, source, author };
  // In the order of `Rules.queries`; each post comes here, and taking them apart as a list costs twenty times as much.
  const found = rules.queries.match(doc, facts);
  const sort = matchBrands(found[0]!, facts.lang, rules.languages);
  if (sort.reason === null && language.from === 'unknown' && !rules.asksLanguage) {
    language = detectLanguage(doc, at.reading, post.lang, rules.languageModel);
    facts.lang = language.lang;
  }
  return {
    facts,
    language,
    sort,
    themes: assignThemes(doc, found[1]!.matched, rules),
    corrections: found[2]!.matched,
    launches: found[3]!.matched,
  };
}

/** By their words, strongest first; a theme that examples describe better goes by them, after the others. */
function assignThemes(doc: Doc, matched: readonly string[], rules: Rules): readonly string[] {
  const { themeModels } = rules;
  if (themeModels.size === 0) return matched;
  const byWords = matched.filter((id) => !themeModels.has(id));
  const byExamples: { id: string; probability: number }[] = [];
  for (const [id, model] of themeModels) {
    const probability = model.probability(doc, matched.includes(id));
    if (isAbout(probability)) byExamples.push({ id, probability });
  }
  byExamples.sort((a, b) => b.probability - a.probability);
  return [...byWords, ...byExamples.map(({ id }) => id)];
}

/** How likely the text is about namesakes alone: one brand that it is about, or that nobody gave examples of, is enough. */
export function namesakeOf(doc: Doc, brands: readonly string[], rules: Rules): number {
  if (rules.brandModels.size === 0 || brands.length === 0) return 0;
  let least = 1;
  for (const brand of brands) {
    const model = rules.brandModels.get(brand);
    least = Math.min(least, model ? 1 - model.probability(doc, true) : 0);
  }
  return least;
}

/** Brand names that the lexicon would take for an opinion. */
export function maskBrands(doc: Doc, brands: readonly string[], rules: Rules): Uint8Array | null {
  if (rules.masks.size === 0) return null;
  let masked: Uint8Array | null = null;
  for (const brand of brands) {
    const masks = rules.masks.get(brand);
    if (masks) masked = maskTokens(doc, masks, masked);
  }
  return masked;
}

/** A launch counts what is about its brand: a product's name alone may mean anything. */
function addLaunches(analysis: Analysis, matched: readonly string[], { workspace }: Rules): void {
  const counted = workspace.launches.filter(
    ({ id, brand }) => matched.includes(id) && analysis.brands.some((named) => named.id === brand),
  );
  if (counted.length > 0) analysis.launches = counted.map(({ id }) => id);
}

/** `complete`: every part of every post. `hear`: whom to ask about mentions that deserve a second look. */
export type LookOptions = { complete?: boolean; hear?: Hear };

/**
 * In a stream of everything nine of ten posts name no brand, and a glance at the text tells before it is cut into words. What a
 * source has searched for names one nearly always: there the glance is left out. `unnamed`: the share of late; it decides about
 * time only, never about an answer.
 */
let unnamed = 1;
const step = 1 / 256;
/** A glance costs about a tenth of the work that it can spare. */
const worthAGlance = 0.1;

function unnamedDraft(post: Post): Draft {
  unnamed += (1 - unnamed) * step;
  return { analysis: setAside('no-brand', post.lang ?? '', []), sketch: undefined };
}

/** An analysis that knows of no other posts, with what finds the text's near-copies; only mentions have a sketch. */
export type Draft = { analysis: Analysis; sketch: CopySketch | undefined };

/**
 * One post through both sorts, but for the question whether it is a near-copy: pure. A post that the first sort sets aside
 * is done there, unless `complete` asks for every part of every post. The sketch is used again for the next post.
 *
 * Which mentions get a second look, and how significant they are, the first look decides: it is the same whatever the second
 * one says. A text with words that people gave another meaning gets none, because people's word goes before any model's.
 */
export function draft(post: Post, rules: Rules, options?: LookOptions): Draft {
  const isGlanced = !options?.complete && unnamed > worthAGlance;
  if (isGlanced && !rules.couldNameBrand(post.text, post.title)) return unnamedDraft(post);
  const { language, sort, themes, corrections, launches } = firstLook(post, rules, desk);
  if (sort.reason !== null && !options?.complete) {
    // What a glance would have said is said without one too.
    if (!isGlanced && sort.reason === 'no-brand' && !rules.couldNameBrand(post.text, post.title))
      return unnamedDraft(post);
    return { analysis: setAside(sort.reason, language.lang, sort.excluded), sketch: undefined };
  }
  unnamed -= unnamed * step;

  const { brands } = sort;
  const { lang } = language;
  const { signals } = desk;
  let { doc, reading } = desk;
  let masked = maskBrands(doc, brands, rules);
  const said = rules.overrides === null ? null : { doc, reading, masked };
  const read = said && rules.overrides && readAs(said, lang, brands, rules.overrides);
  if (read) ({ doc, reading, masked } = read);
  readSignals(doc, reading, masked, lang, signals);
  const seen = lookAt(doc, reading, lang, masked, shiftOf(doc, masked, rules.learned, read?.shift));
  const spam = scoreSpam(signals, readPromotion(seen));
  let sentiment = sentimentOf(seen);
  const negative = sentiment.probabilities?.negative ?? 0;
  const namesake = namesakeOf(desk.doc, brands, rules);
  const around = { themes: themes.length, metrics: post.metrics, spam, negative, namesake };
  const significance = scoreSignificance(signals, around);

  let reason: SetAsideReason | null = null;
  if (spam >= spamThreshold) reason = 'spam';
  else if (significance < rules.workspace.significance.threshold)
    reason = hasOpinion(signals) ? 'passing' : 'no-opinion';
  if (options?.hear && reason === null && !read && rules.transformer?.languages.includes(lang)) {
    const heard = options.hear(textToHear(doc, masked));
    if (heard) sentiment = sentimentHeard(heard);
  }
  reason = sort.reason ?? reason;
  const named = { brands, themes, rules, asWritten: desk.doc };
  const towards = opinionsTowards(doc, reading, lang, masked, named, sentiment);
  if (said && read) overrideOpinions(towards, said, lang, named, read);
  const analysis: Analysis = {
    stage: sort.reason !== null ? 'set-aside' : reason === null ? 'significant' : 'important',
    reason,
    lang,
    brands: towards.brands,
    excludedFrom: sort.excluded,
    themes: towards.themes,
    significance,
    spam,
    sentiment,
  };
  const corrected =
    rules.corrections === null ? analysis : correctByRules(analysis, post, corrections, rules.corrections);
  // Last of all: a product's mentions are no evidence for anything, and corrections may have changed whom the post is about.
  if (launches.length > 0 && corrected.stage !== 'set-aside') addLaunches(corrected, launches, rules);
  return { analysis: corrected, sketch: corrected.stage === 'set-aside' ? undefined : sketchOf(desk.doc) };
}

/** What the posts before it make of a mention: a near-copy is one before it is anything else. Written into `analysis`. */
export function settleCopy(analysis: Analysis, copyOf: number | undefined): Analysis {
  if (copyOf === undefined) return analysis;
  analysis.stage = 'important';
  analysis.reason = 'near-copy';
  analysis.copyOf = copyOf;
  return analysis;
}

/** The whole way of a post, where all of it is gone in one place: `copies` remembers. */
export function analyze(post: Post, rules: Rules, copies?: CopySight, options?: LookOptions): Analysis {
  const { analysis, sketch } = draft(post, rules, options);
  if (!copies || !sketch) return analysis;
  return settleCopy(analysis, copies.index.findOrAdd(sketch, copies.seq, post.at));
}
