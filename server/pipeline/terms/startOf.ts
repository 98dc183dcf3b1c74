/**
 * When a term began to be talked about more than usual: the one of its texts from which on a higher rate explains its
 * texts best, the usual rate before it (a change point by maximum likelihood, time measured in texts of all kinds).
 * `ranks`: of each text with the term, in order, how many texts of any kind were said before it. Returns its place.
 */
export function startOf(ranks: readonly number[], texts: number, usualRate: number): number {
  let best = 0;
  let bestLikelihood = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < ranks.length; place++) {
    const behind = ranks.length - place;
    const exposure = Math.max(1, texts - ranks[place]!);
    const rate = behind / exposure;
    if (rate <= usualRate) continue;
    const likelihood =
      place * Math.log(usualRate) - ranks[place]! * usualRate + behind * Math.log(rate) - exposure * rate;
    if (likelihood > bestLikelihood) {
      bestLikelihood = likelihood;
      best = place;
    }
  }
  return best;
}
