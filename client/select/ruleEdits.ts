import type { WordOverride, Workspace } from '../../shared/domain.ts';
import type { RetrainAnswer } from '../../shared/protocol.ts';

/** A change of the settings that can be laid over whatever version is newest. */
export type Edit = (workspace: Workspace) => Workspace;

export const setOverrides =
  (overrides: readonly WordOverride[]): Edit =>
  (workspace) => ({ ...workspace, overrides: [...overrides] });

export const dropCorrection =
  (id: string): Edit =>
  (workspace) => ({ ...workspace, corrections: workspace.corrections?.filter((one) => one.id !== id) });

export const forgetLearned: Edit = ({ learned: _, ...workspace }) => workspace;

/** What a retrain proposes, and nothing else of the version it was worked out on. */
export const takeProposal =
  ({ workspace: { learned, themes } }: RetrainAnswer): Edit =>
  (workspace) => ({
    ...forgetLearned(workspace),
    ...(learned ? { learned } : {}),
    themes: workspace.themes.map((theme) => {
      const examples = themes.find(({ id }) => id === theme.id)?.examples;
      return examples ? { ...theme, examples } : theme;
    }),
  });
