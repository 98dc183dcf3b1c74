import type { DataSet } from '../shared/protocol.ts';
import type { Alerts } from './alerts/openAlerts.ts';
import type { Outbox } from './deliver/createOutbox.ts';
import type { Engine } from './engine/engine.ts';
import type { Preview, Retrain } from './engine/previewThread.ts';
import type { RuleShelf } from './http/ruleShelf.ts';
import type { Publisher } from './live/publisher.ts';
import type { Scoreboard } from './scoreboard/createScoreboard.ts';
import type { SourceBoard } from './sources/board.ts';
import type { History } from './store/store.ts';

/** One world of data with everything that serves it: the demo is one, the user's own is another; never mixed. */
export type Dataset = {
  name: DataSet;
  engine: Engine;
  history: History;
  publisher: Publisher;
  /** Says why of its messages. */
  shelf: RuleShelf;
  /** What a workspace that nobody saved would make of history. */
  preview: Preview;
  /** What people's corrections teach, as a workspace that nobody saved. */
  retrain: Retrain;
  sources: SourceBoard;
  /** What people's labels say of the machine. */
  scoreboard: Scoreboard;
  alerts: Alerts;
  /** What is told outside these screens; null: nothing is (the demo). */
  outbox: Outbox | null;
  /** Whether a demo's launches of long ago are still being read in; absent: nothing is told here. */
  isTelling?(): boolean;
  close(): Promise<void>;
};
