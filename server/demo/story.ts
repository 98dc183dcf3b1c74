import { hourMs, minuteMs } from '../../shared/rollup.ts';
import { wave } from './wave.ts';

/** The plot of the demo: how much is said a minute, about whom and what, at `sinceT0` ms from the launch. Pure. */
export type DemoBrand = 'solenne' | 'auree' | 'kaoline' | 'nordvale';
export type DemoTheme =
  | 'texture'
  | 'efficacy'
  | 'scent'
  | 'price'
  | 'packaging'
  | 'availability'
  | 'skin-reaction'
  | 'ethics'
  | 'general';
export type Tone = 'praise' | 'complaint' | 'question' | 'remark';

/** Long enough that on launch day three days have been heard: what is usual is known, and what is not can be told. */
export const storyStartsBeforeMs = 90 * hourMs;
/** Told last of all: from so many days the usual hours of a day can be told. */
export const usualStartsBeforeMs = 240 * hourMs;

/** People sleep: half as much at four in the morning as in the early evening. `hour` is local, 0..24. */
export function wakefulness(hour: number): number {
  return 0.88 + 0.3 * Math.sin(((hour - 11) / 24) * 2 * Math.PI) + 0.1 * Math.sin(((hour - 6) / 12) * 2 * Math.PI);
}

/** Mean mentions a minute. */
export function mentionsPerMinute(brand: DemoBrand, sinceT0: number, hour: number): number {
  const awake = wakefulness(hour);
  switch (brand) {
    case 'solenne':
      return (
        2.2 * awake +
        9 * wave(sinceT0 + 26 * hourMs, 12 * minuteMs, 2 * hourMs) +
        4 * awake * Math.max(0, Math.min(1, (sinceT0 + 20 * hourMs) / (20 * hourMs))) +
        34 * awake * wave(sinceT0, 35 * minuteMs, 4.5 * hourMs) +
        13 * awake * wave(sinceT0 - 80 * minuteMs, 8 * minuteMs, 50 * minuteMs) +
        10 * awake * wave(sinceT0 - 220 * minuteMs, 10 * minuteMs, 70 * minuteMs) +
        9 * awake * wave(sinceT0, 5 * hourMs, 96 * hourMs)
      );
    case 'auree':
      return 8.5 * awake;
    case 'kaoline':
      return 6 * awake + 10 * wave(sinceT0 + 11.5 * hourMs, 15 * minuteMs, 90 * minuteMs);
    case 'nordvale':
      return 4 * awake;
  }
}

/** Mean posts a minute that name no watched brand: what a wide search brings in besides. */
export function noisePerMinute(hour: number): number {
  return 16 * wakefulness(hour);
}

/** Mean spam posts a minute about the launch: some always, a bot storm from T+5 h 10 min to T+5 h 50 min. */
export function spamPerMinute(sinceT0: number): number {
  const storm = sinceT0 > 310 * minuteMs && sinceT0 < 350 * minuteMs ? 16 : 0;
  return (sinceT0 > 0 ? 2.5 : 0.4) + storm;
}

/** Mean copies a minute of the one complaint that spreads, from T+4 h 20 min on. */
export function complaintCopiesPerMinute(sinceT0: number): number {
  return 10 * wave(sinceT0 - 260 * minuteMs, 20 * minuteMs, 60 * minuteMs);
}

/** How the themes of a brand's mentions are spread at a moment; need not sum to one. */
export function themeWeights(brand: DemoBrand, sinceT0: number): Record<DemoTheme, number> {
  const calm = {
    texture: 12,
    efficacy: 15,
    scent: 9,
    price: 8,
    packaging: 6,
    availability: 3,
    'skin-reaction': 2,
    ethics: 4,
    general: 22,
  };
  if (brand === 'kaoline') {
    const rumour = wave(sinceT0 + 11.5 * hourMs, 15 * minuteMs, 3 * hourMs);
    return { ...calm, 'skin-reaction': 3 + 40 * rumour };
  }
  if (brand === 'auree') return { ...calm, scent: 20 };
  if (brand === 'nordvale') return { ...calm, ethics: 18 };
  if (sinceT0 < 0) return { ...calm, price: 10, availability: 8, general: 36 };
  return {
    ...calm,
    texture: 18,
    price: 9 + 8 * Math.min(1, sinceT0 / (4 * hourMs)),
    availability: 3 + 26 * wave(sinceT0 - 220 * minuteMs, 10 * minuteMs, 2 * hourMs),
    'skin-reaction': 2 + 6 * wave(sinceT0 - 250 * minuteMs, 30 * minuteMs, 4 * hourMs),
  };
}

/** What people feel about a theme of a brand at a moment. */
export function toneWeights(brand: DemoBrand, theme: DemoTheme, sinceT0: number): Record<Tone, number> {
  const base: Record<DemoTheme, [number, number, number, number]> = {
    texture: [68, 8, 10, 14],
    efficacy: [62, 10, 16, 12],
    scent: [44, 22, 12, 22],
    price: [8, 62, 18, 12],
    packaging: [40, 24, 12, 24],
    availability: [6, 54, 30, 10],
    'skin-reaction': [3, 63, 26, 8],
    ethics: [32, 20, 28, 20],
    general: [38, 12, 18, 32],
  };
  let [praise, complaint, question] = base[theme];
  const remark = base[theme][3];
  if (brand === 'solenne' && sinceT0 < 0) question *= 2.2;
  if (brand === 'auree' && theme === 'scent') praise *= 1.6;
  if (brand === 'nordvale' && theme === 'ethics') praise *= 2;
  if (brand === 'kaoline' && theme === 'skin-reaction') complaint *= 1.4;
  if (brand === 'auree' && theme === 'price') praise *= 1.5;
  return { praise, complaint, question, remark };
}

/** Share of mentions in French. */
export const frenchShare: Record<DemoBrand, number> = { solenne: 0.38, auree: 0.45, kaoline: 0.3, nordvale: 0.2 };
