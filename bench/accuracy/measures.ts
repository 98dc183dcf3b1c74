import type { SentimentLabel } from '../../shared/domain.ts';

const labels = ['negative', 'neutral', 'positive'] as const;

/** Mean recall and mean F1 of the classes that occur. */
export function byClass(
  gold: readonly SentimentLabel[],
  said: readonly SentimentLabel[],
): { macroRecall: number; macroF1: number } {
  let recalls = 0;
  let f1s = 0;
  let present = 0;
  for (const label of labels) {
    let right = 0;
    let real = 0;
    let claimed = 0;
    gold.forEach((truth, index) => {
      if (truth === label) real += 1;
      if (said[index] === label) claimed += 1;
      if (truth === label && said[index] === label) right += 1;
    });
    if (real === 0) continue;
    present += 1;
    recalls += right / real;
    f1s += (2 * right) / (real + claimed);
  }
  return { macroRecall: recalls / present, macroF1: f1s / present };
}

/** Probability that a positive case scores above a negative one; ties count half. */
export function areaUnderCurve(scores: readonly number[], isPositive: readonly boolean[]): number {
  const order = Array.from(scores.keys()).sort((a, b) => scores[a]! - scores[b]!);
  let ranks = 0;
  let positives = 0;
  for (let at = 0; at < order.length; ) {
    let end = at;
    while (end < order.length && scores[order[end]!] === scores[order[at]!]) end += 1;
    const rank = (at + end + 1) / 2;
    for (; at < end; at++)
      if (isPositive[order[at]!]) {
        ranks += rank;
        positives += 1;
      }
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (scores.length - positives));
}

export function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let both = 0;
  let squareA = 0;
  let squareB = 0;
  a.forEach((value, index) => {
    both += (value - meanA) * (b[index]! - meanB);
    squareA += (value - meanA) ** 2;
    squareB += (b[index]! - meanB) ** 2;
  });
  return both / Math.sqrt(squareA * squareB);
}

export function f1Of(isReal: readonly boolean[], isClaimed: readonly boolean[]): number {
  const count = (test: (index: number) => boolean) => isReal.reduce((sum, _, index) => sum + (test(index) ? 1 : 0), 0);
  const right = count((index) => isReal[index]! && isClaimed[index]!);
  return (2 * right) / Math.max(1, count((index) => isReal[index]!) + count((index) => isClaimed[index]!));
}
