import { z } from 'zod';
import { fault } from './fault.ts';
import { visible } from './visible.ts';

/** What past launches say about the outcome of one to come: `GET /api/launches/:id/outlook`, `launchroom outlook`. */

/** Squares of larger numbers, and what is summed of them, are none any more. */
export const largestNumber = 1e100;
const number = z.number().min(-largestNumber).max(largestNumber);

/** A name of an outcome or a column. */
const name = visible(z.string().trim().min(1).max(120));
const mostColumns = 20;

/** What outcomes of this workspace's launches are: "market share", "%". The unit "%" makes them shares of a hundred. */
export const outcomeNameSchema = z.strictObject({
  name,
  names: z.strictObject({ en: name.optional(), fr: name.optional() }).optional(),
  unit: visible(z.string().trim().max(20)).optional(),
});
/** What came of a launch, in the workspace's unit. */
export const launchOutcomeSchema = number;
/** Numbers of a launch that no post tells: media spend, price, distribution. */
export const launchColumnsSchema = z
  .array(z.strictObject({ name, value: number }))
  .max(mostColumns)
  .superRefine((columns, context) => {
    const names = columns.map((column) => column.name);
    const repeated = names.find((one, place) => names.indexOf(one) !== place);
    if (repeated === undefined) return;
    const said = fault('repeated-column', `the column "${repeated}" stands twice`, { name: repeated });
    context.addIssue({ code: 'custom', ...said });
  });

export const outlookRefusals = ['too-few-launches', 'no-better-than-mean'] as const;
export type OutlookRefusal = (typeof outlookRefusals)[number];

/** How right forecasts of launches were that were left out of what they were made from; errors in units of the outcome. */
export type OutlookScore = {
  /** Shares (0..1) of the outcomes that lay within the 50 and 80 % intervals. */
  coverage50: number;
  coverage80: number;
  /** Mean interval score of the 80 % interval (Winkler 1972): its width, and ten times what the outcome lies outside. Less is better. */
  intervalScore: number;
  /** Mean distance of the outcome from the median. */
  absoluteError: number;
};

/** The outlook's own record, each past launch (at most 200 of them) foretold from the others alone. */
export type OutlookRecord = OutlookScore & {
  launches: number;
  /** The plain mean of the others, with the interval of one more of them. */
  mean: OutlookScore;
  /** The same scale without a column. */
  withoutColumns: OutlookScore;
  /** The share of orders of the outcomes in which the columns would seem to say as much: at most `mostChance` where it answers. */
  chance: number;
  scale: 'as-is' | 'log' | 'logit';
  /** What was looked at. */
  columns: string[];
};

/** More than one table in fifty of pure chance is too much for a figure that people plan by. */
export const mostChance = 0.02;
/**
 * What a column moves: by how much the median would be other if the launch stood, in this column, where past launches stand on
 * average. `weight` (0..1): how sure it is that the column says anything.
 */
export type OutlookMove = { column: string; effect: number; weight: number };

/** In units of the outcome. Between the lows and highs the outcome lies with 80 and 50 per cent. */
export type OutlookFigures = {
  median: number;
  low80: number;
  high80: number;
  low50: number;
  high50: number;
  /** What moves it most first. */
  because: OutlookMove[];
  /** Columns in which the launch lies outside of all past ones: there the outlook only continues a line. */
  beyond: string[];
};

/** `because`: a sentence in English. */
export type OutlookRefused = { refused: OutlookRefusal; because: string };

/**
 * What is foretold of one launch. Columns are those that launches bring, `buzz:NAME` (see `buzzColumns`) and `signal:NAME` (the sum of
 * an outside series). `past`: how many other launches have an outcome. `outcome`: its name and unit as the workspace says
 * them. `asOfMs`: how long after T0 (negative: before it) each launch was looked at.
 */
export type LaunchOutlook = {
  outcome: { name: string; unit?: string } | null;
  asOfMs: number;
  past: number;
  record: OutlookRecord | null;
} & (OutlookFigures | OutlookRefused);
