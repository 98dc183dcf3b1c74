import type { Alert, AlertAnswer, AlertCourse, AlertsState, Autopsy, BacktestAnswer } from '../../shared/alerts.ts';
import type { MessageCard } from '../../shared/protocol.ts';
import { dayMs, hourMs, minuteMs } from '../../shared/rollup.ts';
import { makeAlert } from './makeAlert.ts';
import { makeCard } from './makeFrames.ts';

/** Invented alerts of the launch day (`launchDay.ts`): complaints about a price, much talk, copies, a silent source. */

const quarter = 15 * minuteMs;
const calm = [3, 5, 4, 2, 6, 4, 5, 3, 4, 6, 5, 3, 4, 5, 2, 4, 6, 3, 5, 4, 5, 6];

export function makeCourse(now: number, lastValues: readonly number[], scale = 1): AlertCourse {
  const values = [...calm.map((value) => value * scale), ...lastValues];
  return {
    startAt: Math.floor(now / quarter) * quarter - (values.length - 1) * quarter,
    stepMs: quarter,
    values,
    expected: values.map(() => 4 * scale),
    high: values.map(() => 9 * scale),
  };
}

export function makeState(alerts: readonly Alert[]): AlertsState {
  return { order: alerts.map(({ id }) => id), alerts: Object.fromEntries(alerts.map((alert) => [alert.id, alert])) };
}

export function makeMessage(change: Partial<MessageCard> = {}): MessageCard {
  const { speaksFor: _, ...card } = makeCard(change);
  return card;
}

const priceText = 'Far too expensive, I hate the new price of my Vela balm.';
const markOf = (words: string) => {
  const from = priceText.indexOf(words);
  return { field: 'text' as const, from, to: from + words.length };
};
const priceMessage = (now: number) =>
  makeMessage({
    seq: 41,
    channel: 'review',
    at: now - 5 * minuteMs,
    text: priceText,
    opinion: 'negative',
    brands: [{ id: 'vela', opinion: 'negative', score: -0.8 }],
    themes: [{ id: 'price' }],
    marks: [
      { ...markOf('Far too expensive'), kind: 'negative', value: -0.6 },
      { ...markOf('hate'), kind: 'negative', value: -0.7 },
      { ...markOf('price'), kind: 'theme', id: 'price' },
    ],
  });

export function priceAlert(now: number, change: Partial<Alert> = {}): Alert {
  const raisedAt = change.raisedAt ?? now - 18_000;
  return makeAlert({
    id: 'price-1',
    rule: 'complaints',
    kind: 'complaints',
    brand: 'vela',
    theme: 'price',
    at: raisedAt - 2 * minuteMs,
    until: now,
    raisedAt,
    severity: 8,
    onceInDays: 1_400,
    first: { at: raisedAt, spanMs: quarter, value: 21, expected: 4, low: 1, high: 9 },
    current: { at: now, spanMs: quarter, value: 38, expected: 4, low: 1, high: 9 },
    course: makeCourse(now, [11, 38]),
    distinct: 29,
    authors: 31,
    copies: 0,
    with: [
      { kind: 'negative-share', brand: 'vela', rule: 'mood' },
      { kind: 'volume', brand: 'vela', channel: 'review', rule: 'volume' },
    ],
    example: priceMessage(now),
    ...change,
  });
}

export function talkAlert(now: number, change: Partial<Alert> = {}): Alert {
  const raisedAt = change.raisedAt ?? now - 42 * minuteMs;
  return makeAlert({
    id: 'talk-1',
    rule: 'volume',
    kind: 'volume',
    brand: 'orso',
    at: raisedAt,
    until: now,
    raisedAt,
    severity: 5,
    onceInDays: 40,
    first: { at: raisedAt, spanMs: hourMs, value: 96, expected: 31, low: 18, high: 52 },
    current: { at: now, spanMs: hourMs, value: 88, expected: 31, low: 18, high: 52 },
    course: makeCourse(now, [80, 96, 88], 5),
    distinct: 80,
    authors: 71,
    copies: 8,
    interrupts: false,
    ...change,
  });
}

export function silenceAlert(now: number, change: Partial<Alert> = {}): Alert {
  const raisedAt = change.raisedAt ?? now - 3 * hourMs;
  const { brand: _, ...alert } = makeAlert({
    id: 'silence-1',
    rule: 'silence',
    kind: 'silent-source',
    source: 'reviews',
    at: raisedAt,
    until: now,
    raisedAt,
    severity: 4,
    onceInDays: 90,
    first: { at: raisedAt, spanMs: hourMs, value: 0, expected: 22, low: 9 },
    current: { at: now, spanMs: hourMs, value: 0, expected: 22, low: 9 },
    interrupts: false,
    ...change,
  });
  return alert;
}

/** Yesterday's: over, resolved, judged. */
export function pastAlerts(now: number): Alert[] {
  return [
    talkAlert(now, {
      id: 'past-1',
      kind: 'theme-share',
      rule: 'theme',
      brand: 'vela',
      theme: 'texture',
      severity: 3,
      raisedAt: now - 26 * hourMs,
      overAt: now - 24 * hourMs,
      state: 'resolved',
      owner: 'Care team',
      useful: true,
      first: { at: now - 26 * hourMs, spanMs: hourMs, value: 0.41, expected: 0.22, part: 57, whole: 139 },
      current: { at: now - 24 * hourMs, spanMs: hourMs, value: 0.24, expected: 0.22, part: 30, whole: 125 },
    }),
    talkAlert(now, {
      id: 'past-2',
      kind: 'copies',
      rule: 'copies',
      brand: 'vela',
      severity: 6,
      raisedAt: now - 50 * hourMs,
      overAt: now - 49 * hourMs,
      state: 'resolved',
      useful: false,
      first: { at: now - 50 * hourMs, spanMs: hourMs, value: 310, expected: 4, high: 12 },
      current: { at: now - 49 * hourMs, spanMs: hourMs, value: 420, expected: 4, high: 12 },
    }),
  ];
}

export function makeAutopsy(now: number, change: Partial<Autopsy> = {}): Autopsy {
  const part = (theme: string, channel: MessageCard['channel'], lang: string, value: number, expected: number) => ({
    theme,
    channel,
    lang,
    areCopies: false,
    value,
    expected,
    messages: [priceMessage(now), { ...priceMessage(now), seq: 42, channel, lang, at: now - 9 * minuteMs }],
  });
  return {
    from: now - quarter,
    to: now,
    value: 38,
    expected: 4,
    parts: [
      part('price', 'review', 'en', 21, 1.4),
      part('price', 'social', 'en', 9, 1.3),
      part('price', 'forum', 'nl', 5, 0.4),
    ],
    rest: { parts: 4, value: 3, expected: 0.9 },
    nature: 'organic',
    ...change,
  };
}

export const answerOf = (alert: Alert, autopsy: Autopsy | null): AlertAnswer => ({ ...alert, autopsy });

export function makeBacktest(now: number): BacktestAnswer {
  const alerts = Array.from({ length: 11 }, (_, index) => {
    const at = now - (index * 8 + 2) * dayMs - index * 37 * minuteMs;
    return {
      kind: 'complaints' as const,
      brand: index % 3 === 2 ? 'orso' : 'vela',
      ...(index % 2 === 0 ? { theme: 'price' } : {}),
      at,
      until: at + (30 + index * 7) * minuteMs,
      severity: 3 + (index % 6),
      isKnown: true,
      figure: { at, spanMs: quarter, value: 20 + index * 3, expected: 4, high: 9 },
    };
  });
  const perWeek = [0.1, 0.2, 0.4, 0.6, 0.86, 1.4, 2.2, 3.9, 6.5, 11];
  // As many as the rule's own at 5, and at each other position as many as it tells a week.
  const bySensitivity = perWeek.map((_, index) =>
    index < 4 ? alerts.slice(0, index * 2) : [...alerts, ...alerts.slice(0, (index - 4) * 2)],
  );
  return { from: now - 90 * dayMs, to: now, series: 12, alerts, bySensitivity, perWeek };
}
