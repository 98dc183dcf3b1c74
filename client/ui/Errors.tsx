import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { StatusState } from '../../shared/protocol.ts';
import { type Errors, measuredErrors } from '../../shared/uncertainty.ts';
import { useBoard } from '../history/useScoreboard.ts';
import { KeeperContext } from '../live/keeper.ts';
import { useFrame } from '../live/useFrame.ts';

const ErrorsContext = createContext<Errors>(measuredErrors);

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;

/** Gives every screen the error that the labels of this room leave; until they are known, that of a room without any. */
export function ErrorsOfLabels({ children }: { children: ReactNode }) {
  const version = useFrame('status', selectVersion) ?? '';
  const board = useBoard(version);
  const keeper = useContext(KeeperContext);
  useEffect(() => {
    if (board) keeper?.noteBoard(board);
  }, [keeper, board]);
  return <ErrorsContext value={board?.errors ?? measuredErrors}>{children}</ErrorsContext>;
}

/** The error of net sentiment with which intervals are made. */
export const useErrors = (): Errors => useContext(ErrorsContext);
