import { z } from 'zod';
import { fault } from './fault.ts';
import { id } from './id.ts';
import { channels, sentimentLabels } from './kinds.ts';
import { moment } from './moment.ts';
import { visible, visibleLines } from './visible.ts';

/** Corrections that are rules: members of the workspace, so that they have a version, a preview and a way back. */

const reference = z.string().min(1).max(80);
const references = z.array(reference).min(1).max(200);

/** What a word means here, for all brands or for one: "sick" is praise. One word or emoji, as posts are cut into words. */
export const wordOverrideSchema = z.strictObject({
  word: visible(z.string().trim().min(1).max(60)),
  sentiment: z.enum(sentimentLabels),
  brand: reference.optional(),
});

/** Which mentions: everything said must hold of what the machine found by itself. `from` inclusive, `to` exclusive. */
const whereSchema = z
  .strictObject({
    query: visibleLines(z.string().min(1).max(20_000)).optional(),
    from: moment.optional(),
    to: moment.optional(),
    brands: references.optional(),
    themes: references.optional(),
    channels: z.array(z.enum(channels)).min(1).optional(),
    langs: z.array(z.string().max(20).toLowerCase()).min(1).max(50).optional(),
    opinions: z
      .array(z.enum([...sentimentLabels, 'unscored']))
      .min(1)
      .optional(),
  })
  .refine(({ from, to, ...by }) => Object.keys(by).length > 0, {
    ...fault(
      'range-alone',
      'a range alone is every mention of it: say also a query, brands, themes, channels, langs or opinions',
    ),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from < to, {
    path: ['from'],
    ...fault('from-after-to', 'from is not earlier than to'),
  });

/** What a person says of all of them. `brand` narrows sentiment and relevance to one brand. */
const saySchema = z
  .strictObject({
    brand: reference.optional(),
    sentiment: z.enum(sentimentLabels).optional(),
    addThemes: references.optional(),
    dropThemes: references.optional(),
    relevant: z.boolean().optional(),
  })
  .refine(({ brand, ...said }) => Object.keys(said).length > 0, {
    ...fault('nothing-said', 'say at least one of sentiment, addThemes, dropThemes, relevant'),
  })
  .refine(({ addThemes = [], dropThemes = [] }) => !addThemes.some((theme) => dropThemes.includes(theme)), {
    path: ['dropThemes'],
    ...fault('added-and-dropped', 'a theme is added and dropped at once'),
  });

export const queryCorrectionSchema = z.strictObject({ id, where: whereSchema, say: saySchema });

const weight = z.number().min(-8).max(8);
const share = z.number().min(0).max(1);

/**
 * What corrections taught: log odds that are added to a sentiment's, against neutral, once for every text and for each of
 * its words. `measured`: right answers of the shipped model and with this, on corrections held out while it was learned.
 */
export const learnedSchema = z.strictObject({
  bias: z.strictObject({ negative: weight, positive: weight }),
  words: z.array(z.strictObject({ word: z.string().min(1).max(60), negative: weight, positive: weight })).max(500),
  measured: z.strictObject({ corrections: z.number().int().min(0), shipped: share, learned: share }),
});

export type WordOverride = z.infer<typeof wordOverrideSchema>;
export type QueryCorrection = z.infer<typeof queryCorrectionSchema>;
export type Learned = z.infer<typeof learnedSchema>;

type Fault = { path: (string | number)[] } & ReturnType<typeof fault>;
const idsIn = (document: unknown, key: string): Set<unknown> => {
  const list = (document as Record<string, unknown> | null)?.[key];
  return new Set(Array.isArray(list) ? list.map((one) => (one as { id?: unknown } | null)?.id) : []);
};
const listIn = (document: unknown, key: string): readonly unknown[] => {
  const list = (document as Record<string, unknown> | null)?.[key];
  return Array.isArray(list) ? list : [];
};

/** Brands and themes that corrections name and that are not there. Reads any value, as `referenceFaults` does. */
export function correctionFaults(document: unknown): Fault[] {
  const faults: Fault[] = [];
  const brands = idsIn(document, 'brands');
  const themes = idsIn(document, 'themes').add('none');
  const check = (value: unknown, known: ReadonlySet<unknown>, kind: string, path: (string | number)[]) => {
    const asked = Array.isArray(value) ? value : [value];
    for (const one of asked)
      if (typeof one === 'string' && !known.has(one))
        faults.push({ path, ...fault(`unknown-${kind}`, `no ${kind} "${one}"`, { name: one }) });
  };
  listIn(document, 'overrides').forEach((one, index) => {
    check((one as { brand?: unknown } | null)?.brand, brands, 'brand', ['overrides', index, 'brand']);
  });
  listIn(document, 'corrections').forEach((one, index) => {
    const { where, say } = (one ?? {}) as { where?: Record<string, unknown>; say?: Record<string, unknown> };
    const at = (part: string, key: string) => ['corrections', index, part, key];
    check(where?.brands, brands, 'brand', at('where', 'brands'));
    check(where?.themes, themes, 'theme', at('where', 'themes'));
    check(say?.brand, brands, 'brand', at('say', 'brand'));
    for (const key of ['addThemes', 'dropThemes'] as const) {
      const asked = say?.[key];
      check(asked, themes, 'theme', at('say', key));
      if (Array.isArray(asked) && asked.includes('none'))
        faults.push({ path: at('say', key), ...fault('none-is-no-theme', '"none" means: no theme') });
    }
  });
  return faults;
}
