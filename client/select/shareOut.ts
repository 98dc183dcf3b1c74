/**
 * Rounds amounts to multiples of `unit` so that they still add up to their rounded sum: what was cut off most is given back first.
 * `unit` is positive.
 */
export function shareOut(amounts: readonly number[], unit: number): number[] {
  const cut = amounts.map((amount) => Math.floor(amount / unit));
  const whole = Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / unit);
  const missing = Math.max(0, whole - cut.reduce((sum, amount) => sum + amount, 0));
  const most = amounts
    .map((amount, index) => ({ index, left: amount / unit - cut[index]! }))
    .sort((a, b) => b.left - a.left || a.index - b.index)
    .slice(0, missing);
  for (const { index } of most) cut[index]! += 1;
  // Tenths are whole numbers of tenths: divided, they are written as they are read.
  const per = Math.round(1 / unit);
  return cut.map((amount) => amount / per);
}
