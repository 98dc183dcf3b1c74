import { z } from 'zod';
import type { Rejection } from './protocol.ts';
import type { BuzzKind } from './signalAxis.ts';
import { visible } from './visible.ts';

/**
 * Outside series: numbers that others count (media spend, orders, searches), beside what people say. One value for each name,
 * brand and moment.
 */
export const signalName = visible(z.string().trim().min(1).max(120));

/** Different pairs of name and brand that are kept. */
export const mostSignals = 200;

/**
 * `POST /api/signals`. `received = accepted + replaced + rejected`: `replaced` counts values whose name, brand and moment were
 * known, also where the value is the same again.
 */
export type SignalsPosted = { received: number; accepted: number; replaced: number; rejected: Rejection[] };

/** A series by name and brand; `brand` null: of no brand in particular. `last`: its newest value. */
export type SignalListed = {
  name: string;
  brand: string | null;
  values: number;
  firstAt: number;
  lastAt: number;
  last: number;
};
/** `GET /api/signals` without a name. */
export type SignalsList = { items: SignalListed[] };
/** `GET /api/signals?name`: oldest first. `isCut`: there are older ones in the range than fit into an answer. */
export type SignalValues = {
  values: { name: string; brand: string | null; at: number; value: number }[];
  isCut: boolean;
};

/**
 * Whether an outside series and buzz move together in time, on common steps. `lag` in steps: above zero the outside series moves
 * first. `chance`: how often two series that have nothing to do with each other would agree as well. Never a proof of cause.
 */
export type LeadLag =
  | { is: 'found'; steps: number; lag: number; low: number; high: number; correlation: number; chance: number }
  /** `thin`: too few common steps; `flat`: one of them does not move; `chance`: no better than chance. */
  | { is: 'thin' | 'flat'; steps: number; neededSteps: number }
  | { is: 'chance'; steps: number; correlation: number; chance: number };

/** `GET /api/launches/:id/signals?name&of`: the series on the launch's axis; `value` and `buzz` are null where nothing is known. */
export type LaunchSignal = {
  name: string;
  brand: string | null;
  of: BuzzKind;
  stepMs: number;
  t0: number;
  points: { at: number; value: number | null; buzz: number | null }[];
  leadLag: LeadLag;
};
