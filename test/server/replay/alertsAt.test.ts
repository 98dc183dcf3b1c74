import { describe, expect, it } from 'vitest';
import { alertsAt } from '../../../server/replay/alertsAt.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { makeCourse, makeMessage } from '../../support/alertStory.ts';
import { makeAlert } from '../../support/makeAlert.ts';

const at = Date.UTC(2026, 2, 2, 10);
const figure = (from: number, value: number) => ({ at: from, spanMs: hourMs, value, expected: 10 });

describe('The alerts of a moment that is replayed', () => {
  it('are there from the moment they were raised until six hours after they were over, newest first', () => {
    const alerts = [
      makeAlert({ id: 'a', raisedAt: at, overAt: at + hourMs }),
      makeAlert({ id: 'b', raisedAt: at + 10 * minuteMs }),
    ];
    const listed = (moment: number) => alertsAt(alerts, moment).order;
    expect(listed(at - 1)).toEqual([]);
    expect(listed(at)).toEqual(['a']);
    expect(listed(at + 10 * minuteMs)).toEqual(['b', 'a']);
    expect(listed(at + 7 * hourMs)).toEqual(['b', 'a']);
    expect(listed(at + 7 * hourMs + 1)).toEqual(['b']);
    expect(alertsAt(alerts, at + minuteMs).alerts.a).not.toHaveProperty('overAt');
    expect(alertsAt(alerts, at + hourMs).alerts.a).toHaveProperty('overAt', at + hourMs);
  });

  it('tell nothing that came later: figures, people, counts, messages, the hours ahead', () => {
    const course = makeCourse(at, [20, 30, 60, 70]);
    const alert = makeAlert({
      ...{ id: 'a', raisedAt: at, at, until: at + 2 * hourMs, overAt: at + 3 * hourMs, course },
      ...{ first: figure(at - minuteMs, 40), current: figure(at + hourMs, 90) },
      ...{ state: 'resolved', acknowledgedAt: at + 20 * minuteMs, owner: 'Support', useful: true },
      ...{ distinct: 80, authors: 70, copies: 10 },
      with: [{ kind: 'complaints', brand: 'acme', rule: 'complaints' }],
      example: makeMessage({ at: at - 5 * minuteMs, receivedAt: at + 5 * minuteMs }),
    });
    const then = (moment: number) => alertsAt([alert], moment).alerts.a!;
    const first = then(at + minuteMs);
    expect(first).toMatchObject({ state: 'open', current: figure(at - minuteMs, 40), with: [], until: at + minuteMs });
    for (const later of ['owner', 'useful', 'acknowledgedAt', 'distinct', 'authors', 'copies', 'example', 'overAt'])
      expect(first, later).not.toHaveProperty(later);
    const steps = Math.ceil((at + minuteMs - course.startAt) / course.stepMs);
    expect(first.course?.values).toEqual(course.values.slice(0, steps));
    expect(first.course?.expected).toHaveLength(steps);
    expect(first.course?.high).toHaveLength(steps);
    expect(then(at + 6 * minuteMs).example?.text).toBe(alert.example?.text);
    expect(then(at + 20 * minuteMs)).toMatchObject({ state: 'acknowledged', owner: 'Support' });
    expect(then(at + hourMs)).toMatchObject({ current: figure(at + hourMs, 90), copies: 10, with: alert.with });
    // Older programs did not keep when it was resolved: that nobody waits for anything is known since it was taken up.
    expect(then(at + 4 * hourMs)).toMatchObject({ state: 'acknowledged', overAt: at + 3 * hourMs });
    expect(alert.course).toBe(course);
  });

  it('are as grave as they were then, and gone once they were resolved, until they were opened again', () => {
    const alert = makeAlert({
      ...{ id: 'a', raisedAt: at, at, until: at + 5 * hourMs, severity: 9, state: 'open', owner: 'Quality' },
      severities: [
        { at, severity: 4 },
        { at: at + hourMs, severity: 9 },
      ],
      acknowledgedAt: at + 10 * minuteMs,
      words: [
        { at: at + 10 * minuteMs, state: 'snoozed', snoozedUntil: at + 20 * minuteMs, owner: 'Support' },
        { at: at + 2 * hourMs, state: 'resolved', owner: 'Support' },
        { at: at + 3 * hourMs, state: 'open', owner: 'Quality' },
      ],
    });
    const then = (moment: number) => alertsAt([alert], moment).alerts.a;
    expect(then(at)).toMatchObject({ severity: 4, state: 'open' });
    expect(then(at)).not.toHaveProperty('owner');
    const asleep = { state: 'snoozed', snoozedUntil: at + 20 * minuteMs, owner: 'Support', severity: 4 };
    expect(then(at + 10 * minuteMs)).toMatchObject(asleep);
    expect(then(at + 20 * minuteMs)).toMatchObject({ state: 'open', owner: 'Support' });
    expect(then(at + 20 * minuteMs)).not.toHaveProperty('snoozedUntil');
    expect(then(at + hourMs)?.severity).toBe(9);
    expect(then(at + 2 * hourMs - 1)).toBeDefined();
    expect(then(at + 2 * hourMs)).toBeUndefined();
    expect(then(at + 3 * hourMs)).toMatchObject({ state: 'open', owner: 'Quality', severity: 9 });
    for (const later of ['severities', 'words']) expect(then(at + 4 * hourMs), later).not.toHaveProperty(later);
  });

  it('are twenty at most', () => {
    const many = Array.from({ length: 25 }, (_, index) => makeAlert({ id: `a${index}`, raisedAt: at + index }));
    const { order, alerts } = alertsAt(many, at + hourMs);
    expect(order).toHaveLength(20);
    expect(order[0]).toBe('a24');
    expect(Object.keys(alerts)).toEqual(order);
  });
});
