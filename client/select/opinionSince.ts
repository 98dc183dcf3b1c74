import type { FiguresState } from '../../shared/protocol.ts';
import type { ClassifierError } from '../../shared/uncertainty.ts';
import { brandFigures } from './brandFigures.ts';

/** Net sentiment over a window and over the time before it, as they are written: whole points. */
export type OpinionSince = { change: 'up' | 'down' | 'same'; net: number; before: number };

/** How opinion moved over a window against the time before it; null where the two cannot be compared. */
export function opinionSince(
  state: FiguresState,
  brand: string,
  set: readonly string[],
  error: ClassifierError,
): OpinionSince | null {
  const { net, netBefore, sentiment } = brandFigures(state, brand, set, error);
  if (!net || !netBefore || sentiment === 'unknown') return null;
  return { change: sentiment, net: Math.round(net.net), before: Math.round(netBefore.net) };
}
