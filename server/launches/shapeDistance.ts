/**
 * How unlike two beginnings are in shape: the root mean square difference of the logarithms of their cumulative counts, after
 * their mean difference (which is size, not shape) is taken away. 0: the same curve at any height. Symmetric; both of one length.
 */
export function shapeDistance(a: readonly number[], b: readonly number[]): number {
  const differences: number[] = [];
  let [sumA, sumB] = [0, 0];
  a.forEach((value, index) => {
    sumA += value;
    sumB += b[index]!;
    // One more: the logarithm of nothing would drown all the rest.
    differences.push(Math.log(sumA + 1) - Math.log(sumB + 1));
  });
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  return Math.sqrt(differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / differences.length);
}
