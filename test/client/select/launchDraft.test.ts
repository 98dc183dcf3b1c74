import { describe, expect, it } from 'vitest';
import {
  isCountedAnew,
  launchDraftOf,
  launchOf,
  missingOf,
  withColumn,
  withEvent,
  withPhase,
  withStart,
} from '../../../client/select/launchDraft.ts';
import { type Launch, launchSchema } from '../../../shared/domain.ts';

const at = Date.UTC(2026, 2, 28, 9, 0, 12);
const launch: Launch = {
  id: 'lumiere',
  name: 'Lumière',
  names: { fr: 'Sérum Lumière' },
  brand: 'solenne',
  query: 'lumière',
  at,
  timeZone: 'Europe/Paris',
  starts: [{ country: 'FR', at, timeZone: 'Europe/Paris' }],
  events: [
    { at: at + 20_000, name: 'doors', kind: 'sale' },
    { at: at + 3_600_000, name: 'film out', names: { fr: 'sortie du film' }, kind: 'film' },
    { at: at - 86_400_000, name: 'teaser', kind: 'film' },
  ],
  decisions: [{ at, name: 'more stock' }],
  phases: [
    { name: 'teaser', from: -36.5, to: 0 },
    { name: 'first week', from: 0, to: 168 },
  ],
  competitors: ['orso'],
  compareWith: ['nuit'],
  outcome: 12.5,
  columns: [{ name: 'TV', value: 300 }],
};
const otherwise = { brand: 'solenne', timeZone: 'Europe/Paris' };

describe('the draft of a launch', () => {
  it('comes back as it was when nothing is touched, to the second, with what the form does not show', () => {
    const same = launchOf(launchDraftOf(launch, otherwise), launch.id, launch);
    expect(same).toEqual({ ...launch, events: [launch.events[2], launch.events[0], launch.events[1]] });
    expect(launchSchema.parse(same)).toEqual(same);
  });

  it('goes by a new name in all languages', () => {
    const draft = launchDraftOf(launch, otherwise);
    const [teaser, doors, film] = draft.events;
    const again = launchOf(
      { ...draft, name: 'Glow', events: [teaser!, doors!, { ...film!, name: 'film on TV', names: undefined }] },
      launch.id,
      launch,
    );
    expect(again).not.toHaveProperty('names');
    expect(again?.events[2]).toEqual({ at: at + 3_600_000, name: 'film on TV', kind: 'film' });
  });

  it('keeps what its clocks show when the zone is another', () => {
    const draft = { ...launchDraftOf(launch, otherwise), timeZone: 'America/New_York' };
    expect(draft.at).toBe('2026-03-28T10:00');
    expect(launchOf(draft, launch.id, launch)?.at).toBe(Date.UTC(2026, 2, 28, 14));
  });

  it('is a launch only when all of it is there', () => {
    const empty = launchDraftOf(undefined, otherwise);
    expect(launchOf(empty, 'a')).toBeUndefined();
    const named = { ...empty, name: ' Glow ', at: '2026-11-12T10:00' };
    expect(launchOf(named, 'glow')).toEqual({
      id: 'glow',
      name: 'Glow',
      brand: 'solenne',
      at: Date.UTC(2026, 10, 12, 9),
      timeZone: 'Europe/Paris',
      events: [],
      decisions: [],
    });
    for (const lacking of [{ name: ' ' }, { brand: '' }, { at: '' }, { timeZone: 'Paris' }, { timeZone: '' }])
      expect(launchOf({ ...named, ...lacking }, 'glow'), JSON.stringify(lacking)).toBeUndefined();
    expect(launchOf(withEvent(named), 'glow')).toBeUndefined();
  });

  it('begins an event at T0, and lets a query go', () => {
    const draft = withEvent(withEvent(launchDraftOf(launch, otherwise)));
    expect(draft.events.map((event) => event.key)).toEqual([0, 1, 2, 3, 4]);
    expect(draft.events[4]).toMatchObject({ at: '2026-03-28T10:00', name: '' });
    const without = launchOf({ ...draft, query: ' ', events: [] }, launch.id, launch);
    expect(without).not.toHaveProperty('query');
    expect(without?.events).toEqual([]);
  });

  it('keeps rows in their order, so that the server tells faults by their place', () => {
    let draft = withPhase(withStart(launchDraftOf(launch, otherwise)));
    expect(launchOf(draft, launch.id, launch)).toBeUndefined();
    expect(draft.phases[2]).toEqual({ key: 2, name: '', from: '168', to: '' });
    draft = {
      ...draft,
      starts: draft.starts.map((start, index) =>
        index === 1 ? { ...start, country: 'jp', timeZone: 'Asia/Tokyo', at: '2026-03-28T10:00' } : start,
      ),
      phases: draft.phases.map((phase, index) =>
        index === 2 ? { ...phase, name: 'late', from: '\u22122,5', to: '-4' } : phase,
      ),
    };
    const next = launchOf(draft, launch.id, launch);
    expect(next?.starts).toEqual([
      { country: 'FR', at, timeZone: 'Europe/Paris' },
      { country: 'JP', at: Date.UTC(2026, 2, 28, 1), timeZone: 'Asia/Tokyo' },
    ]);
    expect(next?.phases?.[2]).toEqual({ name: 'late', from: -2.5, to: -4 });
  });

  it('leaves lists out that hold nothing, but those that were kept empty', () => {
    const draft = {
      ...launchDraftOf(launch, otherwise),
      starts: [],
      phases: [],
      competitors: [],
      compareWith: [],
      columns: [],
    };
    const without = launchOf(draft, launch.id, launch);
    for (const list of ['starts', 'phases', 'competitors', 'compareWith', 'columns'])
      expect(without).not.toHaveProperty(list);
    expect(launchOf(draft, launch.id, { ...launch, compareWith: [] })?.compareWith).toEqual([]);
  });

  it('takes outcomes and numbers as people write them, none where the field is empty, and waits for what is none', () => {
    const draft = launchDraftOf(launch, otherwise);
    const written = (outcome: string) => launchOf({ ...draft, outcome }, launch.id, launch);
    expect(written('1 234,5')?.outcome).toBe(1234.5);
    expect(written('−3')?.outcome).toBe(-3);
    expect(written(' ')).not.toHaveProperty('outcome');
    expect(written('much')).toBeUndefined();
    const added = withColumn(draft);
    expect(launchOf(added, launch.id, launch)).toBeUndefined();
    added.columns[1] = { ...added.columns[1]!, name: ' Price ', value: '29,90' };
    expect(launchOf(added, launch.id, launch)?.columns).toEqual([
      { name: 'TV', value: 300 },
      { name: 'Price', value: 29.9 },
    ]);
  });

  it('is counted anew when its query is another, or is another brand’s', () => {
    const draft = launchDraftOf(launch, otherwise);
    expect(isCountedAnew(draft, launch)).toBe(false);
    expect(isCountedAnew({ ...draft, name: 'Other', at: '2026-03-29T10:00' }, launch)).toBe(false);
    expect(isCountedAnew({ ...draft, query: '' }, launch)).toBe(true);
    expect(isCountedAnew({ ...draft, brand: 'orso' }, launch)).toBe(true);
    expect(isCountedAnew({ ...draft, query: '' }, undefined)).toBe(false);
    expect(isCountedAnew(draft, undefined)).toBe(true);
  });

  it('says what is missing as long as it is no launch, and nothing once it is one', () => {
    const empty = launchDraftOf(undefined, otherwise);
    expect(missingOf(empty)).toEqual(['name', 'at']);
    const named = { ...empty, name: 'Nuit', at: '2026-03-28T10:00' };
    expect(missingOf(named)).toEqual([]);
    expect(launchOf(named, 'nuit')).toBeDefined();
    const begun = withEvent(withPhase(withStart(named)));
    expect(missingOf(begun)).toEqual(['starts', 'phases', 'events']);
    expect(launchOf(begun, 'nuit')).toBeUndefined();
    expect(missingOf(launchDraftOf(launch, otherwise))).toEqual([]);
  });
});
