import { probabilityMore } from '../../shared/uncertainty.ts';

const sureAbove = 0.9;

/** How many times as many mentions there are as before, and whether they surely are more or fewer; undefined where there were none. */
export function changeBetween(now: number, before: number): { times: number; isSure: boolean } | undefined {
  if (before === 0) return undefined;
  const more = probabilityMore(now, before);
  return { times: now / before, isSure: more > sureAbove || more < 1 - sureAbove };
}
