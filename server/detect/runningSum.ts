/** The sums of the last `steps` counts and of what was expected of them. */
export type RunningSum = {
  readonly steps: number;
  readonly value: number;
  readonly expected: number;
  isFull(): boolean;
  push(value: number, expected: number): void;
  /** The sums as they would be after a push; undefined if they were not full then. Changes nothing. */
  peek(value: number, expected: number): { value: number; expected: number } | undefined;
  clear(): void;
};

/** Where the two sums stand, before the counts and what was expected of them. */
const valueSum = 0;
const expectedSum = 1;
const begin = 2;

/**
 * A push costs the same for any number of steps; once a round the sums are added up anew, so that no error of rounding grows. All
 * numbers stand in one block: hundreds of series are heard together, and a number that stands alone is a new object at each change.
 */
export function createRunningSum(steps: number): RunningSum {
  const block = new Float64Array(begin + 2 * steps);
  let next = 0;
  let held = 0;
  /** `changed` in place of what stands at `next`. */
  function addUpWith(first: number, changed: number): number {
    let sum = 0;
    for (let place = 0; place < steps; place += 1) sum += place === next ? changed : block[first + place]!;
    return sum;
  }
  const isRound = () => next === steps - 1;

  return {
    steps,
    get value() {
      return block[valueSum]!;
    },
    get expected() {
      return block[expectedSum]!;
    },
    isFull: () => held === steps,
    push(value, expected) {
      const place = begin + next;
      if (isRound()) {
        block[valueSum] = addUpWith(begin, value);
        block[expectedSum] = addUpWith(begin + steps, expected);
      } else if (held === steps) {
        block[valueSum] = block[valueSum]! - block[place]! + value;
        block[expectedSum] = block[expectedSum]! - block[place + steps]! + expected;
      } else {
        block[valueSum] = block[valueSum]! + value;
        block[expectedSum] = block[expectedSum]! + expected;
      }
      if (held < steps) held += 1;
      block[place] = value;
      block[place + steps] = expected;
      next = isRound() ? 0 : next + 1;
    },
    peek(value, expected) {
      if (held < steps - 1) return undefined;
      // The same operations as in a push, in the same order: the last bit must agree.
      if (isRound()) return { value: addUpWith(begin, value), expected: addUpWith(begin + steps, expected) };
      const place = begin + next;
      const isFull = held === steps;
      return {
        value: (isFull ? block[valueSum]! - block[place]! : block[valueSum]!) + value,
        expected: (isFull ? block[expectedSum]! - block[place + steps]! : block[expectedSum]!) + expected,
      };
    },
    clear() {
      block.fill(0);
      next = held = 0;
    },
  };
}
