import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { analyze } from '../../server/pipeline/analyze.ts';
import { compileRules } from '../../server/pipeline/rules.ts';
import { createRandom } from '../../server/random.ts';
import { workspaceSchema } from '../../shared/domain.ts';
import { f1Of } from './measures.ts';

/** What the writers of beauty reviews ticked beside their text, each with six words that a marketer would give it unseen. */
const wordsOf: Record<string, string> = {
  'absorbs quickly': 'absorbs, absorb, sinks in, soaks in, quickly, greasy',
  hydrating: 'hydrating, hydrated, hydration, dry, dewy, plump',
  foamy: 'foam, foamy, lather, cleanser, bubbles, wash',
  moisturizing: 'moisturizing, moisturizer, moisture, moist, cream, soft',
  intensive: 'intense, intensive, strong, powerful, treatment, rich',
  lightweight: 'lightweight, light, thin, heavy, airy, weightless',
  exfoliating: 'exfoliating, exfoliate, scrub, peel, smooth, dead skin',
  milky: 'milky, milk, creamy, texture, lotion, smooth',
  soothing: 'soothing, soothe, calm, redness, irritation, gentle',
};
export const tags = Object.keys(wordsOf);
const examplesOfAKind = 10;

type Review = { text: string; tags: ReadonlySet<string> };

export function readTagged(folder: string): Review[] {
  const file = gunzipSync(readFileSync(join(folder, 'beauty-sephora-2017/reviews.csv.gz')));
  const rows: Record<string, string>[] = parse(file, { columns: true, relax_quotes: true });
  return rows
    .map((row) => ({
      text: `${row.review_title ?? ''}. ${row.review_text ?? ''}`,
      tags: new Set((row.tags ?? '').replaceAll(/[{}"]/g, '').split(',').filter(Boolean)),
    }))
    .filter((review) => review.tags.size > 0);
}

type Examples = ReadonlyMap<string, { text: string; is: boolean }[]>;

/** Mean over the tags of the F1 with which their reviews are found. */
function macroF1(reviews: readonly Review[], examples?: Examples): number {
  const workspace = workspaceSchema.parse({
    version: 1,
    brands: [{ id: 'any', name: 'Any', query: 'channel:review' }],
    themes: tags.map((tag, index) => ({
      id: `t${index}`,
      name: tag,
      query: wordsOf[tag],
      ...(examples ? { examples: examples.get(tag) } : {}),
    })),
  });
  const rules = compileRules(workspace, 1);
  const found = reviews.map(({ text }, index) => {
    const { themes } = analyze({ id: `${index}`, source: 'b', channel: 'review', at: 0, text, lang: 'en' }, rules);
    return new Set(themes.map(({ id }) => id));
  });
  let sum = 0;
  tags.forEach((tag, index) => {
    sum += f1Of(
      reviews.map((review) => review.tags.has(tag)),
      found.map((themes) => themes.has(`t${index}`)),
    );
  });
  return sum / tags.length;
}

/** By six words each; and with twenty reviews labelled besides, half of them with the tag, which then judge nothing. */
export function judgeThemes(folder: string): { reviews: number; words: number; examples: number } {
  const reviews = readTagged(folder);
  const random = createRandom(3);
  const shuffled = reviews.map((review) => ({ review, lot: random() })).sort((a, b) => a.lot - b.lot);
  const used = new Set<Review>();
  const examples: Examples = new Map(
    tags.map((tag) => {
      const ofKind = (is: boolean) =>
        shuffled
          .map(({ review }) => review)
          .filter((review) => review.tags.has(tag) === is)
          .slice(0, examplesOfAKind);
      const chosen = [...ofKind(true), ...ofKind(false)];
      for (const review of chosen) used.add(review);
      return [tag, chosen.map((review) => ({ text: review.text, is: review.tags.has(tag) }))];
    }),
  );
  const others = reviews.filter((review) => !used.has(review));
  return { reviews: reviews.length, words: macroF1(reviews), examples: macroF1(others, examples) - macroF1(others) };
}
