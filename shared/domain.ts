import { z } from 'zod';
import { alertSettingsSchema } from './alerts.ts';
import { launchDecisionSchema } from './decisions.ts';
import { fault } from './fault.ts';
import { id } from './id.ts';
import type { Channel, Opinion, Probabilities } from './kinds.ts';
import { moment } from './moment.ts';
import { launchColumnsSchema, launchOutcomeSchema, outcomeNameSchema } from './outlook.ts';
import { lessonsSchema, turnVerdictSchema } from './retrospective.ts';
import { correctionFaults, learnedSchema, queryCorrectionSchema, wordOverrideSchema } from './ruleCorrections.ts';
import { visible, visibleLines } from './visible.ts';

export { colorOf } from './colorOf.ts';
export {
  type Channel,
  channels,
  firstSortReasons,
  type Opinion,
  type Probabilities,
  type SentimentLabel,
  type SetAsideReason,
  type Stage,
  secondSortReasons,
  sentimentLabels,
  setAsideReasons,
  stages,
} from './kinds.ts';
export { moment } from './moment.ts';
export type { Learned, QueryCorrection, WordOverride } from './ruleCorrections.ts';

/** `score` in -1..1. For `unscored`, score is 0 and probabilities are absent. */
export type Sentiment = { label: Opinion; score: number; probabilities?: Probabilities };

export type Metrics = { likes?: number; replies?: number; shares?: number; views?: number; followers?: number };

/** What a source delivered, after parsing. `at` is when it was said, epoch ms. `author` is already a keyed hash. */
export type Post = {
  id: string;
  source: string;
  channel: Channel;
  at: number;
  text: string;
  title?: string;
  author?: string;
  /** As the source says it, lower case ISO 639-1 ("en"); detected when absent. */
  lang?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  country?: string;
  url?: string;
  rating?: number;
  metrics?: Metrics;
};

const name = visible(z.string().trim().min(1).max(120));
/** What it is called in a language where that is not its `name`. */
const names = z.strictObject({ en: name.optional(), fr: name.optional() });
const query = visibleLines(z.string().max(20_000));
const someQuery = visibleLines(z.string().min(1).max(20_000));

export const timeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  },
  fault('not-a-zone', 'is no time zone of the IANA list, such as Europe/Paris'),
);

const examples = z.array(z.strictObject({ text: z.string().min(1).max(10_000), is: z.boolean() }));
export const brandSchema = z.strictObject({
  id,
  name,
  query: someQuery,
  /** Index 1..12 into the palette; the order of brands decides when absent. */
  color: z.number().int().min(1).max(12).optional(),
  /** Words hidden from the sentiment scorer besides those the query names ("united" is a brand, not praise). */
  masks: z.array(visible(z.string().min(1))).optional(),
  /** Texts that its words find, about it or about a namesake ("Joker" the film, "Joker" in a game). */
  examples: examples.optional(),
});
export const themeSchema = z.strictObject({
  id: id.refine((value) => value !== 'none', fault('none-is-no-theme', '"none" means: no theme')),
  name,
  names: names.optional(),
  query: someQuery,
  examples: examples.optional(),
});
export const launchEventSchema = z.strictObject({
  at: moment,
  name,
  names: names.optional(),
  kind: visible(z.string().max(80)),
});
/** A launch told apart: "teaser", "first week". Hours after T0, negative before it, so that a T0 that moves takes them along. */
const mostHours = 10 * 366 * 24;
const hours = z.number().min(-mostHours).max(mostHours);
export const launchPhaseSchema = z.strictObject({ name, from: hours, to: hours }).refine(({ from, to }) => from < to, {
  path: ['to'],
  ...fault('ends-before-it-begins', 'a phase ends after it begins'),
});

const launchStarts = z
  .array(z.strictObject({ country: z.string().length(2).toUpperCase(), at: moment, timeZone }))
  .superRefine((starts, context) => {
    const repeated = hasRepeats(starts.map(({ country }) => country));
    if (repeated === undefined) return;
    const said = fault('repeated-country', `the country "${repeated}" starts twice`, { name: repeated });
    context.addIssue({ code: 'custom', ...said });
  });

export const launchSchema = z.strictObject({
  id,
  name,
  names: names.optional(),
  brand: z.string(),
  query: query.optional(),
  at: moment,
  timeZone: timeZone.default('UTC'),
  starts: launchStarts.optional(),
  events: z.array(launchEventSchema).default([]),
  decisions: z.array(launchDecisionSchema).default([]),
  phases: z.array(launchPhaseSchema).max(50).optional(),
  /** Ids of brands that are watched beside its own. */
  competitors: z.array(z.string()).max(50).optional(),
  /** Ids of the launches that this one is measured against; absent: all others that are over or under way. */
  compareWith: z.array(z.string()).max(200).optional(),
  /** What people say of turning points that were found. */
  turns: z.array(turnVerdictSchema).max(200).optional(),
  /** What the next launch should know. */
  lessons: lessonsSchema.optional(),
  /** What came of it, once that is known, and numbers that no post tells: what an outlook learns from. */
  outcome: launchOutcomeSchema.optional(),
  columns: launchColumnsSchema.optional(),
});

function hasRepeats(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const one of ids) {
    if (seen.has(one)) return one;
    seen.add(one);
  }
  return undefined;
}

const idOf = (one: unknown): unknown => (one as { id?: unknown } | null)?.id;

const savedViewSchema = z.strictObject({
  id,
  name,
  /** The address of Explore from its `?` on, without what belongs to a screen: language, look, the message that is open. */
  search: z
    .string()
    .max(4_000)
    .refine(
      (text) => /^(\?\S+)?$/.test(text),
      fault('bad-search', 'should be empty or begin with "?" and hold no spaces'),
    ),
});

/** What is wrong with a place of a document, as `fault` says it. */
export type ReferenceFault = { path: (string | number)[] } & ReturnType<typeof fault>;

/**
 * Ids used twice, and brands, themes and launches that are not there. Reads any value: what else is wrong with a document must not hide
 * these, since every fault is named at once.
 */
export function referenceFaults(document: unknown): ReferenceFault[] {
  const faults: ReferenceFault[] = [];
  const listOf = (key: string): readonly unknown[] => listIn(document, key);
  const known = new Set(listOf('brands').map(idOf));
  const launches = new Set(listOf('launches').map(idOf));
  const noBrand = (name: string) => fault('unknown-brand', `no brand "${name}"`, { name });
  const noLaunch = (name: string) => fault('unknown-launch', `no launch "${name}"`, { name });
  const repeat = (name: string) => fault('repeated-id', `the id "${name}" is used twice`, { name });
  const idsOf = (items: readonly unknown[]) => items.map(idOf).filter((one) => typeof one === 'string');
  for (const key of ['brands', 'themes', 'brandSets', 'launches', 'corrections', 'views']) {
    const repeated = hasRepeats(idsOf(listOf(key)));
    if (repeated) faults.push({ path: [key], ...repeat(repeated) });
  }
  const repeatedRule = hasRepeats(idsOf(rulesIn(document)));
  if (repeatedRule) faults.push({ path: ['alerts', 'rules'], ...repeat(repeatedRule) });
  listOf('brandSets').forEach((set, index) => {
    const brands = (set as { brands?: unknown } | null)?.brands;
    for (const brand of textsIn(brands))
      if (!known.has(brand)) faults.push({ path: ['brandSets', index, 'brands'], ...noBrand(brand) });
  });
  listOf('launches').forEach((launch, index) => {
    const { id: own, brand, competitors, compareWith } = (launch ?? {}) as Record<string, unknown>;
    if (typeof brand === 'string' && !known.has(brand))
      faults.push({ path: ['launches', index, 'brand'], ...noBrand(brand) });
    for (const other of textsIn(competitors))
      if (!known.has(other)) faults.push({ path: ['launches', index, 'competitors'], ...noBrand(other) });
    for (const other of textsIn(compareWith)) {
      const path = ['launches', index, 'compareWith'];
      if (other === own) faults.push({ path, ...fault('itself', 'a launch is not compared with itself') });
      else if (!launches.has(other)) faults.push({ path, ...noLaunch(other) });
    }
  });
  const themes = new Set(listOf('themes').map(idOf));
  rulesIn(document).forEach((rule, index) => {
    const { brands, themes: named } = (rule ?? {}) as Record<string, unknown>;
    const path = (list: string) => ['alerts', 'rules', index, list];
    for (const brand of textsIn(brands))
      if (!known.has(brand)) faults.push({ path: path('brands'), ...noBrand(brand) });
    for (const theme of textsIn(named))
      if (!themes.has(theme))
        faults.push({ path: path('themes'), ...fault('unknown-theme', `no theme "${theme}"`, { name: theme }) });
  });
  return [...faults, ...correctionFaults(document)];
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function listIn(document: unknown, key: string): readonly unknown[] {
  const list = (document as Record<string, unknown> | null)?.[key];
  return Array.isArray(list) ? list : [];
}

const rulesIn = (document: unknown): readonly unknown[] =>
  listIn((document as { alerts?: unknown } | null)?.alerts ?? null, 'rules');

/** All settings as one document. Queries are checked for syntax by the server, which knows the compiler. */
export const workspaceSchema = z
  .strictObject({
    version: z.literal(1),
    name: visible(z.string().max(120)).default('Launchroom'),
    timeZone: timeZone.default('UTC'),
    /** Languages watched; empty: all. */
    languages: z
      .array(
        z
          .string()
          .max(20)
          .refine(
            (text) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(text),
            fault('bad-language', 'should be a language such as "en" or "pt-BR"'),
          ),
      )
      .default([]),
    brands: z.array(brandSchema).max(500).default([]),
    brandSets: z.array(z.strictObject({ id, name, brands: z.array(z.string()) })).default([]),
    themes: z.array(themeSchema).max(200).default([]),
    /** `targetPerDay`: what was asked for when the threshold was found; the threshold alone decides. */
    significance: z
      .strictObject({
        threshold: z.number().min(0).max(1).default(0.5),
        targetPerDay: z.number().int().min(0).max(10_000_000).optional(),
      })
      .default({ threshold: 0.5 }),
    launches: z.array(launchSchema).default([]),
    outcome: outcomeNameSchema.optional(),
    /** Absent: `defaultAlertSettings`. */
    alerts: alertSettingsSchema.optional(),
    overrides: z.array(wordOverrideSchema).max(500).optional(),
    /** In this order: of two that say something else of one mention the later one holds. */
    corrections: z.array(queryCorrectionSchema).max(200).optional(),
    learned: learnedSchema.optional(),
    /** Views of Explore that were given a name, in the order in which they are listed. */
    views: z.array(savedViewSchema).max(100).optional(),
  })
  .superRefine((workspace, context) => {
    for (const one of referenceFaults(workspace)) context.addIssue({ code: 'custom', ...one });
  });

export type Brand = z.infer<typeof brandSchema>;
export type Theme = z.infer<typeof themeSchema>;
export type Launch = z.infer<typeof launchSchema>;
export type SavedView = z.infer<typeof savedViewSchema>;
export type Workspace = z.infer<typeof workspaceSchema>;
