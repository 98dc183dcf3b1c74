/**
 * Inverts the symmetric positive definite matrix in the first size x size cells of `cells` (row by row) in place, by Gauss and
 * Jordan; answers the natural log of its determinant. Tens of thousands of matrices up to 4 x 4 pass here: no allocation.
 */
export function invert(cells: Float64Array, size: number): number {
  let logDeterminant = 0;
  for (let pivot = 0; pivot < size; pivot++) {
    const head = cells[pivot * size + pivot]!;
    logDeterminant += Math.log(head);
    cells[pivot * size + pivot] = 1;
    for (let column = 0; column < size; column++) cells[pivot * size + column] = cells[pivot * size + column]! / head;
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = cells[row * size + pivot]!;
      cells[row * size + pivot] = 0;
      for (let column = 0; column < size; column++)
        cells[row * size + column] = cells[row * size + column]! - factor * cells[pivot * size + column]!;
    }
  }
  return logDeterminant;
}
