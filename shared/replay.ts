import { z } from 'zod';
import type { AlertKind } from './alertKinds.ts';
import { fault } from './fault.ts';
import { id } from './id.ts';
import { moment } from './moment.ts';
import { type ReplayClock, replayClocks } from './replayClocks.ts';

const speed = z.number().min(1).max(600);

/** `POST /api/replays` and `POST /api/own-replays`: of a launch (from six hours before its first T0 to fourteen days after its last, or to now) or of a range. */
export const replayAskSchema = z
  .strictObject({
    launch: id.optional(),
    from: moment.optional(),
    to: moment.optional(),
    clock: z.enum(replayClocks).default('said'),
    speed: speed.default(60),
    at: moment.optional(),
    paused: z.boolean().default(false),
  })
  .refine((asked) => (asked.launch === undefined) !== (asked.from === undefined || asked.to === undefined), {
    ...fault('launch-or-range', 'name a launch, or both from and to'),
  })
  .refine(
    ({ from, to }) => from === undefined || to === undefined || from < to,
    fault('from-after-to', 'from is before to'),
  );
export type ReplayAsk = z.output<typeof replayAskSchema>;

/** `PATCH /api/replays/:id` and `/api/own-replays/:key`. `step`: so many ms forth, or back where negative; it pauses. */
export const replayChangeSchema = z.strictObject({
  at: moment.optional(),
  step: z.number().int().min(-31_536_000_000).max(31_536_000_000).optional(),
  speed: speed.optional(),
  paused: z.boolean().optional(),
  clock: z.enum(replayClocks).optional(),
});
export type ReplayChange = z.output<typeof replayChangeSchema>;

/** Where a replay stands. `at` is the moment that its screens show, within [from, to]. */
export type ReplayAnswer = {
  id: string;
  /** True: the room's, moved by those who may change things. False: somebody's own, moved by whoever holds its key. */
  forRoom: boolean;
  launch?: string;
  /** Of the launch, else of the workspace: in which its moments are told. */
  timeZone: string;
  from: number;
  to: number;
  at: number;
  clock: ReplayClock;
  speed: number;
  paused: boolean;
  /** Mentions said in [from, at) that are counted today, and how many of them had arrived by `at`. */
  counted: number;
  known: number;
  /** `known` of `counted`, 0..1; null while nothing was said. */
  knownShare: number | null;
  /** Alerts told in [from, at], oldest first. */
  alerts: { id: string; raisedAt: number; kind: AlertKind; brand?: string; severity: number }[];
};

/** `POST /api/own-replays`. `key`: moves and ends it; told once, to whoever opened it. */
export type OwnReplayAnswer = ReplayAnswer & { key: string };
/** `GET /api/replays?launch`: those of the room that run, the oldest first. */
export type ReplaysAnswer = { items: ReplayAnswer[] };
