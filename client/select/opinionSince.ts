import type { FiguresState } from '../../shared/protocol.ts';
import type { ClassifierError } from '../../shared/uncertainty.ts';
import { brandFigures } from './brandFigures.ts';

export type OpinionSince = { change: 'up' | 'down' | 'same'; points: number };

/** How opinion moved over a window against the time before it, by so many points; null where the two cannot be compared. */
export function opinionSince(
  state: FiguresState,
  brand: string,
  set: readonly string[],
  error: ClassifierError,
): OpinionSince | null {
  const { net, netBefore, sentiment } = brandFigures(state, brand, set, error);
  if (!net || !netBefore || sentiment === 'unknown') return null;
  return { change: sentiment, points: Math.max(1, Math.abs(Math.round(net.net) - Math.round(netBefore.net))) };
}
