import { logGamma } from '../logGamma.ts';

/** The continued fraction of the incomplete beta function, by Lentz's method (Numerical Recipes, 6.4). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guarded = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-13) break;
  }
  return fraction;
}

export type StudentT = { cdf(t: number): number; quantile(probability: number): number };

/** Student's t with `dof` (above 0) degrees of freedom. */
export function studentT(dof: number): StudentT {
  const a = dof / 2;
  const b = 0.5;
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  /** P(T > t) for t >= 0. */
  const above = (t: number) => {
    const x = dof / (dof + t * t);
    const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta);
    if (x >= 1) return 0.5;
    // The fraction converges fast on one side of the mean only.
    if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / (2 * a);
    return 0.5 * (1 - (front * betaFraction(1 - x, b, a)) / b);
  };
  const cdf = (t: number) => (t >= 0 ? 1 - above(t) : above(-t));
  return {
    cdf,
    quantile(probability) {
      if (probability === 0.5) return 0;
      if (probability < 0.5) return -this.quantile(1 - probability);
      let [low, high] = [0, 1];
      while (cdf(high) < probability) [low, high] = [high, 2 * high];
      for (let step = 0; step < 60; step++) {
        const middle = (low + high) / 2;
        if (cdf(middle) < probability) low = middle;
        else high = middle;
      }
      return (low + high) / 2;
    },
  };
}
