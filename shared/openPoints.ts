import type { LaunchDecision } from './decisions.ts';

/** Why something needs a decision; in this order of urgency. */
export const openPointKinds = ['safety', 'sold-out', 'theme-hurts', 'question'] as const;
export type OpenPointKind = (typeof openPointKinds)[number];

/** Something that people say and that waits for an answer, with the figures that say so. */
export type OpenPoint = {
  /** The same as long as it is about the same: a decision names it. */
  id: string;
  kind: OpenPointKind;
  brand: string;
  theme?: string;
  /** What is asked, masked, in the words of somebody who asks. */
  question?: string;
  /** Mentions of the theme, distinct texts that say or ask it, in [from, to). */
  count: number;
  /** Of mentions: how many distinct texts they are. */
  texts?: number;
  from: number;
  to: number;
  /** Times its usual share; absent for a question, and where it was hardly ever said before. */
  times?: number;
  /** Probability that it is said more than usual. */
  probability?: number;
  net?: { net: number; low: number; high: number };
  /** Parameters of `GET /api/mentions` and of Explore that list what is behind it. */
  messages: { brand: string; theme?: string; q?: string; sentiment?: 'negative'; from: number; to: number };
};
/** `GET /api/open-points?brand`. `closed`: points that hold and of which a decision was noted. `isUsualKnown`: false: too little was heard to say what is usual. */
export type OpenPointsAnswer = {
  from: number;
  to: number;
  isUsualKnown: boolean;
  open: OpenPoint[];
  closed: { point: OpenPoint; launch: string; decision: Pick<LaunchDecision, 'at' | 'name' | 'id'> }[];
};
