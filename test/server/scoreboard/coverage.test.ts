import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../server/random.ts';
import { createDrawing } from '../../../server/scoreboard/drawSheet.ts';
import { type Judged, resultsOf } from '../../../server/scoreboard/results.ts';
import type { Stage } from '../../../shared/domain.ts';

/** A day of which everything is known; rates are of 0..1. */
type Day = { posts: number; matters: Readonly<Record<Stage, number>>; agrees: number };
/** One post of it, and what a person would say. */
type Known = { stage: Stage; matters: boolean; agrees: boolean; themes: string[]; speaksOfPrice: boolean };

const figures = ['recall', 'precision', 'sentiment', 'price'] as const;
type Figures = Record<(typeof figures)[number], number>;

function inventPost({ matters, agrees }: Day, random: Random): Known {
  const kind = random();
  const stage = kind < 0.06 ? 'significant' : kind < 0.3 ? 'important' : 'set-aside';
  const themes = [...(random() < 0.5 ? ['price'] : []), ...(random() < 0.4 ? ['scent'] : [])];
  return {
    stage,
    matters: random() < matters[stage],
    agrees: random() < agrees,
    themes: stage === 'set-aside' ? [] : themes,
    speaksOfPrice: random() < (themes.length > 1 ? 0.6 : 0.9),
  };
}

function label({ stage, matters, agrees, themes, speaksOfPrice }: Known, theme: string | undefined) {
  const relevance = matters ? 'matters' : stage === 'set-aside' ? 'not-about-us' : 'in-passing';
  const sentiment = agrees ? 'positive' : 'negative';
  return {
    label: { relevance, sentiment, theme: theme === 'price' && speaksOfPrice },
    machine: { stage, lang: 'en', sentiment: 'positive', brands: ['a'], themes },
  } satisfies Pick<Judged, 'label' | 'machine'>;
}

/** Labels a sheet of each day, and knows what they ought to find. */
function labelMonth(days: readonly Day[], seed: number): { judged: Judged[]; truth: Figures } {
  const random = createRandom(seed);
  const all: Known[] = [];
  const judged = days.flatMap((day, number) => {
    const posts = Array.from({ length: day.posts }, () => inventPost(day, random));
    all.push(...posts);
    const drawing = createDrawing(seed * 1_000 + number, ['price', 'scent']);
    posts.forEach(({ stage, themes }, seq) => {
      drawing.add({ seq, stage, themes });
    });
    const { items, population } = drawing.finish();
    return items.map(({ seq, stratum, theme, themeChance }): Judged => {
      const weight = population[stratum] / items.filter((one) => one.stratum === stratum).length;
      return { stratum, weight, theme, themeChance, ...label(posts[seq]!, theme) };
    });
  });
  const shareOf = (part: (post: Known) => boolean, whole: (post: Known) => boolean) =>
    all.filter((post) => part(post) && whole(post)).length / all.filter(whole).length;
  const isSignificant = ({ stage }: Known) => stage === 'significant';
  const truth = {
    recall: shareOf(isSignificant, ({ matters }) => matters),
    precision: shareOf(({ matters }) => matters, isSignificant),
    sentiment: shareOf(
      ({ agrees }) => agrees,
      ({ stage }) => stage !== 'set-aside',
    ),
    price: shareOf(
      ({ speaksOfPrice }) => speaksOfPrice,
      ({ themes }) => themes.includes('price'),
    ),
  };
  return { judged, truth };
}

/** How often of so many months each interval holds the truth, and by how much the shares are off on average. */
function tryMonths(days: readonly Day[], months: number): { held: Figures; bias: Figures } {
  const zero = () => ({ recall: 0, precision: 0, sentiment: 0, price: 0 });
  const [held, bias] = [zero(), zero()];
  for (let seed = 1; seed <= months; seed++) {
    const { judged, truth } = labelMonth(days, seed);
    const { recall, precision, sentiment, themes } = resultsOf(judged);
    const measured = { recall, precision, sentiment, price: themes.find(({ id }) => id === 'price')! };
    for (const what of figures) {
      const { share, low, high } = measured[what];
      if (low! <= truth[what] && truth[what] <= high!) held[what] += 1 / months;
      bias[what] += (share! - truth[what]) / months;
    }
  }
  return { held, bias };
}

const quiet: Day = { posts: 1_000, matters: { significant: 0.7, important: 0.08, 'set-aside': 0.004 }, agrees: 0.7 };
const launch: Day = {
  posts: 12_000,
  matters: { significant: 0.85, important: 0.15, 'set-aside': 0.012 },
  agrees: 0.55,
};

/**
 * So many months tell a share to seven points (two standard errors), and so much below what more of them say is allowed
 * here. What more of them say stands beside each.
 */
const months = 80;

describe('the intervals of the scoreboard', () => {
  it(`hold the truth in about 90 of 100 months whose days are alike (seeds 1 to ${months})`, () => {
    const days = Array.from({ length: 30 }, () => quiet);
    const { held, bias } = tryMonths(days, months);
    // Of 300: recall 89, precision 93, sentiment 88, a theme 87.
    for (const what of figures) expect(held[what], what).toBeGreaterThan(0.8);
    for (const what of figures) expect(held[what], what).toBeLessThan(0.98);
    for (const what of figures) expect(Math.abs(bias[what]), what).toBeLessThan(0.03);
  });

  it(`lose little when three days of a launch, unlike the rest, are most of a month (seeds 1 to ${months})`, () => {
    const days = Array.from({ length: 30 }, (_, day) => (day >= 10 && day < 13 ? launch : quiet));
    const { held, bias } = tryMonths(days, months);
    // Of 200: recall 84, precision 92, sentiment 86, a theme 87. Labels that all count alike would hold 43 to 76.
    for (const what of figures) expect(held[what], what).toBeGreaterThan(0.78);
    for (const what of figures) expect(Math.abs(bias[what]), what).toBeLessThan(0.04);
  });
});
