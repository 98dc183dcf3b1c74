import { createContext } from 'react';
import type { Workspace } from '../../shared/domain.ts';
import type { ScoreboardAnswer } from '../../shared/scoreboard.ts';
import type { LastShown } from './lastShown.ts';
import type { LiveStore } from './liveStore.ts';

const keepEveryMs = 10_000;
const askEveryMs = 1_000;

export type KeeperDeps = {
  live: LiveStore;
  keep(shown: LastShown): Promise<void>;
  read(): Promise<LastShown | null>;
  forget(): Promise<void>;
  /** Whether no server answers at all: one that refuses us does answer. */
  isServerAway(): Promise<boolean>;
};

/** Keeps what a live screen shows, and gives it back to one that no server answers. */
export type Keeper = {
  /** The settings as the screen has them: kept beside the figures that they name. */
  note(workspace: Workspace): void;
  /** What people's labels say of the machine: without it what was grey would come back in colour. */
  noteBoard(board: ScoreboardAnswer): void;
  /** Settings of the figures that were given back; null where none were. */
  workspace(): Workspace | null;
  /** The same of the labels. */
  board(): ScoreboardAnswer | null;
  stop(): void;
};

export function createKeeper({ live, keep, read, forget, isServerAway }: KeeperDeps): Keeper {
  let noted: Workspace | null = null;
  let board: ScoreboardAnswer | null = null;
  let restored: Pick<LastShown, 'workspace' | 'board'> | null = null;
  let keptAt = 0;
  let isBusy = false;
  const complain = (error: unknown) => console.warn('What was shown last could not be kept', error);

  async function giveBack(): Promise<void> {
    if (!(await isServerAway())) return;
    const shown = await read();
    if (!shown || live.liveness().state !== 'connecting' || live.connection().state !== 'connecting') return;
    restored = shown;
    live.restore(shown);
  }
  async function look(): Promise<void> {
    const now = Date.now();
    if (live.connection().state === 'refused') {
      restored = null;
      return forget();
    }
    if (live.liveness().state === 'connecting') return giveBack();
    const shown = live.snapshot();
    if (!shown || !noted || now - keptAt < keepEveryMs) return;
    keptAt = now;
    await keep({ ...shown, workspace: noted, board });
  }
  const ticking = setInterval(() => {
    // A server that is away takes longer to say nothing than a tick lasts.
    if (isBusy) return;
    isBusy = true;
    look()
      .catch(complain)
      .finally(() => {
        isBusy = false;
      });
  }, askEveryMs);
  return {
    note(workspace) {
      noted = workspace;
    },
    noteBoard(next) {
      board = next;
    },
    workspace: () => restored?.workspace ?? null,
    board: () => restored?.board ?? null,
    stop: () => clearInterval(ticking),
  };
}

/** Null on walls and in tests of one screen. */
export const KeeperContext = createContext<Keeper | null>(null);
