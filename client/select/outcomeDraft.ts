import type { Workspace } from '../../shared/domain.ts';

/** What outcomes of all launches are, as it is written: "market share", "%". */
export type OutcomeDraft = { name: string; unit: string };

export const outcomeDraftOf = ({ outcome }: Pick<Workspace, 'outcome'>): OutcomeDraft => ({
  name: outcome?.name ?? '',
  unit: outcome?.unit ?? '',
});

/** A unit alone says nothing: it is the unit of what? */
export const lacksOutcomeName = ({ name, unit }: OutcomeDraft): boolean => name.trim() === '' && unit.trim() !== '';

/** The workspace whose outcomes are called so; nothing written: they have no name. */
export function withOutcome({ outcome, ...workspace }: Workspace, { name, unit }: OutcomeDraft): Workspace {
  const [called, counted] = [name.trim(), unit.trim()];
  if (called === '') return workspace;
  // Another name is no longer the one that was translated.
  const names = outcome?.name === called ? outcome.names : undefined;
  return {
    ...workspace,
    outcome: { name: called, ...(names ? { names } : {}), ...(counted === '' ? {} : { unit: counted }) },
  };
}
