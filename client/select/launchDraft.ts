import type { Launch } from '../../shared/domain.ts';
import { localIn, momentIn } from './timeTicks.ts';

/**
 * `at` as the launch's clocks show it (`2026-11-12T10:00`), so that another zone keeps what was read on them; `was`: the
 * moment as it is kept, which has seconds.
 */
export type EventDraft = { key: number; at: string; name: string; kind: string; was?: number };
export type LaunchDraft = {
  name: string;
  brand: string;
  query: string;
  at: string;
  timeZone: string;
  events: EventDraft[];
};

export function launchDraftOf(launch: Launch | undefined, otherwise: { brand: string; timeZone: string }): LaunchDraft {
  if (!launch) return { name: '', query: '', at: '', events: [], ...otherwise };
  const { name, brand, query = '', at, timeZone, events } = launch;
  return {
    name,
    brand,
    query,
    at: localIn(timeZone, at),
    timeZone,
    events: [...events]
      .sort((a, b) => a.at - b.at)
      .map(({ at: was, ...event }, key) => ({ ...event, key, at: localIn(timeZone, was), was })),
  };
}

export function withEvent(draft: LaunchDraft): LaunchDraft {
  const key = Math.max(-1, ...draft.events.map((event) => event.key)) + 1;
  return { ...draft, events: [...draft.events, { key, at: draft.at, name: '', kind: '' }] };
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
}

/**
 * The launch that a draft describes, or undefined while something is missing. What the form does not show (starts,
 * decisions) stays as `before` has it, and so do moments that were not touched: the form shows no seconds.
 */
export function launchOf(draft: LaunchDraft, id: string, before?: Launch): Launch | undefined {
  const { name, brand, query, timeZone } = draft;
  if (!isZone(timeZone)) return undefined;
  const momentOf = (local: string, was: number | undefined) => {
    if (was !== undefined && before?.timeZone === timeZone && localIn(timeZone, was) === local) return was;
    return local === '' ? undefined : momentIn(timeZone, local);
  };
  const at = momentOf(draft.at, before?.at);
  const events: Launch['events'] = [];
  for (const event of draft.events) {
    const moment = momentOf(event.at, event.was);
    if (moment === undefined || event.name.trim() === '' || event.kind.trim() === '') return undefined;
    events.push({ at: moment, name: event.name.trim(), kind: event.kind.trim() });
  }
  if (at === undefined || name.trim() === '' || brand === '') return undefined;
  const { query: _, ...rest } = before ?? { decisions: [] };
  return {
    ...rest,
    id,
    name: name.trim(),
    brand,
    ...(query.trim() === '' ? {} : { query }),
    at,
    timeZone,
    events: events.sort((a, b) => a.at - b.at),
  };
}
