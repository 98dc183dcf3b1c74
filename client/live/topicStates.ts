import type { AlertsState } from '../../shared/alerts.ts';
import type { FiguresState, Frame, StatusState, VoicesState } from '../../shared/protocol.ts';
import type { WallState } from '../../shared/wall.ts';

/** Which state a topic's frames build up. */
export type StateOf<T extends string> = T extends 'status'
  ? StatusState
  : T extends 'alerts'
    ? AlertsState
    : T extends 'wall'
      ? WallState
      : T extends `figures/${string}`
        ? FiguresState
        : T extends `voices/${string}`
          ? VoicesState
          : never;

/** The topics a screen may ask for, so that a misspelt one fails the types. */
export type LiveTopic = 'status' | 'alerts' | 'wall' | `figures/${string}` | `voices/${string}`;

/** What came with the state besides it: version and times, all on the server's clock. */
export type FrameTimes = Pick<Frame, 'epoch' | 'version' | 'madeAt' | 'newestReceivedAt'>;
