import type { SentimentLabel } from '../../shared/kinds.ts';
import type { SheetItem } from '../../shared/scoreboard.ts';

/** What `PATCH /api/mentions/:id` is told to make a label count. */
export type LabelCorrection = { sentiment?: SentimentLabel; themes?: string[]; relevant?: boolean };

/** A post that a person finds to be about us, and the machine not: nothing that one click corrects, and the dearest error. */
export const isMissed = ({ label, machine }: SheetItem): boolean =>
  label !== undefined && label.relevance !== 'not-about-us' && machine?.stage === 'set-aside';

/**
 * What would have to be corrected for the machine's answer to be the person's; null where they agree or where nothing can be
 * said: a post that names no brand must first be told which it is about. That it names a brand in passing only is no correction.
 */
export function labelCorrection({ label, machine, theme }: SheetItem): LabelCorrection | null {
  if (!label || !machine || machine.brands.length === 0) return null;
  if (label.relevance === 'not-about-us') return machine.stage === 'set-aside' ? null : { relevant: false };
  const correction: LabelCorrection = {};
  if (label.relevance === 'matters' && machine.stage !== 'significant') correction.relevant = true;
  else if (machine.stage === 'set-aside') return null;
  if (label.sentiment !== undefined && label.sentiment !== machine.opinion) correction.sentiment = label.sentiment;
  if (theme !== undefined && label.theme !== undefined && label.theme !== machine.themes.includes(theme))
    correction.themes = label.theme ? [...machine.themes, theme] : machine.themes.filter((one) => one !== theme);
  return Object.keys(correction).length > 0 ? correction : null;
}
