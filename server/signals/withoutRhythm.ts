/** With so many whole periods every place in the period has a mean of its own; with fewer, three waves are fitted. */
const enoughPeriods = 4;
const waves = 3;
/** One burst must not decide alone. */
const mostDeviations = 3;

/**
 * Differences of a series (of logarithms where no value is below zero) without what repeats every day (steps of an hour) or week
 * (steps of a day). NaN where a value or the one before it is missing; what stands out by more than three deviations is cut there.
 */
export function withoutRhythm(values: readonly (number | null)[], stepsADay: 24 | 1): Float64Array {
  const known = values.filter((value) => value !== null);
  const isPositive = known.every((value) => value >= 0);
  const level = (value: number) => (isPositive ? Math.log1p(value) : value);
  const moves = new Float64Array(Math.max(0, values.length - 1));
  for (let k = 0; k < moves.length; k += 1) {
    const [from, to] = [values[k], values[k + 1]];
    moves[k] = typeof from === 'number' && typeof to === 'number' ? level(to) - level(from) : Number.NaN;
  }
  const period = stepsADay === 24 ? 24 : 7;
  if (moves.length >= enoughPeriods * period) takePlaceMeans(moves, period);
  else takeWaves(moves, period);
  return clipped(moves);
}

function takePlaceMeans(moves: Float64Array, period: number): void {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (const [k, move] of moves.entries()) {
    if (Number.isNaN(move)) continue;
    sums[k % period]! += move;
    counts[k % period]! += 1;
  }
  for (const [k, move] of moves.entries()) moves[k] = move - sums[k % period]! / Math.max(1, counts[k % period]!);
}

/** Least squares of a mean and waves of the period, its half and its third. */
function takeWaves(moves: Float64Array, period: number): void {
  const bases: ((k: number) => number)[] = [() => 1];
  for (let wave = 1; wave <= waves; wave += 1) {
    const turn = (k: number) => (2 * Math.PI * wave * k) / period;
    bases.push(
      (k) => Math.cos(turn(k)),
      (k) => Math.sin(turn(k)),
    );
  }
  const size = bases.length;
  // The normal equations, each row with its right side; a little on the diagonal keeps gaps from making them singular.
  const rows = bases.map((_, i) => Array.from({ length: size + 1 }, (_, j) => (i === j ? 1e-6 : 0)));
  for (const [k, move] of moves.entries()) {
    if (Number.isNaN(move)) continue;
    const at = bases.map((base) => base(k));
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) rows[i]![j]! += at[i]! * at[j]!;
      rows[i]![size]! += at[i]! * move;
    }
  }
  const fitted = solve(rows);
  for (const [k, move] of moves.entries())
    moves[k] = move - bases.reduce((sum, base, i) => sum + fitted[i]! * base(k), 0);
}

/** Gauss's elimination with pivots. */
function solve(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const part = rows[row]![column]! / rows[column]![column]!;
      for (let k = column; k <= size; k += 1) rows[row]![k]! -= part * rows[column]![k]!;
    }
  }
  return rows.map((row, k) => row[size]! / row[k]!);
}

function clipped(moves: Float64Array): Float64Array {
  const sizes = [...moves]
    .filter((move) => !Number.isNaN(move))
    .map(Math.abs)
    .sort((a, b) => a - b);
  const deviation = 1.4826 * (sizes[sizes.length >> 1] ?? 0);
  // Where most moves are nothing (a switch that is on or off) there is no measure to cut by.
  if (deviation < 1e-9) return moves.map((move) => (Math.abs(move) < 1e-9 ? 0 : move));
  const most = mostDeviations * deviation;
  return moves.map((move) => Math.max(-most, Math.min(most, move)));
}
