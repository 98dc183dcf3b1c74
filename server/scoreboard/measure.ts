import type { Stage } from '../../shared/domain.ts';
import { fewestLabels, type MeasuredShare } from '../../shared/scoreboard.ts';
import { createRandom, type Random } from '../random.ts';

export type Answer = 'yes' | 'no';
/** One label: its answer, or `out` where the question does not arise, and how many posts it stands for. */
export type Weighed = { stratum: Stage; weight: number; answer: Answer | 'out' };
/** Which answers a post of a stage can give, whether or not one was seen: so much is not known of what was never drawn. */
export type Possible = Readonly<Partial<Record<Stage, readonly Answer[]>>>;

const draws = 1_000;
const prior = 0.5;
const tail = 0.05;

/** Of the gamma distribution with this shape and scale 1 (Marsaglia and Tsang 2000). */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}

type Counts = { posts: number; yes: number; no: number; out: number };

function countStrata(labels: readonly Weighed[]): Map<Stage, Counts> {
  const strata = new Map<Stage, Counts>();
  for (const { stratum, weight, answer } of labels) {
    const counts = strata.get(stratum) ?? { posts: 0, yes: 0, no: 0, out: 0 };
    counts.posts += weight;
    counts[answer] += 1;
    strata.set(stratum, counts);
  }
  return strata;
}

/** One possible world: how many posts of each stage answer yes, of those of which the question can be asked. */
function drawShare(strata: ReadonlyMap<Stage, Counts>, possible: Possible, random: Random): number {
  let yes = 0;
  let all = 0;
  for (const [stage, counts] of strata) {
    const mass = (answer: Answer) => {
      const shape = counts[answer] + (possible[stage]?.includes(answer) ? prior : 0);
      return shape === 0 ? 0 : gamma(shape, random);
    };
    const ofYes = mass('yes');
    const ofNo = mass('no');
    const whole = ofYes + ofNo + gamma(counts.out + prior, random);
    yes += (counts.posts * ofYes) / whole;
    all += (counts.posts * (ofYes + ofNo)) / whole;
  }
  return all === 0 ? 0 : yes / all;
}

/**
 * The share of posts for which the answer is yes. Each label weighs as many posts as it was drawn for (Horvitz and Thompson, as a
 * ratio). The interval holds 90 of 100 draws from the posterior: in each stage yes, no and out are multinomial with Jeffreys'
 * prior, so that what was never seen among few labels is not taken for impossible. The same labels, the same interval.
 */
export function measureShare(labels: readonly Weighed[], possible: Possible): MeasuredShare {
  const counted = labels.filter(({ answer }) => answer !== 'out');
  if (counted.length < fewestLabels) return { labels: counted.length, share: null, low: null, high: null };
  let yes = 0;
  let all = 0;
  for (const { weight, answer } of counted) {
    all += weight;
    if (answer === 'yes') yes += weight;
  }
  const share = yes / all;
  const strata = countStrata(labels);
  const random = createRandom(1);
  const worlds = Float64Array.from({ length: draws }, () => drawShare(strata, possible, random)).sort();
  const low = worlds[Math.floor(draws * tail)]!;
  const high = worlds[Math.ceil(draws * (1 - tail)) - 1]!;
  return { labels: counted.length, share, low: Math.min(low, share), high: Math.max(high, share) };
}
