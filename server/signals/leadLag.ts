import type { LeadLag } from '../../shared/signals.ts';
import { createRandom } from '../random.ts';
import { withoutRhythm } from './withoutRhythm.ts';

/** With fewer common steps nothing is said. */
export const neededSteps = 30;
const chanceBelow = 0.05;
const draws = 200;
const rounds = 199;
/** From so many whole days on days are shuffled, and the rhythm that is left in both stays where it is. */
const enoughDays = 8;
/** Fewer pairs make no correlation. */
const leastPairs = 15;

/**
 * Says by how many steps an outside series moves before (lag above zero) or after buzz: both as differences, which takes level
 * and trend away, without the rhythm of the day (of the week where steps are days). The lag is where they correlate most, its 90 %
 * interval a moving-block bootstrap's. Refused unless they agree better than
 * all but one in 20 reorderings of the outside series do, block by block: each keeps its own memory then, and only what they have
 * in common in time is gone.
 */
export function leadLag(
  outside: readonly (number | null)[],
  buzz: readonly (number | null)[],
  stepsADay: 24 | 1,
  seed = 1,
): LeadLag {
  const steps = outside.filter((value, k) => value !== null && buzz[k] !== null && buzz[k] !== undefined).length;
  const refused = { steps, neededSteps };
  if (steps < neededSteps) return { is: 'thin', ...refused };
  const [common, spoken] = whereBothAre(outside, buzz, stepsADay === 24 ? 24 : 14);
  const x = withoutRhythm(common, stepsADay);
  const y = withoutRhythm(spoken, stepsADay);
  if (!moves(x) || !moves(y)) return { is: 'flat', ...refused };
  const length = Math.min(x.length, y.length);
  const mostLag = Math.min(stepsADay === 24 ? 24 : 14, Math.floor(length / 6));
  const best = bestLag(x, y, mostLag);
  if (!best) return { is: 'thin', ...refused };
  const random = createRandom(seed);

  let asGood = 0;
  for (let round = 0; round < rounds; round += 1) {
    const other = bestLag(shuffled(x, stepsADay, random), y, mostLag);
    if (other && Math.abs(other.correlation) >= Math.abs(best.correlation)) asGood += 1;
  }
  const chance = (1 + asGood) / (1 + rounds);
  const { correlation, lag } = best;
  if (chance > chanceBelow) return { is: 'chance', steps, correlation, chance };
  return { is: 'found', steps, lag, correlation, chance, ...lagInterval(x, y, mostLag, best, random) };
}

type Values = readonly (number | null)[];

/**
 * Both cut to where they have steps in common, and as far beyond as they are moved against each other. Over a long axis of which little
 * is known, blocks would be reordered into places where nothing is: of two short rests that overlap by luck anything agrees with anything.
 */
function whereBothAre(outside: Values, buzz: Values, mostLag: number): [Values, Values] {
  const isCommon = (k: number) => outside[k] !== null && buzz[k] !== null && buzz[k] !== undefined;
  const places = [...outside.keys()].filter(isCommon);
  const [from, to] = [Math.max(0, places[0]! - mostLag), places.at(-1)! + 1 + mostLag];
  return [outside.slice(from, to), buzz.slice(from, to)];
}

const moves = (values: Float64Array) => new Set(values.filter((value) => !Number.isNaN(value))).size > 1;

type Best = { lag: number; correlation: number };

/** Its blocks in another order: what it remembers from step to step stays, what it has in common with others in time goes. */
function shuffled(x: Float64Array, stepsADay: 24 | 1, random: () => number): Float64Array {
  const period = stepsADay === 24 ? 24 : 7;
  const block = x.length >= enoughDays * period ? period : Math.max(3, Math.round(x.length ** (1 / 3)));
  const starts = Array.from({ length: Math.floor(x.length / block) }, (_, k) => k * block);
  const mixed = new Float64Array(x);
  for (let k = starts.length - 1; k > 0; k -= 1) {
    const other = Math.floor(random() * (k + 1));
    [starts[k], starts[other]] = [starts[other]!, starts[k]!];
  }
  for (const [k, start] of starts.entries()) mixed.set(x.subarray(start, start + block), k * block);
  return mixed;
}

/** The lag of the largest correlation. */
function bestLag(x: Float64Array, y: Float64Array, mostLag: number): Best | null {
  let best: Best | null = null;
  const length = Math.min(x.length, y.length);
  for (let lag = -mostLag; lag <= mostLag; lag += 1) {
    let [pairs, xy, xx, yy] = [0, 0, 0, 0];
    for (let t = Math.max(0, -lag); t < Math.min(length, length - lag); t += 1) {
      const a = x[t]!;
      const b = y[t + lag]!;
      if (Number.isNaN(a) || Number.isNaN(b)) continue;
      pairs += 1;
      xy += a * b;
      xx += a * a;
      yy += b * b;
    }
    if (pairs < leastPairs || xx === 0 || yy === 0) continue;
    const correlation = xy / Math.sqrt(xx * yy);
    // Of two that agree as well the one nearer to "at the same time".
    const isBetter = !best || Math.abs(correlation) > Math.abs(best.correlation) + 1e-12;
    const isNearer =
      best && Math.abs(correlation) > Math.abs(best.correlation) - 1e-12 && Math.abs(lag) < Math.abs(best.lag);
    if (isBetter || isNearer) best = { lag, correlation };
  }
  return best;
}

/** Draws blocks of moments, each with what lies at every lag of it, and looks where they would correlate most. */
function lagInterval(x: Float64Array, y: Float64Array, mostLag: number, best: Best, random: () => number) {
  const length = Math.min(x.length, y.length);
  const block = Math.max(3, Math.round(length ** (1 / 3)) * 2);
  const sign = Math.sign(best.correlation);
  const lags: number[] = [];
  const width = 2 * mostLag + 1;
  for (let draw = 0; draw < draws; draw += 1) {
    const xy = new Float64Array(width);
    const xx = new Float64Array(width);
    const yy = new Float64Array(width);
    for (let taken = 0; taken < length; taken += block) {
      const start = Math.floor(random() * (length - block + 1));
      for (let t = start; t < start + block; t += 1) {
        const a = x[t]!;
        if (Number.isNaN(a)) continue;
        for (let k = 0; k < width; k += 1) {
          const b = y[t + k - mostLag];
          if (b === undefined || Number.isNaN(b)) continue;
          xy[k] = xy[k]! + a * b;
          xx[k] = xx[k]! + a * a;
          yy[k] = yy[k]! + b * b;
        }
      }
    }
    let [lag, most] = [best.lag, Number.NEGATIVE_INFINITY];
    for (let k = 0; k < width; k += 1) {
      const correlation = (sign * xy[k]!) / Math.sqrt(xx[k]! * yy[k]!);
      if (correlation > most) [most, lag] = [correlation, k - mostLag];
    }
    lags.push(lag);
  }
  lags.sort((a, b) => a - b);
  const low = lags[Math.floor(0.05 * draws)]!;
  const high = lags[Math.ceil(0.95 * draws) - 1]!;
  return { low: Math.min(low, best.lag), high: Math.max(high, best.lag) };
}
