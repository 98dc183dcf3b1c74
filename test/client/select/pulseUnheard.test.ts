import { expect, it } from 'vitest';
import { pulseUnheard, wholePoints } from '../../../client/select/pulseUnheard.ts';
import { hourMs, minuteMs } from '../../../shared/rollup.ts';
import { makeCell, makeFigures, noon } from '../../support/makeFrames.ts';

const stepMs = 5 * minuteMs;
const lastHour = makeFigures({ from: noon - hourMs, to: noon });

/** Six busy hours with nothing between two moments, both in minutes before noon. */
function silentFrom(earlier: number, later: number) {
  const busy: Record<string, ReturnType<typeof makeCell>> = {};
  for (let at = noon - 6 * hourMs; at < noon; at += stepMs)
    if (at < noon - earlier * minuteMs || at >= noon - later * minuteMs) busy[String(at)] = makeCell(20);
  return makeFigures({ from: noon - 6 * hourMs, to: noon, stepMs, series: { '*': busy } });
}

it('tells which of the two hours lacks some of it', () => {
  const now = { from: noon - 40 * minuteMs, to: noon - 10 * minuteMs };
  expect(pulseUnheard(lastHour, silentFrom(40, 10))).toEqual({ spans: [now], hour: now, before: null });
  const earlier = { from: noon - 100 * minuteMs, to: noon - 70 * minuteMs };
  expect(pulseUnheard(lastHour, silentFrom(100, 70))).toEqual({ spans: [earlier], hour: null, before: earlier });
  const both = { from: noon - 80 * minuteMs, to: noon - 30 * minuteMs };
  expect(pulseUnheard(lastHour, silentFrom(80, 30))).toEqual({ spans: [both], hour: both, before: both });
  const long = { from: noon - 200 * minuteMs, to: noon - 120 * minuteMs };
  expect(pulseUnheard(lastHour, silentFrom(200, 120))).toEqual({ spans: [long], hour: null, before: null });
});

it('takes the bucket in which the window begins, which is not sent, for no silence', () => {
  const heard = silentFrom(0, 0);
  const busy = Object.fromEntries(Object.keys(heard.series['*']!).map((at) => [at, makeCell(50)]));
  const first = String(noon - 6 * hourMs);
  const { [first]: _, ...sent } = busy;
  const state = { ...heard, from: heard.from + minuteMs, series: { '*': sent } };
  expect(pulseUnheard(lastHour, state).spans).toEqual([]);
});

it('leaves points out whose own stretch holds some of what nobody heard', () => {
  const points = [10, 20, 30, 40, 50].map((at) => ({ at }));
  const at = (width: number) => wholePoints(points, [{ from: 20, to: 30 }], width).map((point) => point?.at ?? null);
  expect(at(10)).toEqual([10, 20, null, 40, 50]);
  expect(at(20)).toEqual([10, 20, null, null, 50]);
});
