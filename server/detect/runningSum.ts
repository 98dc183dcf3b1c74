/** The sums of the last `steps` counts and of what was expected of them. */
export type RunningSum = {
  readonly steps: number;
  value: number;
  expected: number;
  isFull(): boolean;
  push(value: number, expected: number): void;
  /** The sums as they would be after a push; undefined if they were not full then. Changes nothing. */
  peek(value: number, expected: number): { value: number; expected: number } | undefined;
  clear(): void;
};

/** A push costs the same for any number of steps; once a round the sums are added up anew, so that no error of rounding grows. */
export function createRunningSum(steps: number): RunningSum {
  const values = new Float64Array(steps);
  const expecteds = new Float64Array(steps);
  let next = 0;
  let held = 0;
  const addUp = (all: Float64Array): number => all.reduce((sum, one) => sum + one, 0);
  /** `changed` in place of what stands at `next`. */
  function addUpWith(all: Float64Array, changed: number): number {
    let sum = 0;
    for (let place = 0; place < steps; place += 1) sum += place === next ? changed : all[place]!;
    return sum;
  }
  const isRound = () => next === steps - 1;

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
      const roundEnds = isRound();
      values[next] = value;
      expecteds[next] = expected;
      next = (next + 1) % steps;
      sum.value = roundEnds ? addUp(values) : sum.value + value;
      sum.expected = roundEnds ? addUp(expecteds) : sum.expected + expected;
    },
    peek(value, expected) {
      if (held < steps - 1) return undefined;
      // The same operations as in a push, in the same order: the last bit must agree.
      if (isRound()) return { value: addUpWith(values, value), expected: addUpWith(expecteds, expected) };
      const isFull = held === steps;
      return {
        value: (isFull ? sum.value - values[next]! : sum.value) + value,
        expected: (isFull ? sum.expected - expecteds[next]! : sum.expected) + expected,
      };
    },
    clear() {
      values.fill(0);
      expecteds.fill(0);
      next = held = sum.value = sum.expected = 0;
    },
  };
  return sum;
}
