import { describe, expect, it } from 'vitest';
import { clockDoubt, localIn, momentIn } from '../../../client/select/timeTicks.ts';

const iso = (zone: string, local: string) => new Date(momentIn(zone, local)!).toISOString();

describe('a moment by a zone’s clocks', () => {
  it.each([
    ['Europe/Paris', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z', '2026-03-29T03:30'],
    ['America/New_York', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z', '2026-03-08T03:30'],
    ['Australia/Adelaide', '2026-10-04T02:15', '2026-10-03T16:45:00.000Z', '2026-10-04T03:15'],
    ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-03T15:40:00.000Z', '2026-10-04T02:40'],
  ])('in %s is later by what the clocks skip, at %s', (zone, local, at, shown) => {
    expect(iso(zone, local)).toBe(at);
    expect(localIn(zone, Date.parse(at))).toBe(shown);
    expect(clockDoubt(zone, local)).toBe('skipped');
  });

  it.each([
    ['Europe/Paris', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z'],
    ['Australia/Adelaide', '2026-04-05T02:15', '2026-04-04T15:45:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z'],
  ])('in %s is the first of two, at %s', (zone, local, at) => {
    expect(iso(zone, local)).toBe(at);
    expect(clockDoubt(zone, local)).toBe('twice');
  });

  it.each([
    ['Asia/Kolkata', '2026-11-12T10:00', '2026-11-12T04:30:00.000Z'],
    ['Asia/Kathmandu', '2026-11-12T10:00', '2026-11-12T04:15:00.000Z'],
    ['Australia/Adelaide', '2026-12-24', '2026-12-23T13:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01T00:00', '2025-12-31T10:00:00.000Z'],
    ['UTC', '2026-03-29T02:30', '2026-03-29T02:30:00.000Z'],
  ])('in %s is as it is, at %s', (zone, local, at) => {
    expect(iso(zone, local)).toBe(at);
    expect(clockDoubt(zone, local)).toBeNull();
  });

  it('is none where there is no time', () => {
    expect(momentIn('Europe/Paris', 'soon')).toBeUndefined();
    expect(clockDoubt('Europe/Paris', '')).toBeNull();
  });
});
