import { z } from 'zod';
import { moment } from './moment.ts';
import { visible } from './visible.ts';

const count = z.number().int().min(0);
const points = z.number().min(-100).max(100);

/** What was counted of a brand in [from, to), of all its mentions. */
export const figuresSchema = z.strictObject({
  from: moment,
  to: moment,
  /** How much of the span was listened to: before the first post nothing was, nor where nothing came from anywhere. */
  heardMs: count,
  mentions: count,
  distinct: count,
  positive: count,
  neutral: count,
  negative: count,
  /** Mentions an hour of what was listened to; null where nothing was. */
  perHour: z.number().min(0).nullable(),
  /** -100 to 100 with its 90 % interval; null: too few opinions. */
  net: z.strictObject({ net: points, low: points, high: points, opinions: count }).nullable(),
  /** Most mentioned first, at most twelve; shares (0..1) of the mentions, which may hold several themes. */
  themes: z.array(z.strictObject({ id: z.string(), mentions: count, share: z.number().min(0).max(1) })).max(12),
});
export type Figures = z.infer<typeof figuresSchema>;

/** What was known at the moment of a decision, of the hour and the day before it: never counted again. */
export const snapshotSchema = z.strictObject({
  hour: figuresSchema,
  day: figuresSchema,
  /** Under which rule set it was counted, and after how many corrections: under others the same messages count otherwise. */
  counted: z.strictObject({ ruleSet: count, corrections: count }).optional(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;

const name = visible(z.string().trim().min(1).max(120));
const words = (most: number) => visible(z.string().trim().min(1).max(most));
/** Loose: older documents may say more. */
export const launchDecisionSchema = z.looseObject({
  at: moment,
  name,
  names: z.strictObject({ en: name.optional(), fr: name.optional() }).optional(),
  id: words(80).optional(),
  who: words(80).optional(),
  /** What is expected of it. */
  expected: words(400).optional(),
  /** The open point that it answers, by its id, and what people ask where that is a question. */
  about: words(300).optional(),
  question: words(400).optional(),
  snapshot: snapshotSchema.optional(),
});
export type LaunchDecision = z.infer<typeof launchDecisionSchema>;

/** `POST /api/launches/:id/decisions`: its moment and its figures are the server's to say. */
export const decisionNoteSchema = z.strictObject({
  name,
  who: words(80).optional(),
  expected: words(400).optional(),
  about: words(300).optional(),
});
export type DecisionNote = z.infer<typeof decisionNoteSchema>;

/** A difference with its 90 % interval and the probability that it is a growth. */
export type Change = { value: number; low: number; high: number; probability: number };
/** The same span before and after a decision, both as counted now. What followed did not have to come from it. */
export type Followed = {
  spanMs: number;
  /** How much of the span has passed since; equally much before it is compared. */
  elapsedMs: number;
  before: Figures;
  after: Figures;
  /** Times as many mentions an hour as before; null where too little is known. */
  mentions: Change | null;
  /** Points of net sentiment. */
  net: Change | null;
  /**
   * Mentions of the span before that are counted now and were not when it was decided (less than zero: taken back). Null where that is
   * not known: no snapshot, or history was counted again under other rules since.
   */
  cameLater: number | null;
};
export type FollowedDecision = LaunchDecision & { letter: string; hour: Followed; day: Followed };
/** `GET /api/launches/:id/decisions`, in the order of time. */
export type DecisionsAnswer = { items: FollowedDecision[] };
