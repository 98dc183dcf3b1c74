import type { Stage } from '../../shared/domain.ts';
import { mix } from '../pipeline/mix.ts';

/** What drawing needs of a post. */
export type Drawable = { seq: number; stage: Stage; themes: readonly string[] };

/** A theme to ask about, and the probability with which it is this one that is asked about. */
export type AskedTheme = { theme: string; themeChance: number };
/** One drawn post. */
export type Drawn = { seq: number; stratum: Stage } & Partial<AskedTheme>;
export type Drawing = { items: Drawn[]; population: Record<Stage, number> };

/**
 * Twenty a day. Set-aside posts are most of a stream and mostly rightly there, kept ones carry the figures: each kind has its own
 * number, and its weight says how many posts it stands for.
 */
export const drawnOf: Readonly<Record<Stage, number>> = { significant: 8, important: 6, 'set-aside': 6 };
const strata = Object.keys(drawnOf) as Stage[];
/** One of so many questions about a theme asks for one that the machine does not see, so that yes is not always right. */
const decoyOneIn = 4;

/** The order in which posts would be drawn: the same for the same seed, whatever order they come in. */
const lot = (seed: number, seq: number) => mix(Math.imul(seq | 0, 0x9e3779b1) ^ seed) >>> 0;

/**
 * Draws one sheet: simple random samples without replacement, one for each stage. `seed` decides all of it. Fewer posts of a
 * stage than are wanted: all of them.
 */
export function createDrawing(seed: number, themes: readonly string[]) {
  const population: Record<Stage, number> = { significant: 0, important: 0, 'set-aside': 0 };
  const best: Record<Stage, { lot: number; post: Drawable }[]> = { significant: [], important: [], 'set-aside': [] };

  function themeAsked({ seq, themes: seen }: Drawable): AskedTheme | undefined {
    if (seen.length === 0) return undefined;
    const dice = lot(seed ^ 0x5bd1e995, seq);
    const others = themes.filter((theme) => !seen.includes(theme));
    const ofDecoy = others.length > 0 ? 1 / decoyOneIn : 0;
    const isDecoy = others.length > 0 && dice % decoyOneIn === 0;
    const among = isDecoy ? others : seen;
    const chance = isDecoy ? ofDecoy : 1 - ofDecoy;
    return { theme: among[(dice >>> 8) % among.length]!, themeChance: chance / among.length };
  }

  return {
    /** `isOpen` false: it counts among the posts, and is not drawn. */
    add(post: Drawable, isOpen = true): void {
      population[post.stage] += 1;
      if (!isOpen) return;
      const among = best[post.stage];
      among.push({ lot: lot(seed, post.seq), post });
      if (among.length <= drawnOf[post.stage]) return;
      among.sort((a, b) => a.lot - b.lot || a.post.seq - b.post.seq);
      among.pop();
    },
    /** Kinds mixed, so that the place on the sheet says nothing. */
    finish(): Drawing {
      const items = strata.flatMap((stratum) =>
        best[stratum].map(({ post }): Drawn => ({ seq: post.seq, stratum, ...themeAsked(post) })),
      );
      items.sort((a, b) => lot(~seed, a.seq) - lot(~seed, b.seq) || a.seq - b.seq);
      return { items, population };
    },
  };
}
