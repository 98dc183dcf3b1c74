import type { Brand, QueryCorrection, Workspace } from '../../shared/domain.ts';
import type { ProblemDetail } from '../../shared/protocol.ts';
import type { TransformerIdentity } from '../../shared/transformer.ts';
import { type BrandMasks, masksOf } from './brandMasks.ts';
import type { LanguageModel } from './languageModel.ts';
import { compileLearned, type LearnedShifts } from './learned.ts';
import { compileOverrides, type Overrides } from './overrides.ts';
import type { Node, Query } from './query/ast.ts';
import { compileMatcher, type Matcher, type NamedQuery } from './query/compileMatcher.ts';
import { parseQuery } from './query/parseQuery.ts';
import { createPrefilter, type Prefilter } from './query/prefilter.ts';
import { withForms } from './query/wordForms.ts';
import { learnTheme, type ThemeModel } from './themeModel.ts';
import { matchesWordsOf } from './themeWords.ts';

/** Everything that `analyze` needs of a workspace, compiled once per rule set. */
export type Rules = {
  version: number;
  workspace: Workspace;
  /** Brands, themes, corrections and launches, in this order. */
  queries: Matcher;
  /** False only where the text cannot name a brand. */
  couldNameBrand: Prefilter;
  /** Only brands that need one. */
  masks: ReadonlyMap<string, BrandMasks>;
  languages: ReadonlySet<string>;
  /** The language decides about brands or themes, so it must be known before them. */
  asksLanguage: boolean;
  languageModel: LanguageModel | undefined;
  /** Themes that examples describe better than their words do. */
  themeModels: ReadonlyMap<string, ThemeModel>;
  /** Brands whose examples tell it from its namesakes. */
  brandModels: ReadonlyMap<string, ThemeModel>;
  /** What corrections made of the rules; each null where there is none. */
  overrides: Overrides | null;
  corrections: readonly QueryCorrection[] | null;
  learned: LearnedShifts | null;
  /** Who has a second look at mentions that matter, in some languages; null: nobody. */
  transformer: TransformerIdentity | null;
};

export type RulesOptions = {
  /** The transformer that is part of the rule set. */
  transformer?: TransformerIdentity | undefined;
  /** Turns the names in `author:` into the keyed hashes that posts carry. */
  hashAuthor?: (name: string) => string;
  /** For texts that common words do not tell; see `loadLanguageModel`. */
  languageModel?: LanguageModel;
};

/** Every fault of every query, with its place in the workspace. */
export class RulesFault extends Error {
  override name = 'RulesFault';
  readonly faults: readonly ProblemDetail[];
  constructor(faults: readonly ProblemDetail[]) {
    super(faults.map((fault) => `${fault.path}: ${fault.message}`).join('; '));
    this.faults = faults;
  }
}

function asksLanguage(node: Node | null): boolean {
  if (!node || node.kind === 'words') return false;
  if (node.kind === 'condition') return node.field === 'lang';
  if (node.kind === 'not') return asksLanguage(node.part);
  if (node.kind === 'near') return asksLanguage(node.left) || asksLanguage(node.right);
  return node.parts.some(asksLanguage);
}

function parseAll(
  list: 'brands' | 'themes' | 'launches' | 'corrections',
  items: readonly { id: string; query?: string }[],
  faults: ProblemDetail[],
  at = 'query',
): NamedQuery[] {
  const queries: NamedQuery[] = [];
  items.forEach(({ id, query }, index) => {
    if (query === undefined) return;
    const parsed = parseQuery(query);
    if (parsed.ok) queries.push({ id, query: parsed.query });
    else
      for (const { position, code, message, suggestion } of parsed.faults)
        faults.push({
          path: `${list}[${index}].${at}`,
          code,
          message,
          position,
          ...(suggestion ? { suggestion } : {}),
        });
  });
  return queries;
}

function allMasks(brands: readonly Brand[], queries: readonly NamedQuery[]): Map<string, BrandMasks> {
  const masks = new Map<string, BrandMasks>();
  brands.forEach((brand, index) => {
    const own = masksOf(brand, (queries[index] as { query: Query }).query);
    if (own.masks.length > 0) masks.set(brand.id, own);
  });
  return masks;
}

/** Compiles a workspace. Throws `RulesFault` with all faults of all queries. */
export function compileRules(workspace: Workspace, version: number, options: RulesOptions = {}): Rules {
  const faults: ProblemDetail[] = [];
  const brands = parseAll('brands', workspace.brands, faults);
  const themes = parseAll('themes', workspace.themes, faults).map(({ id, query }) => ({ id, query: withForms(query) }));
  const launched = parseAll('launches', workspace.launches, faults);
  const corrections = workspace.corrections ?? [];
  const wheres = corrections.map(({ id, where: { query } }) => ({ id, ...(query === undefined ? {} : { query }) }));
  const corrected = parseAll('corrections', wheres, faults, 'where.query');
  if (faults.length > 0) throw new RulesFault(faults);
  const queryOptions = options.hashAuthor ? { hashAuthor: options.hashAuthor } : {};
  const all = [...brands, ...themes, ...corrected, ...launched];
  const themeModels = new Map<string, ThemeModel>();
  workspace.themes.forEach(({ id, examples }, index) => {
    if (!examples) return;
    const { model } = learnTheme(examples, matchesWordsOf(themes[index]!, queryOptions));
    if (model) themeModels.set(id, model);
  });
  // Each example holds the brand's words: whether it is about the brand only the rest can tell.
  const brandModels = new Map<string, ThemeModel>();
  for (const { id, examples } of workspace.brands) {
    const { model } = learnTheme(examples ?? [], () => true);
    if (model) brandModels.set(id, model);
  }
  return {
    version,
    workspace,
    queries: compileMatcher([brands, themes, corrected, launched], queryOptions),
    couldNameBrand: createPrefilter(brands.map(({ query }) => query)),
    masks: allMasks(workspace.brands, brands),
    languages: new Set(workspace.languages.map((language) => language.toLowerCase().split('-')[0]!)),
    asksLanguage:
      workspace.languages.length > 0 ||
      all.some(({ query }) => asksLanguage(query.include) || asksLanguage(query.exclude)),
    languageModel: options.languageModel,
    themeModels,
    brandModels,
    overrides: compileOverrides(workspace.overrides),
    corrections: corrections.length === 0 ? null : corrections,
    learned: compileLearned(workspace.learned),
    transformer: options.transformer ?? null,
  };
}
