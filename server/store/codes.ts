import type { Opinion, SetAsideReason, Stage } from '../../shared/domain.ts';

/** What became of a post, in one word. */
export type Outcome = 'significant' | SetAsideReason;

/** Kept in files for years: numbers may be added, never changed. Below `firstSort` are the mentions. */
const outcomeCodes: Record<Outcome, number> = {
  significant: 0,
  'near-copy': 1,
  spam: 2,
  'other-meaning': 3,
  passing: 4,
  'no-opinion': 5,
  'no-brand': 10,
  excluded: 11,
  language: 12,
};
export const firstSort = 10;

const opinionCodes: Record<Opinion, number> = { unscored: 0, negative: 1, neutral: 2, positive: 3 };

const outcomes: Outcome[] = [];
for (const [outcome, code] of Object.entries(outcomeCodes)) outcomes[code] = outcome as Outcome;
const opinions = Object.keys(opinionCodes) as Opinion[];

export const opinionNumbers: readonly number[] = Object.values(opinionCodes);

export const outcomeCode = (outcome: Outcome): number => outcomeCodes[outcome];
export const opinionCode = (opinion: Opinion): number => opinionCodes[opinion];

export function outcomeOf(code: number): Outcome {
  const outcome = outcomes[code];
  if (!outcome) throw new Error(`the store holds an unknown outcome ${code}`);
  return outcome;
}

export function opinionOf(code: number): Opinion {
  const opinion = opinions[code];
  if (!opinion) throw new Error(`the store holds an unknown opinion ${code}`);
  return opinion;
}

export function stageOf(outcome: Outcome): Stage {
  if (outcome === 'significant') return 'significant';
  return outcomeCodes[outcome] < firstSort ? 'important' : 'set-aside';
}
