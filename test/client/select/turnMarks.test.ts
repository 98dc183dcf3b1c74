import { describe, expect, it } from 'vitest';
import { numberedTurns, turnMarks } from '../../../client/select/turnMarks.ts';
import type { TurningPoint, TurnVerdict } from '../../../shared/retrospective.ts';
import { hourMs } from '../../../shared/rollup.ts';

const figures = { mentions: 0, positive: 0, neutral: 0, negative: 0, net: null, hours: 1 };
const turnAt = (hour: number, is?: TurnVerdict['is']): TurningPoint => ({
  kind: 'peak',
  at: hour * hourMs,
  offsetMs: hour * hourMs,
  change: { value: 3, low: 2, high: 4, probability: 0.99 },
  before: figures,
  after: figures,
  near: [],
  ...(is ? { verdict: { at: hour * hourMs, kind: 'peak', is } } : {}),
});
const curveOf = (stepHours: number, steps: number) =>
  Array.from({ length: steps }, (_, step) => ({ offsetMs: (step + 0.5) * stepHours * hourMs, value: step }));
const title = ({ offsetMs }: TurningPoint) => `hour ${offsetMs / hourMs}`;

describe('turning points on a curve', () => {
  it('stand at the step that holds them, whatever its length', () => {
    const turns = [turnAt(0), turnAt(7)];
    expect(turnMarks(turns, curveOf(1, 12), hourMs, title).map(({ value }) => value)).toEqual([0, 7]);
    expect(turnMarks(turns, curveOf(6, 4), 6 * hourMs, title).map(({ value }) => value)).toEqual([0, 1]);
    expect(turnMarks(turns, curveOf(0.25, 48), hourMs / 4, title).map(({ value }) => value)).toEqual([0, 28]);
  });

  it('keep their number of the list where some lie outside the curve or in a gap', () => {
    const curve = curveOf(1, 12).map((point, step) => (step === 3 ? null : point));
    const marks = turnMarks([turnAt(-5), turnAt(3), turnAt(4, 'confirmed'), turnAt(30)], curve, hourMs, title);
    expect(marks).toEqual([{ number: 3, offsetMs: 4.5 * hourMs, value: 4, isConfirmed: true, title: 'hour 4' }]);
  });

  it('have no number once dismissed', () => {
    const numbered = numberedTurns([turnAt(1), turnAt(2, 'dismissed'), turnAt(3)]);
    expect(numbered.map(({ number, turn }) => [number, turn.at / hourMs])).toEqual([
      [1, 1],
      [2, 3],
    ]);
  });
});
