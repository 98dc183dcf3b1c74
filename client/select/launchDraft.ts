import type { Launch } from '../../shared/domain.ts';
import type { Named } from '../../shared/nameIn.ts';
import { localIn, momentIn } from './timeTicks.ts';

/**
 * `at` as the launch's clocks show it (`2026-11-12T10:00`), so that another zone keeps what was read on them; `was`: the
 * moment as it is kept, which has seconds.
 */
export type EventDraft = { key: number; at: string; kind: string; was?: number } & Named;
/** A country with a T0 of its own, as its own clocks show it. */
export type StartDraft = { key: number; country: string; at: string; timeZone: string; was?: number };
/** Hours from T0 as they are written: text, since "-" is on the way to a number. */
export type PhaseDraft = { key: number; name: string; from: string; to: string };
/** A number of the launch that no post tells, as it is written. */
export type ColumnDraft = { key: number; name: string; value: string };
export type LaunchDraft = {
  name: string;
  brand: string;
  query: string;
  at: string;
  timeZone: string;
  events: EventDraft[];
  starts: StartDraft[];
  phases: PhaseDraft[];
  competitors: string[];
  /** Empty: all launches before it. */
  compareWith: string[];
  /** What came of it, as it is written; empty: not known yet. */
  outcome: string;
  columns: ColumnDraft[];
};

export function launchDraftOf(launch: Launch | undefined, otherwise: { brand: string; timeZone: string }): LaunchDraft {
  const lists = { events: [], starts: [], phases: [], competitors: [], compareWith: [], columns: [] };
  if (!launch) return { name: '', query: '', at: '', outcome: '', ...lists, ...otherwise };
  const { name, brand, query = '', at, timeZone, events, starts = [], phases = [] } = launch;
  return {
    name,
    brand,
    query,
    at: localIn(timeZone, at),
    timeZone,
    events: [...events]
      .sort((a, b) => a.at - b.at)
      .map(({ at: was, ...event }, key) => ({ ...event, key, at: localIn(timeZone, was), was })),
    starts: starts.map(({ at: was, ...start }, key) => ({ ...start, key, at: localIn(start.timeZone, was), was })),
    phases: phases.map((phase, key) => ({ key, name: phase.name, from: String(phase.from), to: String(phase.to) })),
    competitors: [...(launch.competitors ?? [])],
    compareWith: [...(launch.compareWith ?? [])],
    outcome: launch.outcome === undefined ? '' : String(launch.outcome),
    columns: (launch.columns ?? []).map(({ name, value }, key) => ({ key, name, value: String(value) })),
  };
}

const nextKey = (rows: readonly { key: number }[]) => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

export function withEvent(draft: LaunchDraft): LaunchDraft {
  return { ...draft, events: [...draft.events, { key: nextKey(draft.events), at: draft.at, name: '', kind: '' }] };
}

export function withStart(draft: LaunchDraft): LaunchDraft {
  const start = { key: nextKey(draft.starts), country: '', at: draft.at, timeZone: draft.timeZone };
  return { ...draft, starts: [...draft.starts, start] };
}

/** The next phase begins where the last one ends. */
export function withPhase(draft: LaunchDraft): LaunchDraft {
  const from = draft.phases.at(-1)?.to ?? '0';
  return { ...draft, phases: [...draft.phases, { key: nextKey(draft.phases), name: '', from, to: '' }] };
}

export function withColumn(draft: LaunchDraft): LaunchDraft {
  return { ...draft, columns: [...draft.columns, { key: nextKey(draft.columns), name: '', value: '' }] };
}

const numberOf = (text: string): number | undefined => {
  // A minus as it is printed is one too, and blanks between thousands.
  const number = Number(text.replace(/\s/g, '').replace('−', '-').replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
};

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
}

type MomentDraft = { at: string; was?: number };

/** The moment that a zone's clocks show; one that was not touched stays as it is kept: the form shows no seconds. */
function momentOf({ at, was }: MomentDraft, timeZone: string, zoneBefore: string | undefined): number | undefined {
  if (was !== undefined && zoneBefore === timeZone && localIn(timeZone, was) === at) return was;
  return at === '' ? undefined : momentIn(timeZone, at);
}

function startsOf(drafts: readonly StartDraft[], before: Launch | undefined): Launch['starts'] | undefined {
  const starts: NonNullable<Launch['starts']> = [];
  for (const start of drafts) {
    const { timeZone } = start;
    if (!isZone(timeZone)) return undefined;
    const zoneBefore = before?.starts?.find(({ at }) => at === start.was)?.timeZone;
    const at = momentOf(start, timeZone, zoneBefore);
    const country = start.country.trim().toUpperCase();
    if (at === undefined || country === '') return undefined;
    starts.push({ country, at, timeZone });
  }
  return starts;
}

function phasesOf(drafts: readonly PhaseDraft[]): Launch['phases'] | undefined {
  const phases: NonNullable<Launch['phases']> = [];
  for (const phase of drafts) {
    const [from, to] = [numberOf(phase.from), numberOf(phase.to)];
    if (from === undefined || to === undefined || phase.name.trim() === '') return undefined;
    phases.push({ name: phase.name.trim(), from, to });
  }
  return phases;
}

function columnsOf(drafts: readonly ColumnDraft[]): Launch['columns'] | undefined {
  const columns: NonNullable<Launch['columns']> = [];
  for (const column of drafts) {
    const value = numberOf(column.value);
    if (value === undefined || column.name.trim() === '') return undefined;
    columns.push({ name: column.name.trim(), value });
  }
  return columns;
}

/** A list that holds nothing says nothing, but where it said so before. */
const unlessEmpty = <Item>(list: readonly Item[], before: readonly Item[] | undefined) =>
  list.length > 0 || before?.length === 0 ? [...list] : undefined;

/**
 * The launch that a draft describes, or undefined while something is missing; what is wrong with it otherwise, the server
 * says, by the row's place: rows keep their order. What the form does not show (decisions) stays as `before` has it.
 */
export function launchOf(draft: LaunchDraft, id: string, before?: Launch): Launch | undefined {
  const { name, brand, query, timeZone } = draft;
  if (!isZone(timeZone)) return undefined;
  const at = momentOf({ at: draft.at, was: before?.at }, timeZone, before?.timeZone);
  const events: Launch['events'] = [];
  for (const event of draft.events) {
    const moment = momentOf(event, timeZone, before?.timeZone);
    if (moment === undefined || event.name.trim() === '' || event.kind.trim() === '') return undefined;
    const { names } = event;
    events.push({ at: moment, name: event.name.trim(), ...(names ? { names } : {}), kind: event.kind.trim() });
  }
  const starts = startsOf(draft.starts, before);
  const phases = phasesOf(draft.phases);
  const columns = columnsOf(draft.columns);
  const outcome = numberOf(draft.outcome);
  if (at === undefined || name.trim() === '' || brand === '' || !starts || !phases || !columns) return undefined;
  if (outcome === undefined && draft.outcome.trim() !== '') return undefined;
  const {
    query: _,
    starts: __,
    phases: ___,
    competitors: ____,
    compareWith: _____,
    outcome: ______,
    columns: _______,
    names,
    ...rest
  } = before ?? {
    decisions: [],
  };
  const lists = {
    starts: unlessEmpty(starts, before?.starts),
    phases: unlessEmpty(phases, before?.phases),
    competitors: unlessEmpty(draft.competitors, before?.competitors),
    compareWith: unlessEmpty(draft.compareWith, before?.compareWith),
    columns: unlessEmpty(columns, before?.columns),
  };
  const said = Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)) as Partial<
    Pick<Launch, keyof typeof lists>
  >;
  return {
    ...rest,
    id,
    name: name.trim(),
    // A new name is the name in all languages.
    ...(names && name.trim() === before?.name ? { names } : {}),
    brand,
    ...(query.trim() === '' ? {} : { query }),
    at,
    timeZone,
    ...said,
    ...(outcome === undefined ? {} : { outcome }),
    events,
  };
}

export type MissingPart = 'name' | 'brand' | 'at' | 'starts' | 'phases' | 'events' | 'outcome';

/** What a draft still lacks before it is a launch, in the order of the form. A time zone that is none says so at its field. */
export function missingOf(draft: LaunchDraft): MissingPart[] {
  const isBlank = (text: string) => text.trim() === '';
  const missing: [MissingPart, boolean][] = [
    ['name', isBlank(draft.name)],
    ['brand', draft.brand === ''],
    ['at', draft.at === ''],
    ['starts', draft.starts.some(({ at, country }) => at === '' || isBlank(country))],
    ['phases', phasesOf(draft.phases) === undefined],
    ['events', draft.events.some(({ at, name, kind }) => at === '' || isBlank(name) || isBlank(kind))],
    ['outcome', (!isBlank(draft.outcome) && numberOf(draft.outcome) === undefined) || !columnsOf(draft.columns)],
  ];
  return missing.flatMap(([part, is]) => (is ? [part] : []));
}

/** Whether saving the draft makes history be counted again: what is counted for it is another. */
export function isCountedAnew(draft: LaunchDraft, before: Launch | undefined): boolean {
  const query = draft.query.trim() === '' ? undefined : draft.query;
  if (query === undefined && before?.query === undefined) return false;
  return query !== before?.query || draft.brand !== before?.brand;
}
