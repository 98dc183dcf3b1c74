import { describe, expect, it } from 'vitest';
import { dueSheets, sheetAt, sheetLastsMs, sheetMs } from '../../../client/select/alertSheet.ts';
import { createRandom } from '../../../server/random.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { makeState } from '../../support/alertStory.ts';
import { makeAlert } from '../../support/makeAlert.ts';

const at = Date.UTC(2026, 10, 12, 15);
const alert = (id: string, raisedAt: number, more = {}) =>
  makeAlert({ id, raisedAt, at: raisedAt, until: raisedAt, ...more });
const shownAt = (state: ReturnType<typeof makeState>, now: number) => sheetAt(state, dueSheets({}, state), now);

describe('The sheet over the wall', () => {
  it('stands from the moment an alert was raised for its minute, and gives the scene back', () => {
    const state = makeState([alert('a', at)]);
    expect(shownAt(state, at - 1)).toBeNull();
    expect(shownAt(state, at)).toMatchObject({ startsAt: at, endsAt: at + sheetMs, next: false });
    expect(shownAt(state, at + sheetMs - 1)?.alert.id).toBe('a');
    expect(shownAt(state, at + sheetMs)).toBeNull();
  });

  it('shows alerts that come together in turn, each for its whole minute, and says that another follows', () => {
    const state = makeState([alert('b', at + 20_000), alert('a', at)]);
    expect(shownAt(state, at + 30_000)).toMatchObject({ alert: { id: 'a' }, next: true });
    expect(shownAt(state, at + sheetMs)).toMatchObject({ alert: { id: 'b' }, endsAt: at + 2 * sheetMs, next: false });
    expect(shownAt(state, at + 2 * sheetMs)).toBeNull();
  });

  it('is left out for what may not interrupt and what somebody has taken, without cutting another one short', () => {
    const second = alert('b', at + 20_000);
    const taken = makeState([second, alert('a', at, { state: 'acknowledged' })]);
    expect(shownAt(taken, at + 10_000)).toBeNull();
    expect(shownAt(taken, at + 30_000), 'its turn is still to come').toBeNull();
    expect(shownAt(taken, at + 2 * sheetMs - 1)?.alert.id).toBe('b');
    expect(shownAt(makeState([alert('a', at, { interrupts: false })]), at + 1)).toBeNull();
    const snoozed = alert('a', at, { state: 'snoozed', snoozedUntil: at + 60 * sheetMs });
    expect(shownAt(makeState([snoozed]), at + 1)).toBeNull();
    expect(shownAt(makeState([alert('a', at, { state: 'resolved' })]), at + 1)).toBeNull();
  });

  it('comes again when an alert has grown by two or more, once, and not when it has grown by one or fades', () => {
    const grown = (severity: number, currentAt: number) => {
      const { current } = alert('a', at);
      return makeState([alert('a', at, { severity, current: { ...current, at: currentAt } })]);
    };
    const first = dueSheets({}, grown(4, at));
    const byOne = dueSheets(first, grown(5, at + 10 * sheetMs));
    expect(byOne).toBe(first);
    const later = at + 20 * sheetMs;
    const byTwo = dueSheets(byOne, grown(6, later));
    expect(sheetAt(grown(6, later), byTwo, later + 1)).toMatchObject({ startsAt: later });
    expect(dueSheets(byTwo, grown(7, later + 5 * sheetMs))).toBe(byTwo);
    expect(dueSheets(byTwo, grown(3, later + 5 * sheetMs))).toBe(byTwo);
  });

  it('forgets alerts that are gone', () => {
    const due = dueSheets({}, makeState([alert('a', at), alert('b', at)]));
    expect(Object.keys(dueSheets(due, makeState([alert('b', at)])))).toEqual(['b']);
  });

  it.each([1, 2, 3, 4, 5])(
    'gives every alert its whole minute, one at a time, whoever looks when (seed %i)',
    (seed) => {
      const random = createRandom(seed);
      const alerts = Array.from({ length: 6 }, (_, index) =>
        alert(`a${index}`, at + Math.floor(random() * 4 * sheetMs)),
      );
      const state = makeState(alerts);
      const due = dueSheets({}, state);
      const shown = new Map<string, number>();
      const stepMs = 1_000;
      for (let now = at - sheetMs; now < at + 20 * sheetMs; now += stepMs) {
        const sheet = sheetAt(state, due, now);
        // A wall that has just started says the same.
        expect(shownAt(state, now)).toEqual(sheet);
        if (sheet) shown.set(sheet.alert.id, (shown.get(sheet.alert.id) ?? 0) + stepMs);
      }
      expect([...shown.values()]).toEqual(alerts.map(() => sheetMs));
      expect(new Set(shown.keys())).toEqual(new Set(alerts.map(({ id }) => id)));
    },
  );

  it('stands long enough to be read where an hour passes in six seconds, though somebody took it soon', () => {
    const pace = 600;
    const taken = alert('a', at, { state: 'acknowledged', acknowledgedAt: at + 2 * sheetMs });
    const state = makeState([taken, alert('b', at + hourMs)]);
    const shown = (now: number) => sheetAt(state, dueSheets({}, state), now, pace)?.alert.id ?? null;
    const readMs = pace * 10_000;
    expect(sheetLastsMs(pace)).toBe(readMs);
    expect(sheetLastsMs(1)).toBe(sheetMs);
    expect([shown(at - 1), shown(at), shown(at + readMs - 1)]).toEqual([null, 'a', 'a']);
    expect(shown(at + readMs), 'each has its whole time').toBe('b');
    expect(shown(at + 2 * readMs)).toBeNull();
    // At its own speed it goes when somebody takes it, as it does live.
    const before = makeState([alert('a', at)]);
    expect(sheetAt(before, dueSheets({}, before), at + sheetMs - 1, 1)?.alert.id).toBe('a');
    expect(sheetAt(state, dueSheets({}, state), at + sheetMs - 1, 1)).toBeNull();
  });
});
