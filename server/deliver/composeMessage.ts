import { type AlertNames, sayAlert, sayFigure } from '../../shared/alertSentence.ts';
import type { Alert } from '../../shared/alerts.ts';
import type { DeliveryEvent, Receiver } from '../../shared/receivers.ts';
import { type Delivery, dedupeKey } from './delivery.ts';
import { messageWords } from './messageWords.ts';

export type MessageItem = {
  alert: Alert;
  headline: string;
  sure: string;
  rows: { label: string; text: string }[];
  /** Masked words of people, and the same introduced and in quotation marks. */
  examples: string[];
  quotes: string[];
  /** Of the alert's own page. */
  url: string;
};

/** What is to be said, before it takes the form of a kind of receiver. */
export type Message = {
  key: string;
  event: DeliveryEvent;
  /** The same for all that is said of one alert to one receiver. */
  thread: string;
  language: 'en' | 'fr';
  workspace: string;
  /** `Severity 6 of 10 · New`, or that it is a test. */
  kicker: string;
  title: string;
  /** Of the thread: it does not change with the figures. */
  subject: string;
  /** Sentences under the title. */
  lines: string[];
  items: MessageItem[];
  /** How many alerts are not shown, and that sentence, where there are any. */
  hidden: number;
  closing: string[];
  createdAt: number;
  /** Absent when it comes in time. */
  lateMs?: number;
  openLabel: string;
  /** Stands between a label and what it labels. */
  colon: string;
};

export type Telling = {
  names: (language: 'en' | 'fr') => AlertNames;
  workspace: string;
  timeZone: string;
  /** Without a slash at its end. */
  publicUrl: string;
  now: number;
  /** The alert as it is at this moment; undefined: nothing newer is known than what the delivery holds. */
  alertNow: (id: string) => Alert | undefined;
};

/** Later than this is said to be late. */
export const lateFromMs = 2 * 60_000;
const mostItems = 10;
const longestExample = 280;

const shorten = (text: string) => (text.length <= longestExample ? text : `${text.slice(0, longestExample - 1)}…`);

function itemOf(said: Alert, language: 'en' | 'fr', telling: Telling): MessageItem {
  const words = messageWords[language];
  const now = telling.alertNow(said.id) ?? said;
  // First is what was said first; current, state and owner are those of this moment.
  const alert = { ...now, first: said.first };
  const time = new Intl.DateTimeFormat(language === 'fr' ? 'fr' : 'en-GB', {
    timeZone: telling.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const state = words.state[alert.state];
  const { headline, sure } = sayAlert(alert, telling.names(language), language);
  const examples = alert.example ? [shorten(alert.example.text)] : [];
  return {
    alert,
    headline,
    sure,
    rows: [
      { label: words.first, text: sayFigure(alert, alert.first, language) },
      { label: words.current, text: sayFigure(alert, alert.current, language) },
      { label: words.severity, text: words.outOfTen(alert.severity) },
      { label: words.since, text: time.format(alert.at) },
      ...(alert.overAt === undefined ? [] : [{ label: words.over, text: time.format(alert.overAt) }]),
      ...(alert.state === 'open' && alert.owner === undefined
        ? []
        : [{ label: words.stateLabel, text: alert.owner === undefined ? state : words.ownedBy(state, alert.owner) }]),
    ],
    examples,
    quotes: examples.map(words.quote),
    url: `${telling.publicUrl}/alerts/${encodeURIComponent(alert.id)}`,
  };
}

/** Grave ones first, those that go on before those that are over. */
function byWeight(a: MessageItem, b: MessageItem): number {
  const over = Number(a.alert.overAt !== undefined) - Number(b.alert.overAt !== undefined);
  return over || b.alert.severity - a.alert.severity || b.alert.at - a.alert.at;
}

export function composeMessage(
  delivery: Delivery,
  { id, language }: Pick<Receiver, 'id' | 'language'>,
  telling: Telling,
): Message {
  const words = messageWords[language];
  const { event, createdAt } = delivery;
  const items = delivery.said.map((said) => itemOf(said, language, telling)).sort(byWeight);
  const [first] = items;
  const lateMs = telling.now - createdAt;
  const isLate = event !== 'test' && lateMs >= lateFromMs;
  const isOne = event !== 'test' && event !== 'summary';
  const saidFirst = delivery.said[0];
  const hidden = Math.max(0, items.length - mostItems);
  const base = {
    key: delivery.id,
    event,
    thread: isOne ? dedupeKey('thread', delivery.alerts[0] ?? '', id) : delivery.id,
    language,
    workspace: telling.workspace,
    items: items.slice(0, mostItems),
    hidden,
    closing: hidden === 0 ? [] : [words.hidden(hidden)],
    createdAt,
    openLabel: words.open,
    colon: words.colon,
  };
  if (!isOne || !first || !saidFirst) {
    const title = event === 'test' ? words.test : words.summary(items.length);
    const lines = event === 'test' ? [words.testText] : isLate ? [words.late(Math.round(lateMs / 60_000))] : [];
    return { ...base, kicker: '', title, subject: title, lines, ...(isLate ? { lateMs } : {}) };
  }
  const { overAt: _, ...begun } = saidFirst;
  const late = [
    words.late(Math.round(lateMs / 60_000)),
    first.alert.overAt === undefined ? words.stillSo : words.isOver,
  ];
  return {
    ...base,
    kicker: `${words.event[event]} · ${words.severity} ${words.outOfTen(first.alert.severity)}`,
    title: first.headline,
    subject: sayAlert({ ...begun, current: begun.first }, telling.names(language), language).headline,
    lines: [...(isLate ? [late.join(' ')] : []), ...(first.sure === '' ? [] : [first.sure])],
    ...(isLate ? { lateMs } : {}),
  };
}
