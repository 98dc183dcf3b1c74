import { expect, it } from 'vitest';
import { nextMorning } from '../../../client/select/nextMorning.ts';

const from = (now: string, zone = 'Europe/Paris') => new Date(nextMorning(Date.parse(now), zone)).toISOString();

it('is tomorrow at eight for who works in the afternoon, and today for who is up at night', () => {
  expect(from('2026-11-12T16:12:00+01:00')).toBe('2026-11-13T07:00:00.000Z');
  expect(from('2026-11-12T23:59:00+01:00')).toBe('2026-11-13T07:00:00.000Z');
  expect(from('2026-11-13T02:00:00+01:00')).toBe('2026-11-13T07:00:00.000Z');
});

it('is at least two hours ahead', () => {
  expect(from('2026-11-13T06:00:00+01:00')).toBe('2026-11-13T07:00:00.000Z');
  expect(from('2026-11-13T06:01:00+01:00')).toBe('2026-11-14T07:00:00.000Z');
});

it('is at eight by the clocks on the wall when they change in the night', () => {
  expect(from('2026-10-24T20:00:00+02:00')).toBe('2026-10-25T07:00:00.000Z');
  expect(from('2026-03-28T20:00:00+01:00')).toBe('2026-03-29T06:00:00.000Z');
  expect(from('2026-11-12T16:00:00Z', 'Pacific/Auckland')).toBe('2026-11-12T19:00:00.000Z');
});
