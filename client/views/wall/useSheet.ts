import { useRef } from 'react';
import type { AlertsState } from '../../../shared/alerts.ts';
import { useFrame } from '../../live/useFrame.ts';
import { type DueSheets, dueSheets, type Sheet, sheetAt } from '../../select/alertSheet.ts';

const whole = (state: AlertsState) => state;

/** The alert that stands over the scene at `now`, if one does. `pace`: how fast the time shown passes, 1 when it is live. */
export function useSheet(now: number, pace: number): Sheet | null {
  const state = useFrame('alerts', whole);
  const due = useRef<DueSheets>({});
  if (state) due.current = dueSheets(due.current, state);
  return sheetAt(state, due.current, now, pace);
}
