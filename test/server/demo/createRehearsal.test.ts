import { expect, it } from 'vitest';
import { createRehearsal } from '../../../server/demo/createRehearsal.ts';
import { lostSource, rehearsalPosts } from '../../../server/demo/rehearsalPosts.ts';
import type { Alert } from '../../../shared/alerts.ts';
import { makeAlert } from '../../support/makeAlert.ts';

const start = Date.UTC(2026, 10, 12, 16);

function open() {
  let now = start;
  const alerts: Alert[] = [];
  const rehearsal = createRehearsal({ now: () => now, alerts: async () => alerts });
  return {
    rehearsal,
    alerts,
    goTo(ms: number) {
      now = start + ms;
    },
  };
}

it('plays a crisis of distinct complaints, second by second, once', () => {
  const { rehearsal, goTo } = open();
  expect(rehearsal.due()).toEqual([]);
  expect(rehearsal.start('crisis')).toBe(true);
  expect(rehearsal.start('outage')).toBe(false);
  goTo(10_500);
  const first = rehearsal.due();
  goTo(60_000);
  const all = [...first, ...rehearsal.due()];
  expect(all).toHaveLength(90);
  expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThan(80);
  expect(new Set(all.map(({ id }) => id)).size).toBe(90);
  expect(all.every(({ at }) => at >= start && at < start + 30_000)).toBe(true);
  expect(rehearsal.due()).toEqual([]);
  expect(rehearsal.start('outage')).toBe(true);
});

it('says one text over and over in a bot storm', () => {
  const posts = Array.from({ length: 30 }, (_, second) => rehearsalPosts('bot-storm', start, second)).flat();
  expect(posts).toHaveLength(300);
  expect(new Set(posts.map(({ text }) => text)).size).toBe(1);
});

it('takes a source away in an outage, and gives it back', () => {
  const { rehearsal, goTo } = open();
  rehearsal.start('outage');
  expect(rehearsal.lost()).toBe(lostSource);
  goTo(180_000);
  rehearsal.due();
  expect(rehearsal.lost()).toBeUndefined();
});

it('reports when the first alert of its kind was raised and taken up', async () => {
  const { rehearsal, alerts, goTo } = open();
  expect(await rehearsal.report()).toBeNull();
  rehearsal.start('crisis');
  alerts.push(makeAlert({ id: 'before', kind: 'complaints', raisedAt: start - 1 }));
  alerts.push(makeAlert({ id: 'other', kind: 'copies', raisedAt: start + 2_000 }));
  expect(await rehearsal.report()).not.toHaveProperty('alert');
  const found = makeAlert({ id: 'found', kind: 'complaints', raisedAt: start + 7_000, severity: 8 });
  alerts.push(found);
  goTo(20_000);
  expect(await rehearsal.report()).toMatchObject({ raisedAfterMs: 7_000, alert: { id: 'found', severity: 8 } });
  found.acknowledgedAt = start + 19_000;
  expect(await rehearsal.report()).toMatchObject({ acknowledgedAfterMs: 19_000 });
});

it('is played for its time; what is raised until its quarter-hour was judged is still its doing', () => {
  const { rehearsal, goTo } = open();
  const quarter = 15 * 60_000;
  expect([rehearsal.isPlaying(), rehearsal.made(start)]).toEqual([false, false]);
  // In the middle of a quarter-hour, so that the shares of it are told more than ten minutes later.
  goTo(120_000);
  rehearsal.start('crisis');
  expect([rehearsal.isPlaying(), rehearsal.made(start)]).toEqual([true, true]);
  goTo(150_000);
  expect([rehearsal.isPlaying(), rehearsal.made(start)]).toEqual([false, true]);
  goTo(quarter + 4_000);
  expect(rehearsal.made(start)).toBe(true);
  // What began long before it is not of its making.
  expect(rehearsal.made(start - quarter)).toBe(true);
  expect(rehearsal.made(start - quarter - 1)).toBe(false);
  goTo(quarter + 60_000);
  expect(rehearsal.made(start)).toBe(false);
});

it('lasts for some minutes where its quarter-hour ends with it', () => {
  const { rehearsal, goTo } = open();
  goTo(14 * 60_000);
  rehearsal.start('crisis');
  goTo(14 * 60_000 + 30_000 + 599_999);
  expect(rehearsal.made(start)).toBe(true);
  goTo(14 * 60_000 + 30_000 + 600_000);
  expect(rehearsal.made(start)).toBe(false);
});
