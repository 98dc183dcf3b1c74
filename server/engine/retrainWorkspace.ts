import type { Brand, SentimentLabel, Theme, Workspace } from '../../shared/domain.ts';
import { maskPersonal } from '../../shared/mask.ts';
import type { RetrainAnswer } from '../../shared/protocol.ts';
import { namesKept } from '../http/shownMessage.ts';
import { type Desk, firstLook, maskBrands } from '../pipeline/analyze.ts';
import { isSaid } from '../pipeline/learned.ts';
import { fewestLessons, fewestOfEach, type Lesson, learnSentiment, type Seen } from '../pipeline/learnSentiment.ts';
import { createDoc, wordAt } from '../pipeline/normalize.ts';
import { readAs } from '../pipeline/overrides.ts';
import { parseQuery } from '../pipeline/query/parseQuery.ts';
import { withForms } from '../pipeline/query/wordForms.ts';
import { compileRules, type Rules } from '../pipeline/rules.ts';
import { lookAt, sentimentOf } from '../pipeline/scoreSentiment.ts';
import { createSignals } from '../pipeline/signals.ts';
import { learnTheme, type ThemeExample } from '../pipeline/themeModel.ts';
import { matchesWordsOf } from '../pipeline/themeWords.ts';
import { createReading } from '../pipeline/vocabulary.ts';
import type { History, StoredPost } from '../store/store.ts';

/** Corrections that are learned from, the newest; and messages that nobody corrected, in slices spread evenly. */
const mostCorrections = 5_000;
const others = { among: 100_000, slices: 100, atOnce: 25, most: 1_500 };
const examplesPerTheme = 300;
const exampleLength = 1_000;

export type RetrainParts = {
  history: Pick<History, 'correctedPosts' | 'keptAfter' | 'keptCount'>;
  hashAuthor: (name: string) => string;
  workspace: Workspace;
};

/** Looks at posts as the shipped model does, with overrides and without what was learned before. */
function createEye(rules: Rules): (post: StoredPost) => Seen | undefined {
  const desk: Desk = { doc: createDoc(), reading: createReading(), signals: createSignals() };
  return (post) => {
    // The language that was found: asking the model again would bring its tables into this thread.
    const { language, sort } = firstLook({ ...post, lang: post.analysis.lang || post.lang }, rules, desk);
    const said = { doc: desk.doc, reading: desk.reading, masked: maskBrands(desk.doc, sort.brands, rules) };
    const read = rules.overrides === null ? null : readAs(said, language.lang, sort.brands, rules.overrides);
    const { doc, reading, masked } = read ?? said;
    const { probabilities } = sentimentOf(lookAt(doc, reading, language.lang, masked, read?.shift));
    if (!probabilities) return undefined;
    const overridden = new Set(read?.overridden.map(({ token }) => token));
    const words: string[] = [];
    for (let token = 0; token < doc.count; token++)
      if (!overridden.has(token) && isSaid(doc, token, masked)) words.push(wordAt(doc, token));
    return { words, probabilities: [probabilities.negative, probabilities.neutral, probabilities.positive] };
  };
}

/** What a person says of the whole text: of its only brand is the same. */
function labelOf({ analysis, corrected }: StoredPost): SentimentLabel | undefined {
  let label: SentimentLabel | undefined;
  for (const one of corrected?.standing ?? [])
    if (one.what === 'sentiment' && one.value !== null && (one.brand === undefined || analysis.brands.length === 1))
      label = one.value;
  return label;
}

function themesOf({ corrected }: StoredPost): string[] | undefined {
  const said = corrected?.standing.findLast((one) => one.what === 'themes');
  return said?.what === 'themes' ? (said.value ?? undefined) : undefined;
}

const textOf = ({ title, text }: StoredPost) => (title === undefined ? text : `${title}\n${text}`);

async function readOthers({ history }: RetrainParts, see: (post: StoredPost) => Seen | undefined): Promise<Seen[]> {
  const { kept, seqFrom } = await history.keptCount(others.among, others.among);
  const seen: Seen[] = [];
  const stride = Math.max(others.atOnce, Math.ceil(Math.min(kept, others.among) / others.slices));
  for (let slice = 0; slice < others.slices && seen.length < others.most; slice++) {
    const posts = await history.keptAfter(seqFrom - 1 + slice * stride, others.atOnce);
    if (posts.length === 0) break;
    for (const post of posts) {
      if (post.corrected || post.analysis.stage === 'set-aside' || seen.length === others.most) continue;
      const one = see(post);
      if (one) seen.push(one);
    }
  }
  return seen;
}

/** Whether a person says that the post is about the brand; an opinion towards it says so too. Undefined: nobody said. */
function isAboutBrand({ corrected, analysis }: StoredPost, brand: string): boolean | undefined {
  const named = (corrected?.machine ?? analysis).brands.map(({ id }) => id);
  if (!named.includes(brand)) return undefined;
  const isIts = (of: string | undefined) => of === brand || (of === undefined && named.length === 1);
  const said = corrected?.standing.findLast(({ what, brand: of }) => what !== 'themes' && isIts(of));
  return said === undefined ? undefined : said.what !== 'relevant' || said.value === true;
}

/**
 * Those in the workspace and, over them, those that people labelled since; the newest, each text once, nobody named. `isOf`: what
 * they say of a post.
 */
function examplesFor(
  known: readonly ThemeExample[],
  posts: readonly StoredPost[],
  keep: ReadonlySet<string>,
  isOf: (post: StoredPost) => boolean | undefined,
): ThemeExample[] {
  const byText = new Map(known.map((one) => [one.text, one]));
  for (const post of posts) {
    const is = isOf(post);
    if (is === undefined) continue;
    const text = Array.from(maskPersonal(textOf(post), keep).text)
      .slice(0, exampleLength)
      .join('');
    byText.delete(text);
    byText.set(text, { text, is });
  }
  return [...byText.values()].slice(-examplesPerTheme);
}

function retrainThemes({ workspace, hashAuthor }: RetrainParts, posts: readonly StoredPost[]) {
  const keep = namesKept(workspace);
  const labelled = posts.filter((post) => themesOf(post) !== undefined);
  const report: RetrainAnswer['themes'] = [];
  const themes = workspace.themes.map((theme): Theme => {
    const parsed = parseQuery(theme.query);
    if (labelled.length === 0 || !parsed.ok) return theme;
    const examples = examplesFor(theme.examples ?? [], labelled, keep, (post) => themesOf(post)?.includes(theme.id));
    const named = { id: theme.id, query: withForms(parsed.query) };
    const { model, quality } = learnTheme(examples, matchesWordsOf(named, { hashAuthor }));
    const about = examples.filter(({ is }) => is).length;
    report.push({
      id: theme.id,
      about,
      notAbout: examples.length - about,
      words: quality?.words ?? null,
      model: quality?.model ?? null,
      isBetter: model !== undefined,
    });
    return model ? { ...theme, examples } : theme;
  });
  return { themes, report };
}

function retrainBrands({ workspace }: RetrainParts, posts: readonly StoredPost[]) {
  const keep = namesKept(workspace);
  const report: RetrainAnswer['brands'] = [];
  const brands = workspace.brands.map((brand): Brand => {
    const examples = examplesFor(brand.examples ?? [], posts, keep, (post) => isAboutBrand(post, brand.id));
    const about = examples.filter(({ is }) => is).length;
    // Nobody said that any of them is about something else: there is nothing to tell apart.
    if (about === examples.length) return brand;
    const { model, quality } = learnTheme(examples, () => true);
    report.push({
      id: brand.id,
      about,
      notAbout: examples.length - about,
      words: quality?.words ?? null,
      model: quality?.model ?? null,
      isBetter: model !== undefined,
    });
    return model ? { ...brand, examples } : brand;
  });
  return { brands, report };
}

/**
 * What people's corrections teach the machine: log odds of words, and examples of themes, each only where it is better on
 * corrections that were held out. Answers a workspace that nobody saved; from the same posts and corrections always the same.
 */
export async function retrainWorkspace(parts: RetrainParts): Promise<RetrainAnswer> {
  const { history, hashAuthor, workspace } = parts;
  const posts = await history.correctedPosts(mostCorrections);
  const { learned: _, ...shipped } = workspace;
  const see = createEye(compileRules({ ...shipped, corrections: [] }, 0, { hashAuthor }));
  const lessons = new Map<string, Lesson>();
  for (const post of posts) {
    const label = labelOf(post);
    const seen = label && see(post);
    // A text that many people copied is one lesson, of what was said of it last.
    if (label && seen) lessons.set(seen.words.join(' '), { ...seen, label });
  }
  const isEnough = lessons.size >= fewestLessons;
  const outcome = learnSentiment([...lessons.values()], isEnough ? await readOthers(parts, see) : []);
  const { themes, report } = retrainThemes(parts, posts);
  const { brands, report: brandReport } = retrainBrands(parts, posts);
  const { learned, ...measured } = outcome;
  return {
    workspace: { ...shipped, brands, themes, ...(learned ? { learned } : {}) },
    sentiment: { ...measured, needed: { all: fewestLessons, ...fewestOfEach }, isBetter: learned !== undefined },
    themes: report,
    brands: brandReport,
  };
}
