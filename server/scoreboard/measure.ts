import type { Stage } from '../../shared/domain.ts';
import { fewestLabels, type MeasuredShare } from '../../shared/scoreboard.ts';
import { createRandom, type Random } from '../random.ts';

export type Answer = 'yes' | 'no';
/** One label: its answer, or `out` where the question does not arise, and how many posts it stands for. */
export type Weighed = { stratum: Stage; weight: number; answer: Answer | 'out' };
/** Which answers a post of a stage can give, whether or not one was seen: so much is not known of what was never drawn. */
export type Possible = Readonly<Partial<Record<Stage, readonly Answer[]>>>;

/** Posts of a stage that no label stands for: their answers are as uncertain as those of its labels, or wholly. */
export type PostsOf = Readonly<Partial<Record<Stage, number>>>;

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

/** Weights added up: what so many labels are worth. */
type Sum = { weight: number; squares: number };
type Stratum = Record<Answer | 'out', Sum> & { unjudged: number };

const added = (...sums: readonly Sum[]): Sum => ({
  weight: sums.reduce((all, { weight }) => all + weight, 0),
  squares: sums.reduce((all, { squares }) => all + squares, 0),
});

/**
 * How many labels of equal weight tell as much (Kish): a label of a quiet day weighs little beside one of a launch day, and
 * twenty of the one and one of the other are worth hardly more than one.
 */
const worthOf = ({ weight, squares }: Sum): number => (squares === 0 ? 0 : (weight * weight) / squares);

function sumStrata(labels: readonly Weighed[], unjudged: PostsOf): Map<Stage, Stratum> {
  const strata = new Map<Stage, Stratum>();
  const stratumOf = (stage: Stage): Stratum => {
    const nothing = (): Sum => ({ weight: 0, squares: 0 });
    const sums = strata.get(stage) ?? { yes: nothing(), no: nothing(), out: nothing(), unjudged: unjudged[stage] ?? 0 };
    strata.set(stage, sums);
    return sums;
  };
  for (const stage of Object.keys(unjudged) as Stage[]) stratumOf(stage);
  for (const { stratum, weight, answer } of labels) {
    const sums = stratumOf(stratum);
    sums[answer] = added(sums[answer], { weight, squares: weight * weight });
  }
  return strata;
}

/** The part that is the first of two, where so many of each were seen; a shape of 0 is impossible. */
function drawPart(first: number, second: number, random: Random): number {
  if (first === 0 || second === 0) return first === 0 ? 0 : 1;
  const one = gamma(first, random);
  return one / (one + gamma(second, random));
}

/**
 * One possible world: how many posts of each stage answer yes, of those of which the question can be asked. Whether it can be
 * asked is drawn first, then the answer, each with as many labels as theirs are worth. `unseen`: the answer that a stage may hold
 * although none of its labels gave it; the other one, where never given, is taken not to be there.
 */
function drawShare(strata: ReadonlyMap<Stage, Stratum>, possible: Possible, unseen: Answer, random: Random): number {
  let ofYes = 0;
  let ofAll = 0;
  for (const [stage, { yes, no, out, unjudged }] of strata) {
    const all = added(yes, no, out);
    const asked = added(yes, no);
    const isSeen = { yes: yes.weight > 0, no: no.weight > 0 };
    const before = (answer: Answer) =>
      possible[stage]?.includes(answer) && (isSeen[answer] || answer === unseen) ? prior : 0;
    const labelsOf = (sum: Sum, among: Sum) => (among.weight === 0 ? 0 : (worthOf(among) * sum.weight) / among.weight);
    const canBeAsked = labelsOf(asked, all) + before('yes') + before('no');
    const posts = (all.weight + unjudged) * drawPart(canBeAsked, labelsOf(out, all) + prior, random);
    const part = drawPart(labelsOf(yes, asked) + before('yes'), labelsOf(no, asked) + before('no'), random);
    ofYes += posts * part;
    ofAll += posts;
  }
  return ofAll === 0 ? 0 : ofYes / ofAll;
}

/**
 * The share of posts for which the answer is yes. Each label weighs as many posts as it was drawn for (Horvitz and Thompson, as a
 * ratio). The interval holds 90 of 100 draws from the posterior: in each stage yes, no and out are multinomial with Jeffreys'
 * prior, and labels count as what they are worth (Kish's effective number). What was never seen among few labels may be there or
 * not: for the lower end the worse of it may be there, for the upper end it is not (Jeffreys' interval as Brown, Cai and DasGupta
 * mend it at its ends). The same labels, the same interval.
 */
export function measureShare(labels: readonly Weighed[], possible: Possible, unjudged: PostsOf = {}): MeasuredShare {
  const counted = labels.filter(({ answer }) => answer !== 'out');
  if (counted.length < fewestLabels) return { labels: counted.length, share: null, low: null, high: null };
  let yes = 0;
  let all = 0;
  for (const { weight, answer } of counted) {
    all += weight;
    if (answer === 'yes') yes += weight;
  }
  const share = yes / all;
  const strata = sumStrata(labels, unjudged);
  const worldsWith = (unseen: Answer) => {
    const random = createRandom(1);
    return Float64Array.from({ length: draws }, () => drawShare(strata, possible, unseen, random)).sort();
  };
  const hasUnseen = [...strata].some(([stage, sums]) => possible[stage]?.some((answer) => sums[answer].weight === 0));
  const worse = worldsWith('no');
  const better = hasUnseen ? worldsWith('yes') : worse;
  const low = worse[Math.floor(draws * tail)]!;
  const high = better[Math.ceil(draws * (1 - tail)) - 1]!;
  return { labels: counted.length, share, low: Math.min(low, share), high: Math.max(high, share) };
}
