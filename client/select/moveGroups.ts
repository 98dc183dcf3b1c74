import { directionOf, type MoveDirection, moveDirections } from '../../shared/moveDirection.ts';
import type { PreviewAnswer, PreviewLabel } from '../../shared/protocol.ts';

type Moves = PreviewAnswer['moves'];
export type MoveGroup = { direction: MoveDirection; count: number; moves: Moves };

/** Some of the messages that a change of the rules moves, by where they go, and how many go there in all. */
export function moveGroups(
  { directions, moves }: Pick<PreviewAnswer, 'directions' | 'moves'>,
  most: number,
): MoveGroup[] {
  return moveDirections
    .map((direction) => ({
      direction,
      count: directions[direction],
      moves: moves.filter(({ from, to }) => directionOf(from, to) === direction).slice(0, most),
    }))
    .filter(({ count }) => count > 0);
}

export const labelParts = ['place', 'opinion', 'themes', 'brands'] as const;
export type LabelPart = (typeof labelParts)[number];

/**
 * Which parts of two labels differ. What the first sort sets aside is nobody's opinion about nothing: of a message that goes there
 * only the place is told, and of one that comes from there all that it now says.
 */
export function changedParts(from: PreviewLabel, to: PreviewLabel): LabelPart[] {
  const differs: Record<LabelPart, boolean> = {
    place: from.stage !== to.stage || from.reason !== to.reason,
    opinion: from.opinion !== to.opinion,
    themes: from.themes.join() !== to.themes.join(),
    brands: from.brands.join() !== to.brands.join(),
  };
  const told = to.stage === 'set-aside' ? (['place'] as const) : labelParts;
  return told.filter((part) => differs[part]);
}
