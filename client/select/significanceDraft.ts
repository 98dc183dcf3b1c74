import type { Workspace } from '../../shared/domain.ts';
import { thresholdFor } from '../../shared/keptPerDay.ts';

type Significance = Workspace['significance'];

/** What is being written: a threshold, and the number a day as it stands in its field. */
export type SignificanceDraft = { threshold: number; target: string };

export const draftOf = ({ threshold, targetPerDay }: Significance): SignificanceDraft => ({
  threshold,
  target: targetPerDay === undefined ? '' : String(targetPerDay),
});

/** The number a day that is asked for; undefined where the field holds none. */
export function targetOf({ target }: Pick<SignificanceDraft, 'target'>): number | undefined {
  return /^\d{1,7}$/.test(target.trim()) ? Number(target) : undefined;
}

/** A threshold chosen by hand is nobody's wish for a number any more. */
export const byHand = (threshold: number): SignificanceDraft => ({ threshold, target: '' });

/** The threshold follows what is asked for; where nothing can be read it stays. */
export function byTarget(before: SignificanceDraft, target: string, perDay: readonly number[]): SignificanceDraft {
  const asked = targetOf({ target });
  return asked === undefined ? { ...before, target } : { threshold: thresholdFor(perDay, asked) ?? 0, target };
}

export function significanceOf(draft: SignificanceDraft): Significance {
  const targetPerDay = targetOf(draft);
  return { threshold: draft.threshold, ...(targetPerDay === undefined ? {} : { targetPerDay }) };
}

export const isSameSignificance = (a: Significance, b: Significance): boolean =>
  a.threshold === b.threshold && a.targetPerDay === b.targetPerDay;
