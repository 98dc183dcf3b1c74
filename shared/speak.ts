import type { Channel } from './domain.ts';
import type { Named } from './nameIn.ts';

/** What `GET /api/launches/:id/speak` answers: when and where a brand is usually spoken of. It suggests; people decide. */

/** `all`: weekdays and weekends are alike, or too few to be told apart. */
export const dayKinds = ['all', 'weekdays', 'weekend'] as const;
export type DayKind = (typeof dayKinds)[number];

/** Mentions per hour (near-copies left out) as a usual day holds them, with an 80 % interval of that expectation. */
export type UsualRate = { perHour: number; low: number; high: number };

/**
 * From `hour` o'clock (0..23, in the launch's zone) for `hours`. `probability` 0..1: that it usually holds more than the channel's
 * median window; `times`: so many times as much.
 */
export type SpeakWindow = UsualRate & {
  channel: Channel;
  days: DayKind;
  hour: number;
  hours: number;
  probability: number;
  times: number;
  usualDays: number;
};

/** Why nothing is said of a channel: too few whole days, too few mentions, or hours that cannot be told apart. */
export const speakRefusals = ['few-days', 'few-mentions', 'no-difference'] as const;
export type SpeakRefusal = (typeof speakRefusals)[number];

/** `rates[h]`: from h o'clock to the next; null where it was never listened to. Windows do not overlap, best first. */
export type SpeakProfile = {
  days: DayKind;
  usualDays: number;
  rates: (UsualRate | null)[];
  windows: SpeakWindow[];
};
/** `refused` alone, or what its days usually look like: figures never stand beside a refusal. */
export type SpeakChannel = { channel: Channel } & ({ refused: SpeakRefusal } | { profiles: SpeakProfile[] });

/**
 * What the `hours` after an own event held, all channels together, beside the same time of `usualDays` days around it: in the middle
 * `usual`; on `higher` of them it was as many or more. It did not have to come from the event.
 */
export type EventFollowed = Named & {
  at: number;
  hours: number;
  mentions: number;
  usual: number;
  higher: number;
  usualDays: number;
};

export type SpeakAnswer = {
  launch: string;
  /** When this was counted, epoch ms. */
  now: number;
  /** Hours of the day are this zone's. */
  timeZone: string;
  /** What was counted: the product's query, or all of the brand where the product has too few days. */
  counts: 'product' | 'brand';
  /** [from, to): the six weeks that were read. */
  from: number;
  to: number;
  /** Of all channels, most mentions an hour first; empty where none can be named. */
  best: SpeakWindow[];
  channels: SpeakChannel[];
  followed: EventFollowed[];
};

export const leastSpeakDays = 7;
