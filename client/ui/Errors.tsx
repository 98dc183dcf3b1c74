import { createContext, type ReactNode, useContext } from 'react';
import type { StatusState } from '../../shared/protocol.ts';
import { type Errors, measuredErrors } from '../../shared/uncertainty.ts';
import { useScoreboard } from '../history/useScoreboard.ts';
import { useFrame } from '../live/useFrame.ts';

const ErrorsContext = createContext<Errors>(measuredErrors);

const selectVersion = (status: StatusState) => `${status.data} ${status.workspace}`;

/** Gives every screen the error that the labels of this room leave; until they are known, that of a room without any. */
export function ErrorsOfLabels({ children }: { children: ReactNode }) {
  const version = useFrame('status', selectVersion);
  const { data } = useScoreboard(version ?? '', version !== undefined);
  return <ErrorsContext.Provider value={data?.errors ?? measuredErrors}>{children}</ErrorsContext.Provider>;
}

/** The error of net sentiment with which intervals are made. */
export const useErrors = (): Errors => useContext(ErrorsContext);
