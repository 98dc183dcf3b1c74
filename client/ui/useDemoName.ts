import type { AlertsState } from '../../shared/alerts.ts';
import type { StatusState } from '../../shared/protocol.ts';
import { rehearsedLoss } from '../../shared/rehearsal.ts';
import { useFrame } from '../live/useFrame.ts';
import { useWords } from './useWords.ts';

const hasRehearsed = (state: AlertsState) => Object.values(state.alerts).some(({ rehearsal }) => rehearsal === true);
const isLossPlayed = (status: StatusState) =>
  Object.values(status.sources).some(({ message }) => message === rehearsedLoss);

/** What data of the demo are called on every screen; posts and losses of a rehearsal are among its figures, and it says so. */
export function useDemoName(): string {
  const { say } = useWords();
  const isAlertPlayed = useFrame('alerts', hasRehearsed) === true;
  const isSourcePlayed = useFrame('status', isLossPlayed) === true;
  return say(isAlertPlayed || isSourcePlayed ? 'shell.demoRehearsal' : 'shell.demo');
}
