import { probabilityMore } from '../../shared/uncertainty.ts';
import { type Counts, noCounts } from './timeSeries.ts';

/** The sentence on top of Explore, as a key of the words and its values: claims a change only where it is sure. */
export type Headline =
  | { key: 'none' }
  | { key: 'noBefore'; leader: string; mentions: number; others: number }
  | { key: 'unjudged'; leader: string; mentions: number; others: number }
  | { key: 'steady'; brands: number }
  | {
      key: 'more' | 'fewer';
      brand: string;
      percent: number;
      times: number;
      steady: number;
      /** The others that surely changed, who changed most first. */
      up: string[];
      down: string[];
    }
  | { key: 'new'; brand: string; mentions: number };

const sureAbove = 0.9;

/** Of all brands that surely changed, the one whose mentions changed most leads. `isUnjudged`: hours were not heard, so that nobody knows what changed. */
export function exploreHeadline(
  now: ReadonlyMap<string, Counts>,
  earlier: ReadonlyMap<string, Counts> | null,
  brands: readonly string[],
  isUnjudged = false,
): Headline {
  const counted = brands.map((brand) => ({
    brand,
    now: (now.get(brand) ?? noCounts()).mentions,
    before: (earlier?.get(brand) ?? noCounts()).mentions,
  }));
  const leader = counted.reduce<(typeof counted)[number] | undefined>(
    (best, one) => (best === undefined || one.now > best.now ? one : best),
    undefined,
  );
  const hasBefore = earlier !== null && counted.some((one) => one.before > 0);
  if (!leader || (leader.now === 0 && !hasBefore)) return { key: 'none' };
  if (!hasBefore || isUnjudged) {
    const others = counted.filter((one) => one.brand !== leader.brand && one.now > 0).length;
    return { key: isUnjudged ? 'unjudged' : 'noBefore', leader: leader.brand, mentions: leader.now, others };
  }
  const moved = counted
    .filter((one) => {
      const more = probabilityMore(one.now, one.before);
      return more > sureAbove || more < 1 - sureAbove;
    })
    .sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before));
  const [first, ...others] = moved;
  if (!first) return { key: 'steady', brands: counted.length };
  if (first.before === 0) return { key: 'new', brand: first.brand, mentions: first.now };
  const ratio = first.now / first.before;
  return {
    key: ratio > 1 ? 'more' : 'fewer',
    brand: first.brand,
    percent: Math.round(Math.abs(ratio - 1) * 100),
    times: ratio,
    steady: counted.length - moved.length,
    up: others.filter((one) => one.now > one.before).map(({ brand }) => brand),
    down: others.filter((one) => one.now < one.before).map(({ brand }) => brand),
  };
}
