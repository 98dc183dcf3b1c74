import { keptAt } from '../../shared/keptPerDay.ts';
import type { SignificanceAnswer } from '../../shared/protocol.ts';

type Counted = Pick<SignificanceAnswer, 'perDay' | 'days' | 'mentions'>;

/** How many mentions of the time counted a threshold keeps: a day's count has a tenth, so that a week's is whole again. */
export const keptOf = ({ perDay, days }: Pick<Counted, 'perDay' | 'days'>, threshold: number): number =>
  Math.round(keptAt(perDay, threshold) * days);

/** Mentions of the time counted that no threshold keeps: spam, copies and other meanings of a name. */
export const neverSignificant = (counted: Counted): number => Math.max(0, counted.mentions - keptOf(counted, 0));
