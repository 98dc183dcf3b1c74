import { z } from 'zod';
import type { Rejection } from './protocol.ts';
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
