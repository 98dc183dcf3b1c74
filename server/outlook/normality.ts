import { squaresOf } from './moments.ts';

/**
 * By how much (natural log of likelihood) values look more like a bell as logarithms than as they are, each with its own mean and
 * spread: the profile likelihood of Box and Cox (1964) at 0 against 1. `offset` is added first, so that zeros have a logarithm.
 */
export function logIsBetterBy(values: readonly number[], offset: number): number {
  const logs = values.map((value) => Math.log(value + offset));
  const n = values.length;
  const jacobian = logs.reduce((sum, one) => sum + one, 0);
  return (n / 2) * (Math.log(squaresOf(values)) - Math.log(squaresOf(logs))) - jacobian;
}

/** What is added before logarithms are taken: half the smallest value where some are 0; null where one is below 0 or all are 0. */
export function logOffset(values: readonly number[]): number | null {
  const least = Math.min(...values);
  if (least > 0) return 0;
  const positive = values.filter((value) => value > 0);
  return least < 0 || positive.length === 0 ? null : Math.min(...positive) / 2;
}
