import type { AlertsState } from '../../../shared/alerts.ts';
import type { Workspace } from '../../../shared/domain.ts';
import type { StatusState } from '../../../shared/protocol.ts';
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
  /** This browser's key may look and not change. */
  isViewer: boolean;
};

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;
const selectData = (status: StatusState) => status.data;
const whole = (state: AlertsState) => state;

/** What the list and the page of one alert both need. */
export function useAlertsPage(): AlertsPage {
  const { say } = useWords();
  const answer = useNamedWorkspace(useFrame('status', selectVersion));
  const workspace = answer.data?.value;
  return {
    data: useFrame('status', selectData) ?? '',
    workspace,
    failed: workspace ? null : answer.error,
    retry: () => void answer.refetch(),
    names: namesOf(workspace, say('explore.noTheme')),
    format: useFormat(workspace?.timeZone ?? 'UTC'),
    live: useFrame('alerts', whole),
    isViewer: useSession().data?.role === 'view',
  };
}
