import type { Stage } from '../../../shared/domain.ts';
import { useMessages } from '../../history/useMessages.ts';
import { listedCount, type Picture } from '../../select/explorePicture.ts';
import type { ExploreState } from '../../select/exploreState.ts';
import type { TabCount } from './Messages.tsx';

type Asked = {
  state: ExploreState;
  isFiltered: boolean;
  picture: Picture | undefined;
  version: string;
  opened: number;
};

/**
 * How many messages each tab holds: by the figures where they know it, else (a search, say) by reading its first pages, which
 * then are there when the tab is opened. Of the tab that is open it is the list itself.
 */
export function useTabCounts({
  state,
  isFiltered,
  picture,
  version,
  opened,
}: Asked): Record<Stage, TabCount | undefined> {
  const stateOf = (stage: Stage): ExploreState => ({
    ...state,
    stage,
    reasons: stage === state.stage ? state.reasons : [],
  });
  const knownOf = (stage: Stage) => picture && listedCount(picture, { ...stateOf(stage), isFiltered });
  const windowOf = (stage: Stage) => (knownOf(stage) === undefined ? picture?.window : undefined);
  const read = {
    significant: useMessages(stateOf('significant'), windowOf('significant'), version, opened),
    important: useMessages(stateOf('important'), windowOf('important'), version, opened),
    'set-aside': useMessages(stateOf('set-aside'), windowOf('set-aside'), version, opened),
  };
  const countOf = (stage: Stage): TabCount | undefined => {
    const known = knownOf(stage);
    if (known !== undefined) return { count: known, isMore: false };
    const { data, hasNextPage, isPlaceholderData, isError } = read[stage];
    if (!picture || !data || isPlaceholderData || isError) return undefined;
    return { count: data.pages.reduce((sum, { items }) => sum + items.length, 0), isMore: hasNextPage };
  };
  return { significant: countOf('significant'), important: countOf('important'), 'set-aside': countOf('set-aside') };
}
