export type Ridge = {
  coefficients: number[];
  /** What the columns take from the squares around the mean. */
  explained: number;
  logDeterminant: number;
  /** x' (X'X + ridge I)^-1 x: how far a launch stands from the past ones, in the columns of the model. */
  distance(x: readonly number[]): number;
};

/**
 * (X'X + ridge I) b = X'y for the chosen columns, by Cholesky. `gram` is X'X and `cross` X'y over all columns, of values around
 * their means.
 */
export function solveRidge(
  gram: readonly (readonly number[])[],
  cross: readonly number[],
  chosen: readonly number[],
  ridge: number,
): Ridge {
  const size = chosen.length;
  const lower: number[][] = [];
  let logDeterminant = 0;
  for (let row = 0; row < size; row++) {
    const line: number[] = [];
    for (let column = 0; column <= row; column++) {
      let sum = gram[chosen[row]!]![chosen[column]!]! + (row === column ? ridge : 0);
      for (let k = 0; k < column; k++) sum -= line[k]! * (lower[column] ?? line)[k]!;
      line.push(row === column ? Math.sqrt(sum) : sum / lower[column]![column]!);
    }
    lower.push(line);
    logDeterminant += 2 * Math.log(line[row]!);
  }
  /** L^-1 v, whose squares sum up to v' (L L')^-1 v. */
  const forward = (values: readonly number[]) => {
    const solved: number[] = [];
    for (let row = 0; row < size; row++) {
      let sum = values[row]!;
      for (let k = 0; k < row; k++) sum -= lower[row]![k]! * solved[k]!;
      solved.push(sum / lower[row]![row]!);
    }
    return solved;
  };
  const half = forward(chosen.map((column) => cross[column]!));
  const coefficients = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    let sum = half[row]!;
    for (let k = row + 1; k < size; k++) sum -= lower[k]![row]! * coefficients[k]!;
    coefficients[row] = sum / lower[row]![row]!;
  }
  return {
    coefficients,
    explained: half.reduce((sum, one) => sum + one * one, 0),
    logDeterminant,
    distance: (x) => forward(x).reduce((sum, one) => sum + one * one, 0),
  };
}
