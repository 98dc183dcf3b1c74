import type { AlertsState } from '../../../shared/alerts.ts';
import type { Workspace } from '../../../shared/domain.ts';
import type { StatusState } from '../../../shared/protocol.ts';
import { useDoubtfulThemes } from '../../history/useScoreboard.ts';
import { useSession } from '../../history/useSession.ts';
import { type Names, namesOf } from '../../history/useWorkspace.ts';
import { useFrame } from '../../live/useFrame.ts';
import type { Format } from '../../ui/format.ts';
import { useFormat } from '../../ui/useFormat.ts';
import { useNamedWorkspace } from '../../ui/useNamedWorkspace.ts';
import { useWords } from '../../ui/useWords.ts';

export type AlertsPage = {
  data: string;
  workspace: Workspace | undefined;
  /** Why there is no workspace to name things by, and how to ask again. */
  failed: Error | null;
  retry: () => void;
  names: Names;
  format: Format;
  live: AlertsState | undefined;
  /** Themes that are often filed wrongly, with the share that is filed rightly. */
  doubtful: ReadonlyMap<string, number>;
  /** This browser's key may look and not change. */
  isViewer: boolean;
};

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;
const selectData = (status: StatusState) => status.data;
const whole = (state: AlertsState) => state;

/** What the list and the page of one alert both need. */
export function useAlertsPage(): AlertsPage {
  const { say } = useWords();
  const version = useFrame('status', selectVersion);
  const answer = useNamedWorkspace(version);
  const workspace = answer.data?.value;
  return {
    data: useFrame('status', selectData) ?? '',
    workspace,
    failed: workspace ? null : answer.error,
    retry: () => void answer.refetch(),
    names: namesOf(workspace, say('explore.noTheme')),
    format: useFormat(workspace?.timeZone ?? 'UTC'),
    live: useFrame('alerts', whole),
    doubtful: useDoubtfulThemes(version ?? ''),
    isViewer: useSession().data?.role === 'view',
  };
}
