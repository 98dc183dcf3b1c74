import { describe, expect, it } from 'vitest';
import { launchDraftOf, launchOf, withEvent } from '../../../client/select/launchDraft.ts';
import { type Launch, launchSchema } from '../../../shared/domain.ts';

const at = Date.UTC(2026, 2, 28, 9, 0, 12);
const launch: Launch = {
  id: 'lumiere',
  name: 'Lumière',
  brand: 'solenne',
  query: 'lumière',
  at,
  timeZone: 'Europe/Paris',
  starts: [{ country: 'FR', at, timeZone: 'Europe/Paris' }],
  events: [
    { at: at + 20_000, name: 'doors', kind: 'sale' },
    { at: at + 3_600_000, name: 'film out', kind: 'film' },
    { at: at - 86_400_000, name: 'teaser', kind: 'film' },
  ],
  decisions: [{ at, name: 'more stock' }],
};
const otherwise = { brand: 'solenne', timeZone: 'Europe/Paris' };

describe('the draft of a launch', () => {
  it('comes back as it was when nothing is touched, to the second, with what the form does not show', () => {
    const same = launchOf(launchDraftOf(launch, otherwise), launch.id, launch);
    expect(same).toEqual({ ...launch, events: [launch.events[2], launch.events[0], launch.events[1]] });
    expect(launchSchema.parse(same)).toEqual(same);
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
});
