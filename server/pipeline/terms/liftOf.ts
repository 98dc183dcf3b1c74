import { normalCdf } from '../../../shared/uncertainty.ts';

export type Lift = {
  /** How many times its usual share of the texts a term has. */
  lift: number;
  /** 90 % interval. */
  low: number;
  high: number;
  /** That its share has grown by at least half. */
  probability: number;
};

/** What both periods are believed to have seen before anything is counted, in texts: 3 against 0 does not win. */
const priorTexts = 2;
const grownBy = 1.5;
const z90 = 1.645;

/**
 * How much a term's share of `nowTexts` exceeds its share of `beforeTexts`. Both rates are Gamma-distributed around the
 * rate of both periods together (a Poisson model with `priorTexts` of prior), the logarithm of their ratio is taken as
 * normal.
 */
export function liftOf(now: number, nowTexts: number, before: number, beforeTexts: number): Lift {
  const usual = (now + before) / (nowTexts + beforeTexts);
  const priorExposure = priorTexts / usual;
  const rateNow = (now + priorTexts) / (nowTexts + priorExposure);
  const rateBefore = (before + priorTexts) / (beforeTexts + priorExposure);
  const mean = Math.log(rateNow / rateBefore);
  const sd = Math.sqrt(1 / (now + priorTexts) + 1 / (before + priorTexts));
  return {
    lift: Math.exp(mean),
    low: Math.exp(mean - z90 * sd),
    high: Math.exp(mean + z90 * sd),
    probability: normalCdf((mean - Math.log(grownBy)) / sd),
  };
}
