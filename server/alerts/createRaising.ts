import type { Alert, AlertSubject } from '../../shared/alerts.ts';
import { hourMs, minuteMs } from '../../shared/rollup.ts';
import type { Told } from './standing.ts';
import { keyOf } from './watched.ts';

export type AlertEvent = { alert: Alert; event: 'raised' | 'grown' | 'over' | 'changed' };

/** What stands out of the same brand within this time is one story. */
const groupMs = hourMs;
const activeMs = hourMs / 2;
/** What was strongest longer ago, and was not told then, is not told now. */
const lateMs = hourMs;
/** Of a graver one is told again. */
const grownBy = 2;
const mostWith = 12;

const isSame = (a: AlertSubject, b: AlertSubject) => keyOf('', a) === keyOf('', b);
const subjectsOf = (alert: Alert): (AlertSubject & { rule: string })[] => {
  const { kind, brand, theme, channel, source, term } = alert;
  const own: AlertSubject & { rule: string } = { kind, rule: alert.rule };
  Object.assign(
    own,
    brand && { brand },
    theme && { theme },
    channel && { channel },
    source && { source },
    term && { term },
  );
  return [own, ...alert.with];
};

/** A brand says more than a channel, a theme more than its brand, a complaint more than a count. What says most is told first. */
const order = [
  'complaints',
  'theme-share',
  'volume',
  'net-sentiment',
  'negative-share',
  'term',
  'copies',
  'silent-source',
];
function byWeight(a: Told, b: Told): number {
  const rank = ({ watched: { subject } }: Told) => order.indexOf(subject.kind) - (subject.theme ? 0.5 : 0);
  const isWide = ({ watched: { subject } }: Told) => (subject.brand === undefined ? 1 : 0);
  return (
    isWide(a) - isWide(b) ||
    b.standing.severity - a.standing.severity ||
    rank(a) - rank(b) ||
    (a.watched.key < b.watched.key ? -1 : 1)
  );
}

/**
 * What counts as much as its rule asks for, has stood out long enough, and was at its strongest lately: a burst of this morning that a
 * file brings in the afternoon is history.
 */
function isRipe({ watched: { rule, subject }, standing }: Told, now: number): boolean {
  const { figure } = standing;
  if (now - figure.at > lateMs + rule.pendingMinutes * minuteMs) return false;
  // Of a silence nothing is counted at all.
  const isSilence = subject.kind === 'silent-source';
  if (!isSilence && (figure.whole ?? figure.value) < rule.least) return false;
  return now - standing.at >= rule.pendingMinutes * minuteMs;
}

/**
 * Turns what stands out into alerts: one for each story, told when it begins, when it grows graver and when it is over.
 * Pure but for its own memory; `alerts` are those that were not over when the program ended.
 */
export function createRaising(alerts: readonly Alert[] = []) {
  const open = new Map<string, Alert>();
  /** Which alert tells of a series. */
  const tellers = new Map<string, Alert>();
  /** The severity that was last told. */
  const toldSeverity = new Map<string, number>();
  /** Series of which nothing more is told until they are usual again: their story was ended while they still stood out. */
  const spent = new Set<string>();

  function attach(alert: Alert): void {
    open.set(alert.id, alert);
    toldSeverity.set(alert.id, alert.severity);
    for (const subject of subjectsOf(alert)) tellers.set(keyOf(subject.rule, subject), alert);
  }
  for (const alert of alerts) if (alert.overAt === undefined) attach(structuredClone(alert));

  /** From here on the story is told by this: it is far graver than what it was told by. */
  function lead(alert: Alert, { watched: { rule, subject }, standing }: Told): void {
    const [before] = subjectsOf(alert);
    alert.with = [before!, ...alert.with.filter((one) => !isSame(one, subject))];
    for (const place of ['brand', 'theme', 'channel', 'course', 'onceInDays'] as const) delete alert[place];
    const { at, figure, isKnown, onceInDays } = standing;
    Object.assign(alert, subject, { rule: rule.id, at, first: figure, current: figure, isKnown });
    if (onceInDays !== undefined) alert.onceInDays = onceInDays;
  }

  function grow(alert: Alert, told: Told, now: number): AlertEvent['event'] | undefined {
    const { standing, watched } = told;
    const isWide = watched.subject.brand === undefined && alert.brand !== undefined;
    if (!isSame(alert, watched.subject) && !isWide && standing.severity >= alert.severity + grownBy) lead(alert, told);
    const isOwn = isSame(alert, watched.subject);
    alert.until = Math.max(alert.until, standing.until);
    if (isOwn) alert.current = standing.figure;
    if (isOwn && standing.onceInDays !== undefined) alert.onceInDays = standing.onceInDays;
    alert.isKnown ||= isOwn && standing.isKnown;
    if (standing.severity > alert.severity) {
      const before = alert.severities ?? [{ at: alert.raisedAt, severity: alert.severity }];
      alert.severities = [...before, { at: now, severity: standing.severity }];
      alert.severity = standing.severity;
    }
    if (alert.severity < toldSeverity.get(alert.id)! + grownBy) return undefined;
    toldSeverity.set(alert.id, alert.severity);
    return 'grown';
  }

  const storyOf = ({ watched: { subject }, standing }: Told, now: number): Alert | undefined => {
    if (subject.kind === 'copies' || subject.kind === 'silent-source') return undefined;
    // A channel swells with whatever swells in it.
    return [...open.values()].find(
      ({ brand, kind, raisedAt, current }) =>
        (subject.brand === undefined ? brand !== undefined : brand === subject.brand) &&
        kind !== 'copies' &&
        now - raisedAt < groupMs &&
        // What begins is no part of what was fading by then.
        standing.at - current.at < activeMs,
    );
  };

  function raise({ watched: { rule, subject }, standing }: Told, now: number): Alert {
    const alert: Alert = {
      ...subject,
      id: `${now.toString(36)}-${subject.kind}-${hashOf(keyOf(rule.id, subject))}`,
      rule: rule.id,
      at: standing.at,
      until: standing.until,
      raisedAt: now,
      severity: standing.severity,
      severities: [{ at: now, severity: standing.severity }],
      ...(standing.onceInDays === undefined ? {} : { onceInDays: standing.onceInDays }),
      isKnown: standing.isKnown,
      first: standing.figure,
      current: standing.figure,
      with: [],
      interrupts: rule.interrupts,
      state: 'open',
    };
    attach(alert);
    return alert;
  }

  /** Another rule's or series' sight of a story that is told already. */
  function join(alert: Alert, told: Told, now: number): AlertEvent['event'] {
    const { rule, subject } = told.watched;
    if (alert.with.length < mostWith && !subjectsOf(alert).some((one) => isSame(one, subject)))
      alert.with.push({ ...subject, rule: rule.id });
    tellers.set(told.watched.key, alert);
    if (rule.interrupts && !alert.interrupts) alert.interrupts = true;
    return grow(alert, told, now) ?? 'changed';
  }

  /** `told`: all that stands out now, in any order. Answers what is to be told of it, each alert once. */
  function see(told: readonly Told[], now: number): AlertEvent[] {
    const events = new Map<string, AlertEvent>();
    const note = (alert: Alert, event: AlertEvent['event']) => {
      if (event !== 'changed' || !events.has(alert.id)) events.set(alert.id, { alert, event });
    };
    for (const one of [...told].sort(byWeight)) {
      if (spent.has(one.watched.key)) continue;
      const known = tellers.get(one.watched.key);
      if (known) {
        const event = grow(known, one, now);
        if (event) note(known, event);
        continue;
      }
      if (!isRipe(one, now)) continue;
      const story = storyOf(one, now);
      if (!story) note(raise(one, now), 'raised');
      else {
        const event = join(story, one, now);
        if (events.get(story.id)?.event !== 'raised') note(story, event);
      }
    }
    return [...events.values()];
  }

  const keysOf = (alert: Alert) => [...tellers].flatMap(([key, teller]) => (teller === alert ? [key] : []));

  function finish(alert: Alert, keys: readonly string[], now: number): AlertEvent {
    alert.overAt = now;
    open.delete(alert.id);
    toldSeverity.delete(alert.id);
    for (const key of keys) tellers.delete(key);
    return { alert, event: 'over' };
  }

  /** Stories of which nothing stands out any more; `standing`: the keys of all series that still do. */
  function end(standing: ReadonlySet<string>, now: number): AlertEvent[] {
    for (const key of spent) if (!standing.has(key)) spent.delete(key);
    return [...open.values()].flatMap((alert) => {
      const keys = keysOf(alert);
      return keys.some((key) => standing.has(key)) ? [] : [finish(alert, keys, now)];
    });
  }

  return {
    see,
    end,
    /** Ends stories whose cause is known to be over, though what they counted stands out for a while yet. */
    close(isDone: (alert: Alert) => boolean, now: number): AlertEvent[] {
      return [...open.values()].filter(isDone).map((alert) => {
        const keys = keysOf(alert);
        for (const key of keys) spent.add(key);
        return finish(alert, keys, now);
      });
    },
    /**
     * One look, live or over history: of a series that several ways see the last one holds. At the end of a quarter-hour what
     * nobody sees any more is over.
     */
    look(seen: readonly Told[], now: number, isQuarterOver: boolean): AlertEvent[] {
      const newest = new Map(seen.map((told) => [told.watched.key, told]));
      const events = see([...newest.values()], now);
      return isQuarterOver ? [...events, ...end(new Set(newest.keys()), now)] : events;
    },
    get: (id: string): Alert | undefined => open.get(id),
    all: (): Alert[] => [...open.values()],
  };
}

export type Raising = ReturnType<typeof createRaising>;

/** Short and stable: an address, not a secret (FNV-1a). */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
