/** The sums of the last `steps` counts and of what was expected of them. */
export type RunningSum = {
  readonly steps: number;
  value: number;
  expected: number;
  isFull(): boolean;
  push(value: number, expected: number): void;
  clear(): void;
};

/** A push costs the same for any number of steps; once a round the sums are added up anew, so that no error of rounding grows. */
export function createRunningSum(steps: number): RunningSum {
  const values = new Float64Array(steps);
  const expecteds = new Float64Array(steps);
  let next = 0;
  let held = 0;
  const sum: RunningSum = {
    steps,
    value: 0,
    expected: 0,
    isFull: () => held === steps,
    push(value, expected) {
      if (held === steps) {
        sum.value -= values[next]!;
        sum.expected -= expecteds[next]!;
      } else held += 1;
      values[next] = value;
      expecteds[next] = expected;
      sum.value += value;
      sum.expected += expected;
      next = (next + 1) % steps;
      if (next !== 0) return;
      sum.value = values.reduce((all, one) => all + one, 0);
      sum.expected = expecteds.reduce((all, one) => all + one, 0);
    },
    clear() {
      values.fill(0);
      expecteds.fill(0);
      next = held = sum.value = sum.expected = 0;
    },
  };
  return sum;
}
