import type { FiguresState } from '../../../shared/protocol.ts';
import type { Format } from '../../ui/format.ts';
import type { Stage } from '../../ui/useStage.ts';
import type { BriefWindow } from './briefWindow.ts';

/** What every part of the Brief is given. */
export type BriefPart = {
  stage: Stage;
  window: BriefWindow;
  format: Format;
  state: FiguresState;
  /** How long the window is, as the clock above the headline tells it: in whole minutes. */
  lengthMs: number;
};
