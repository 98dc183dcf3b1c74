import { dayMs } from '../../shared/rollup.ts';

const halfMs = 7 * dayMs;

/** What share a part usually has of a whole: of all that was counted, half of it a week old. */
export function createUsualShare(stepMs: number) {
  const keep = 0.5 ** (stepMs / halfMs);
  let parts = 0;
  let wholes = 0;
  let steps = 0;
  return {
    /** Between 0 and 1, never quite either. */
    share: (): number => (parts + 0.5) / (wholes + 1),
    whole: (): number => wholes,
    /** How long it was learned from, as far as it is remembered. */
    learnedMs: (): number => steps * stepMs,
    learn(part: number, whole: number): void {
      parts = parts * keep + part;
      wholes = wholes * keep + whole;
      steps = steps * keep + 1;
    },
  };
}
export type UsualShare = ReturnType<typeof createUsualShare>;
