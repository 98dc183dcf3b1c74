import { hourMs } from '../../shared/rollup.ts';

/** The same in whole hours: how many are told, of how many. */
export function fillingHours(from: number, reachedAt: number, now: number): { done: number; all: number } {
  const all = Math.max(1, Math.ceil((now - from) / hourMs));
  return { done: Math.min(all, Math.max(0, Math.floor((reachedAt - from) / hourMs))), all };
}

/** How far a story that is told from `from` to `now` has come: `reachedAt` is the newest thing told, all epoch ms. */
export function fillingOf(from: number, reachedAt: number, now: number): number {
  return now <= from ? 0 : Math.min(1, Math.max(0, (reachedAt - from) / (now - from)));
}
