/** What the demo says of a source that is lost in a rehearsal. */
export const rehearsedLoss = 'lost in a rehearsal';
export const rehearsalScenarios = ['crisis', 'bot-storm', 'outage'] as const;
export type RehearsalScenario = (typeof rehearsalScenarios)[number];

/**
 * `GET /api/demo/rehearsal`: the last rehearsal in the demo's store and how fast it was answered. Moments are epoch ms; durations
 * ms since `startedAt`. `raised` and `acknowledged` are absent until they have happened.
 */
export type Rehearsal = {
  scenario: RehearsalScenario;
  startedAt: number;
  /** When its last post was sent, or its source spoke again; absent while it is being played. */
  endedAt?: number;
  posts: number;
  alert?: { id: string; severity: number };
  raisedAfterMs?: number;
  acknowledgedAfterMs?: number;
};
