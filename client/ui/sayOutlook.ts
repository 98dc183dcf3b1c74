import type { LaunchOutlook } from '../../shared/outlook.ts';
import { type BuzzColumn, buzzColumns, fewestLaunches } from '../../shared/outlookColumns.ts';
import type { Format } from './format.ts';
import type { Say } from './useWords.ts';

/** An outcome in its unit, to about three digits: nobody knows it better. */
export function sayOutcome(value: number, unit: string | undefined, format: Format): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? format.number(value) : size >= 1 ? format.tenths(value) : format.score(value);
  const text = digits.replace(/^-/, '−');
  return unit ? `${text}\u00a0${unit}` : text;
}

/** Between two shares of a hundred lie points: "+5 %" of a share would be something else. */
const distanceUnit = (unit: string | undefined, say: Say) => (unit === '%' ? say('outlook.points') : unit);

function sayEffect(effect: number, unit: string | undefined, say: Say, format: Format): string {
  return `${effect < 0 ? '' : '+'}${sayOutcome(effect, distanceUnit(unit, say), format)}`;
}

/** A place on an axis: without decimals that say nothing. */
export function sayTick(value: number, unit: string | undefined, format: Format): string {
  const text = Number.isInteger(value) ? format.number(value).replace(/^-/, '−') : sayOutcome(value, undefined, format);
  return unit ? `${text}\u00a0${unit}` : text;
}

/** A column by the name that people gave it, or what the program calls its own. */
export function sayColumn(column: string, say: Say): string {
  const buzz = column.startsWith('buzz:') ? column.slice(5) : '';
  const isKnown = (name: string): name is BuzzColumn => buzzColumns.some((one) => one === name);
  return isKnown(buzz) ? say(`outlook.column.${buzz}`) : column.replace(/^signal:/, '');
}

/** `isWeak`: it is not even likely that the column says anything. */
export type MoveSaid = { text: string; isWeak: boolean };
export type OutlookSaid = { headline: string; half?: string; moves: MoveSaid[]; beyond?: string; record?: string };

const mostMoves = 4;
const likely = 0.5;

/** What the outlook answers, in words; a refusal in calm ones. */
export function sayOutlook(found: LaunchOutlook, say: Say, format: Format): OutlookSaid {
  const { outcome, past, record } = found;
  const inUnit = (value: number) => sayOutcome(value, outcome?.unit, format);
  if ('refused' in found) {
    const key = found.refused === 'too-few-launches' ? 'outlook.few' : 'outlook.noBetter';
    return { headline: say(key, { past, needed: fewestLaunches }), moves: [] };
  }
  const { median, low80, high80, low50, high50, because, beyond } = found;
  const name = outcome?.name ?? say('outlook.anOutcome');
  const said: OutlookSaid = {
    headline: say('outlook.answer', { name, median: inUnit(median), low: inUnit(low80), high: inUnit(high80) }),
    half: say('outlook.half', { low: inUnit(low50), high: inUnit(high50) }),
    moves: because.slice(0, mostMoves).map(({ column, effect, weight }) => {
      const isWeak = weight < likely;
      const told = { column: sayColumn(column, say), effect: sayEffect(effect, outcome?.unit, say, format) };
      return { text: say(isWeak ? 'outlook.moveWeak' : 'outlook.move', told), isWeak };
    }),
  };
  if (beyond.length > 0)
    said.beyond = say('outlook.beyond', { columns: beyond.map((column) => sayColumn(column, say)).join(', ') });
  if (record)
    said.record = say('outlook.record', {
      launches: record.launches,
      in80: Math.round(record.coverage80 * record.launches),
      in50: Math.round(record.coverage50 * record.launches),
      error: sayOutcome(record.absoluteError, distanceUnit(outcome?.unit, say), format),
      mean: sayOutcome(record.mean.absoluteError, distanceUnit(outcome?.unit, say), format),
    });
  return said;
}
