import { z } from 'zod';
import { type AlertKind, type AlertState, alertKinds } from './alertKinds.ts';
import { fault } from './fault.ts';
import { id } from './id.ts';
import { type Channel, channels } from './kinds.ts';
import type { Named } from './nameIn.ts';
import type { MessageCard } from './protocol.ts';
import { visible } from './visible.ts';

export { defaultAlertSettings } from './alertDefaults.ts';
export { type AlertKind, type AlertState, alertKinds, alertStates } from './alertKinds.ts';

const text = visible(z.string().trim().min(1).max(120));
const hour = z
  .string()
  .refine(
    (text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text),
    fault('bad-time', 'should be a time of day such as "22:00"'),
  );

/** When and for what somebody wants to be told. Absent lists: all of them. Defaults: `defaultAlertSettings`. */
export const alertRuleSchema = z.strictObject({
  id,
  name: text,
  kinds: z.array(z.enum(alertKinds)).min(1),
  brands: z.array(id).optional(),
  themes: z.array(id).optional(),
  channels: z.array(z.enum(channels)).optional(),
  /** 1: only what is very rare, 10: whatever may be something. */
  sensitivity: z.number().int().min(1).max(10).default(5),
  /** It must have stood out for so long before it is told. */
  pendingMinutes: z.number().int().min(0).max(240).default(0),
  /** Fewer mentions than this are never told. */
  least: z.number().int().min(1).max(1_000_000).default(10),
  /** Shown over whatever a wall shows. */
  interrupts: z.boolean().default(true),
  /** Ids of receivers; absent: all of them. */
  receivers: z.array(id).optional(),
  isOff: z.boolean().default(false),
});
export const quietHoursSchema = z.strictObject({
  from: hour,
  to: hour,
  /** From this severity on it is delivered all the same. */
  butFrom: z.number().int().min(1).max(10).default(8),
});
export const alertSettingsSchema = z.strictObject({
  rules: z.array(alertRuleSchema).max(100),
  /** In the workspace's time zone; null: none. Screens show alerts at any hour, receivers only hear of grave ones. */
  quietHours: quietHoursSchema.nullable(),
});
export type AlertRule = z.infer<typeof alertRuleSchema>;
export type AlertSettings = z.infer<typeof alertSettingsSchema>;

/** What stands out; absent members: all of them. */
export type AlertSubject = {
  kind: AlertKind;
  brand?: string;
  theme?: string;
  channel?: Channel;
  source?: string;
  term?: string;
};

/**
 * What was counted in the `spanMs` before `at` (epoch ms), and what was expected. Of a share all four are 0..1 and `part` of
 * `whole` were counted. `low` to `high`: the usual range, where it is known.
 */
export type AlertFigure = {
  at: number;
  spanMs: number;
  value: number;
  expected: number;
  low?: number;
  high?: number;
  part?: number;
  whole?: number;
};

/** The hours before, step by step, for a small chart. `until`: when it was counted, epoch ms; the newest step may still have been running. */
export type AlertCourse = {
  startAt: number;
  stepMs: number;
  until?: number;
  values: number[];
  expected: number[];
  high: number[];
};

/** As a person's word left an alert at a moment. */
export type AlertWord = { at: number } & Pick<Alert, 'state' | 'snoozedUntil' | 'owner'>;

export type Alert = AlertSubject & {
  id: string;
  rule: string;
  /** When it was said that stands out first and last, when we told it first, when it was over (absent: it goes on). Epoch ms. */
  at: number;
  until: number;
  raisedAt: number;
  overAt?: number;
  /** 1 to 10: from how improbable it is and how large. Of an alert the highest so far. */
  severity: number;
  /** How grave it was, from when: as it was raised, and each time it grew. Absent of what older programs kept. */
  severities?: { at: number; severity: number }[];
  /** About once in so many days would chance alone do it; absent where what is usual is not known yet. */
  onceInDays?: number;
  /** Less than three days were heard: it says how much, not how unusual. */
  isKnown: boolean;
  first: AlertFigure;
  current: AlertFigure;
  course?: AlertCourse;
  /** Distinct texts and authors of it, and mentions that are copies; absent where they are not counted. */
  distinct?: number;
  authors?: number;
  copies?: number;
  /** Others of the same brand that stood out with it, and the rules that saw them. */
  with: (AlertSubject & { rule: string })[];
  /** A message that speaks for it, masked. */
  example?: MessageCard;
  interrupts: boolean;
  state: AlertState;
  /** While snoozed: until when. */
  snoozedUntil?: number;
  /** When somebody first took it up. */
  acknowledgedAt?: number;
  owner?: string;
  /** How people's words left it, the oldest first; absent before the first, and of what older programs kept. */
  words?: AlertWord[];
  /** A person's word, for the rule's precision. */
  useful?: boolean;
  /** Part of a rehearsal: nobody outside is told. */
  rehearsal?: true;
};

/** State of the `alerts` topic: what nobody resolved and goes on, or was over within six hours. Newest first in `order`, at most 20. */
export type AlertsState = { order: string[]; alerts: Record<string, Alert> };

/** `PATCH /api/alerts/:id`. */
export const alertChangeSchema = z
  .strictObject({
    state: z.enum(['open', 'acknowledged', 'resolved']).optional(),
    /** Minutes from now. */
    snoozeMinutes: z.number().int().min(1).max(10_080).optional(),
    owner: visible(z.string().trim().max(80)).nullable().optional(),
    useful: z.boolean().nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, fault('nothing-said', 'says nothing to change'))
  .refine(({ state, snoozeMinutes }) => state !== 'resolved' || snoozeMinutes === undefined, {
    path: ['snoozeMinutes'],
    ...fault('resolved-sleeps', 'what is resolved does not sleep'),
  });
export type AlertChange = z.infer<typeof alertChangeSchema>;

/** One part of an alert's excess: what was counted, what was expected; all parts together are the whole. */
export type ExcessPart = {
  /** The theme ('none': without one), the channel, the language, whether copies. */
  theme: string;
  channel: Channel;
  lang: string;
  areCopies: boolean;
  value: number;
  expected: number;
  /** Of copies each with the known copies of the text that it repeats. */
  messages: MessageCard[];
};
/** What an excess consists of. `rest`: parts too small to be told apart, as one. Excess = sum of parts and rest, exactly. */
export type Autopsy = {
  from: number;
  to: number;
  value: number;
  expected: number;
  parts: ExcessPart[];
  rest: { parts: number; value: number; expected: number };
  /** What the excess mostly is. `own-event`: one of the launch's own events lies shortly before it. */
  nature: 'organic' | 'copies' | 'own-event';
  event?: { launch: string; at: number } & Named;
};

/** `GET /api/alerts?from&to&state&limit`: newest first, over or not. */
export type AlertsAnswer = { items: Alert[] };
/** `GET /api/alerts/:id`. `autopsy` is null for a silent source, and where the posts are gone. */
export type AlertAnswer = Alert & { autopsy: Autopsy | null };
/** What people said of a rule's alerts. Precision = useful / (useful + useless). */
export type RulePrecision = { rule: string; alerts: number; useful: number; useless: number };

/** What a rule would have told once: an alert without what people make of it. */
export type BacktestStory = AlertSubject & {
  at: number;
  until: number;
  severity: number;
  isKnown: boolean;
  figure: AlertFigure;
};

/** `POST /api/alert-rules/backtest` with an alert rule (and `days`, at most 90): what it would have told. */
export type BacktestAnswer = {
  from: number;
  to: number;
  /** Series that were judged together. */
  series: number;
  /** With the sensitivity of the rule, newest first. */
  alerts: BacktestStory[];
  /** The same with each sensitivity 1..10: a slider that moves has its answer already. */
  bySensitivity: BacktestStory[][];
  /** Alerts a week by sensitivity 1..10, for the slider. */
  perWeek: number[];
};
