import { z } from 'zod';
import type { Change } from './decisions.ts';
import { fault } from './fault.ts';
import { moment } from './moment.ts';
import type { Named } from './nameIn.ts';
import type { MessageCard } from './protocol.ts';
import type { NetSentiment } from './uncertainty.ts';
import { visible } from './visible.ts';

/** What `GET /api/launches/:id/retrospective` answers: the story of a launch in order. Offsets are ms from T0. */

/** `before`: the week until T0; `day`: the first 24 hours; `week`: from then to the seventh day. */
export const chapterNames = ['before', 'day', 'week'] as const;
export type ChapterName = (typeof chapterNames)[number];

/** A sum over hours; `net` null: too few opinions. */
export type StoryFigures = {
  mentions: number;
  positive: number;
  neutral: number;
  negative: number;
  net: NetSentiment | null;
};

/** [fromMs, toMs): what of the chapter has been and was listened to, in whole hours. */
export type Chapter = StoryFigures & {
  name: ChapterName;
  fromMs: number;
  toMs: number;
  /** False while it is under way, or where a part of it was not listened to. */
  isWhole: boolean;
  /** Distinct texts among its mentions. */
  texts: number;
  perHour: number;
  peak: { offsetMs: number; mentions: number } | null;
  /** Significant messages that each speak for many, best first: of its busiest hour, where there are three. */
  messages: MessageCard[];
};

export const turnKinds = ['sentiment', 'peak'] as const;
export type TurnKind = (typeof turnKinds)[number];

/** What a person says of a turning point that the machine found. */
export const turnVerdictSchema = z.strictObject({
  at: moment,
  kind: z.enum(turnKinds),
  is: z.enum(['confirmed', 'dismissed']),
  note: visible(z.string().trim().min(1).max(400)).optional(),
});
export const lessonsSchema = z.array(visible(z.string().trim().min(1).max(400))).max(50);
export type TurnVerdict = z.infer<typeof turnVerdictSchema>;

/**
 * `sentiment`: net sentiment is another from here on, `change` in points. `peak`: an hour far above the same time of the day
 * before, `change` in times. Found where the probability of a change is above 90 %.
 */
export type TurningPoint = {
  kind: TurnKind;
  at: number;
  offsetMs: number;
  change: Change;
  before: StoryFigures & { hours: number };
  after: StoryFigures & { hours: number };
  /** Of a change of sentiment: the theme whose share of mentions moved most, shares 0..1. */
  theme?: { id: string; before: number; after: number };
  /** Own events and decisions within six hours before it. It did not have to come from them. */
  near: ({ at: number; is: 'event' | 'decision' } & Named)[];
  verdict?: TurnVerdict;
};

/** A theme before T0 beside the first week after it; shares 0..1 of the launch's mentions. */
export type ThemeMove = {
  id: string;
  before: { mentions: number; share: number; net: NetSentiment | null };
  after: { mentions: number; share: number; net: NetSentiment | null };
  /** Whether its share grew: probability 0..1; null where one side has no mentions. */
  probabilityMore: number | null;
  net: Change | null;
};

export type Retrospective = {
  launch: string;
  /** When this was counted, epoch ms. */
  now: number;
  /** What was counted: the product's query, or all of the brand. */
  counts: 'product' | 'brand';
  heard: { fromMs: number; toMs: number } | null;
  chapters: Chapter[];
  turns: TurningPoint[];
  /** What moved most comes first. */
  themes: ThemeMove[];
  /** From the largest hour on, when a day's mean first fell to half of the first day's: ms from T0; null: not yet, or not known. */
  halfLifeMs: number | null;
  lessons: string[];
};

/** `PATCH /api/launches/:id/retrospective`: a verdict on one turning point (`is: null` takes it back), or all lessons. */
export const retrospectiveChangeSchema = z
  .strictObject({
    turn: turnVerdictSchema.extend({ is: turnVerdictSchema.shape.is.nullable() }).optional(),
    lessons: lessonsSchema.optional(),
  })
  .refine(({ turn, lessons }) => turn !== undefined || lessons !== undefined, {
    ...fault('nothing-said', 'say turn, lessons, or both'),
  });
export type RetrospectiveChange = z.infer<typeof retrospectiveChangeSchema>;

/** Two counts of one history may find a turning point an hour apart: it is the same one. */
export const sameTurnMs = 2 * 3_600_000;
