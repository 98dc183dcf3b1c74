import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Launch, Workspace } from '../../shared/domain.ts';
import type { LaunchComparison } from '../../shared/launchComparison.ts';
import { comparisonNamed } from '../../shared/nameIn.ts';
import { type ComparisonState, parseComparison } from '../select/comparisonState.ts';
import { useLaunchComparison } from './useLaunchComparison.ts';

/** What the address asks of a launch among past ones, with its answer: asked once, however many panels show it. */
export function useComparisonOf(
  launch: Launch,
  workspace: Workspace,
  search: string,
  version: string,
): { state: ComparisonState; answer: UseQueryResult<LaunchComparison> } {
  const state = useMemo(
    () =>
      parseComparison(search, {
        themes: workspace.themes.map(({ id }) => id),
        launches: workspace.launches.map(({ id }) => id).filter((id) => id !== launch.id),
      }),
    [search, workspace, launch.id],
  );
  const { launches } = workspace;
  const named = useCallback((answer: LaunchComparison) => comparisonNamed(answer, launches), [launches]);
  return { state, answer: useLaunchComparison(launch.id, state, version, named) };
}
