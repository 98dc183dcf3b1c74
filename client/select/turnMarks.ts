import type { TurningPoint } from '../../shared/retrospective.ts';

/** A turning point on a curve: `value` is the curve's there. */
export type TurnMark = { number: number; offsetMs: number; value: number; isConfirmed: boolean; title: string };

/** Turning points that people did not dismiss, with their number in the order of time. */
export function numberedTurns(turns: readonly TurningPoint[]): { number: number; turn: TurningPoint }[] {
  return turns.filter(({ verdict }) => verdict?.is !== 'dismissed').map((turn, place) => ({ number: place + 1, turn }));
}

/** Those that lie on a curve of steps, each at the step that holds it; `titleOf` says it in words. */
export function turnMarks(
  turns: readonly TurningPoint[],
  curve: readonly ({ offsetMs: number; value: number } | null)[],
  stepMs: number,
  titleOf: (turn: TurningPoint) => string,
): TurnMark[] {
  return numberedTurns(turns).flatMap(({ number, turn }) => {
    // Points stand in the middle of their steps.
    const holds = (middle: number) => turn.offsetMs >= middle - stepMs / 2 && turn.offsetMs < middle + stepMs / 2;
    const point = curve.find((one) => one !== null && holds(one.offsetMs));
    if (!point) return [];
    const { offsetMs, value } = point;
    return [{ number, offsetMs, value, isConfirmed: turn.verdict?.is === 'confirmed', title: titleOf(turn) }];
  });
}
