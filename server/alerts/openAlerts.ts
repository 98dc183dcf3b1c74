import { alertSettingsOf } from '../../shared/alertDefaults.ts';
import type { Alert, AlertAnswer, AlertChange, AlertRule, BacktestAnswer, RulePrecision } from '../../shared/alerts.ts';
import { channels, type Workspace } from '../../shared/domain.ts';
import type { MessageCard, SourceHealth } from '../../shared/protocol.ts';
import { bucketOf, dayMs, minuteMs, quarterMs } from '../../shared/rollup.ts';
import type { Outbox } from '../deliver/createOutbox.ts';
import { deliveriesOf } from '../deliver/delivery.ts';
import { quietHoursOf } from '../deliver/openOutbox.ts';
import type { Commit, Engine } from '../engine/engine.ts';
import type { TellProgress } from '../engine/previewWorkspace.ts';
import { namesKept, voiceCard } from '../http/shownMessage.ts';
import type { Publisher } from '../live/publisher.ts';
import type { LiveWindow } from '../live/window.ts';
import { eachRow } from '../store/packRows.ts';
import type { History, Range, RecordChange } from '../store/store.ts';
import { alertRecord, alertsAsked, readAlert } from './alertBook.ts';
import type { Backtests } from './backtestThread.ts';
import { changeAlert } from './changeAlert.ts';
import { arrivalsAsked, createArrivals } from './createArrivals.ts';
import type { AlertEvent } from './createRaising.ts';
import { createSourceWatch } from './createSourceWatch.ts';
import { createTermWatch } from './createTermWatch.ts';
import { createWatch, wakeUp } from './createWatch.ts';
import { countBehind, exampleOf, filterOf, opinionOf } from './enrich.ts';
import { readAutopsy } from './readAutopsy.ts';
import { watchedBy } from './watched.ts';

/** Alerts raised within this time may still go on. */
const rememberedMs = 7 * dayMs;
const lookEveryMs = 1_000;
/** Each time one brand's newest talk is read. */
const termsEveryMs = 60_000;
/** A telling does not wait longer for its message and its counts. */
const enrichMs = 2_000;
const cardsKept = 400;
/** So long an alert of a rehearsal is seen at least; else it ends with what was played. */
const rehearsedLeastMs = minuteMs;
/** After posts of the past came, what is usual is learned anew, once they stop coming. */
const relearnAfterMs = 5_000;
const oldMentions = 200;

/** Whether a rehearsal makes things up now, and whether what is raised now and began at `at` is its doing. */
export type Rehearsing = { isPlaying(): boolean; made(at: number): boolean };

export type AlertsDeps = {
  engine: Pick<Engine, 'keepRecords' | 'onCommit' | 'onRuleSet' | 'onRepublish'>;
  history: Pick<History, 'records' | 'mention' | 'mentions' | 'parts' | 'authors' | 'series' | 'totals' | 'terms'>;
  publisher: Pick<Publisher, 'setAlerts'>;
  window: LiveWindow;
  workspace: Workspace;
  now: () => number;
  /** Who is told outside these screens; null: nobody. */
  outbox: Pick<Outbox, 'receivers' | 'wake'> | null;
  createDetector: Parameters<typeof createWatch>[0]['createDetector'];
  backtest: Backtests;
  sources: () => Readonly<Record<string, SourceHealth>>;
  /** What may have made up what stands out now; null: nothing can. */
  rehearsal: Rehearsing | null;
  warn: (error: unknown, message: string) => void;
};

export type Alerts = {
  /** Newest first. */
  list(range: Range, limit: number): Promise<Alert[]>;
  get(id: string): Promise<AlertAnswer | undefined>;
  change(id: string, change: AlertChange): Promise<Alert | undefined>;
  precision(): Promise<RulePrecision[]>;
  /** What a rule would have told in the last days. Rejects when the signal stops it. */
  backtest(rule: AlertRule, days: number, signal: AbortSignal, tell?: TellProgress): Promise<BacktestAnswer>;
  close(): Promise<void>;
};

/** Everything about alerts of one data set: the watch, what is kept of it, people's words, and what lies behind an alert. */
export async function openAlerts(deps: AlertsDeps): Promise<Alerts> {
  const { engine, history, publisher, now } = deps;
  let { workspace } = deps;
  let cards: MessageCard[] = [];
  let learnAt = 0;
  let oldSeen = 0;
  let isClosed = false;
  /** Tellings on their way to the disk. */
  const under = new Set<Promise<void>>();
  /** Ends when what came last was written: two who change the same alert must not overwrite each other's word. */
  let written: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = written.then(work);
    written = done.catch(() => undefined);
    return done;
  }

  function follow(work: Promise<void>, trouble: string): void {
    const followed = work.catch((error: unknown) => deps.warn(error, trouble)).finally(() => under.delete(followed));
    under.add(followed);
  }

  /** Writes nothing: at the end nobody waits for it. */
  function read(work: Promise<void>, trouble: string): Promise<void> {
    return work.catch((error: unknown) => {
      if (!isClosed) deps.warn(error, trouble);
    });
  }

  const since = now() - rememberedMs;
  const loaded = (await history.records(alertsAsked({ from: since }, 1_000))).map(readAlert);

  const arrivals = createArrivals(await history.records(arrivalsAsked), now());
  const sources = createSourceWatch(arrivals);
  const terms = createTermWatch(history, { knownFrom: deps.window.knownFrom }, loaded);

  const watch = createWatch({
    window: deps.window,
    workspace,
    alerts: loaded,
    now,
    createDetector: deps.createDetector,
    alsoSeen: () => [...terms.seen(), ...sources.look(workspace, deps.sources(), now())],
    tell: (events) => {
      for (const { alert, event } of events)
        if (event === 'raised' && deps.rehearsal?.made(alert.at)) watch.change(alert.id, { rehearsal: true });
      follow(keep(events), 'An alert could not be kept');
    },
    show: (state) => publisher.setAlerts(state),
  });

  async function exampleFromHistory(alert: Alert): Promise<MessageCard | undefined> {
    const opinion = opinionOf(alert);
    const filter = { ...filterOf(alert), stage: 'significant' as const, limit: 20 };
    const { items } = await history.mentions({ ...filter, ...(opinion ? { opinions: [opinion] } : {}) });
    const [best] = items.sort((a, b) => b.analysis.significance - a.analysis.significance);
    return best && voiceCard(best, { marks: [], keep: namesKept(workspace) });
  }

  async function enrich(alert: Alert): Promise<void> {
    if (alert.kind === 'silent-source') return;
    const [counts, example] = await Promise.all([
      countBehind(history, alert),
      exampleOf(alert, cards) ?? exampleFromHistory(alert),
    ]);
    watch.change(alert.id, { ...counts, ...(example ? { example } : {}) });
  }

  /** What goes out with an event, to be kept in the same change as the alert: then neither is without the other. */
  async function deliveries({ alert, event }: AlertEvent, at: number): Promise<RecordChange[]> {
    if (!deps.outbox) return [];
    const { rules } = alertSettingsOf(workspace);
    const rule = rules.find(({ id }) => id === alert.rule) ?? {};
    const receivers = await deps.outbox.receivers.list();
    return deliveriesOf({ alert, news: { event, at }, rule, receivers, quiet: quietHoursOf(workspace), now: at });
  }

  async function record(events: readonly AlertEvent[], isTold: (event: AlertEvent) => boolean): Promise<void> {
    const at = now();
    const out = await Promise.all(events.map((event) => (isTold(event) ? deliveries(event, at) : [])));
    await engine.keepRecords(events.flatMap((event, place) => [alertRecord(event.alert), ...out[place]!]));
    if (out.some((changes) => changes.length > 0)) deps.outbox?.wake();
  }

  async function keep(events: readonly AlertEvent[]): Promise<void> {
    const tooLate = new Promise<void>((resolve) => setTimeout(resolve, enrichMs).unref());
    await Promise.race([
      tooLate,
      Promise.all(
        events
          .filter(({ event }) => event === 'raised' || event === 'grown')
          .map(({ alert }) =>
            enrich(alert).catch((error: unknown) => deps.warn(error, 'What lies behind an alert could not be read')),
          ),
      ),
    ]);
    // That more stands out with it is for screens; outside only what is graver is news.
    await inTurn(() => record(events, ({ event }) => event !== 'changed'));
  }

  async function find(id: string): Promise<Alert | undefined> {
    const shown = watch.find(id);
    if (shown) return wakeUp(shown, now());
    // Alerts are few: some a day.
    const [found] = (await history.records(alertsAsked({}, 10_000))).filter((record) => record.id === id);
    return found && wakeUp(readAlert(found), now());
  }

  const stopListening = [
    engine.onCommit((commit: Commit) => {
      cards = [...commit.cards, ...cards].slice(0, cardsKept);
      for (const [source, { accepted }] of Object.entries(commit.sources)) arrivals.count(source, accepted, now());
      const running = now() - 2 * quarterMs;
      for (const row of eachRow(commit.rows))
        if (row.at < running && row.brand === '*' && row.theme === '*') oldSeen += Math.abs(row.mentions);
      if (oldSeen < oldMentions) return;
      oldSeen = 0;
      learnAt = now() + relearnAfterMs;
    }),
    engine.onRuleSet((next) => {
      workspace = next.workspace;
      watch.setWorkspace(workspace);
      void learn();
    }),
    engine.onRepublish(() => void learn()),
  ];

  function learn(): Promise<void> {
    learnAt = 0;
    return read(watch.learn(), 'What is usual could not be learned');
  }

  /** What was counted stands out for half an hour yet, but of a rehearsal everybody knows that it is over. */
  function endRehearsed(): void {
    if (!deps.rehearsal || deps.rehearsal.isPlaying()) return;
    watch.end(({ rehearsal, raisedAt }) => rehearsal === true && now() - raisedAt >= rehearsedLeastMs);
  }

  const looking = setInterval(() => {
    if (learnAt > 0 && now() >= learnAt) void learn();
    watch.look();
    endRehearsed();
    const rhythms = arrivals.changes(now());
    if (rhythms.length > 0) follow(engine.keepRecords(rhythms), 'The rhythm of sources could not be kept');
  }, lookEveryMs);
  const lookingForTerms = setInterval(
    () => void read(terms.look(workspace, now()), 'New words could not be looked for'),
    termsEveryMs,
  );
  void learn();

  return {
    async list(range, limit) {
      const records = await history.records(alertsAsked(range, limit));
      return records.map((record) => wakeUp(watch.find(record.id) ?? readAlert(record), now()));
    },
    async get(id) {
      const alert = await find(id);
      if (!alert) return undefined;
      const [behind, autopsy] = await Promise.all([
        alert.kind === 'silent-source' ? {} : countBehind(history, alert),
        readAutopsy({ history, workspace, knownFrom: deps.window.knownFrom() }, alert),
      ]);
      return { ...alert, ...behind, autopsy };
    },
    change: (id, change) =>
      inTurn(async () => {
        const alert = await find(id);
        if (!alert) return undefined;
        const next = changeAlert(alert, change, now());
        const isTold = next.state !== alert.state || next.owner !== alert.owner;
        await record([{ alert: next, event: 'changed' }], () => isTold);
        return watch.say(next) ?? next;
      }),
    async precision() {
      const said = new Map<string, RulePrecision>(
        alertSettingsOf(workspace).rules.map(({ id }) => [id, { rule: id, alerts: 0, useful: 0, useless: 0 }]),
      );
      for (const alert of (await history.records(alertsAsked({}, 10_000))).map(readAlert)) {
        const sum = said.get(alert.rule);
        if (!sum || alert.rehearsal) continue;
        sum.alerts += 1;
        if (alert.useful === true) sum.useful += 1;
        if (alert.useful === false) sum.useless += 1;
      }
      return [...said.values()];
    },
    async backtest(rule, days, signal, tell) {
      const to = bucketOf(now(), quarterMs);
      const { firstAt, posts } = await history.totals();
      const from = Math.max(to - days * dayMs, posts > 0 ? firstAt : to);
      const others = alertSettingsOf(workspace).rules.filter(({ id }) => id !== rule.id);
      const among = [...others, rule].flatMap((one) => watchedBy(one, workspace, channels)).length;
      const unwatched = Object.entries(deps.sources()).flatMap(([source, { kind, state }]) =>
        kind === 'import' || state === 'off' ? [source] : [],
      );
      return deps.backtest({ workspace, rule, from, to, among, unwatched }, signal, tell);
    },
    async close() {
      isClosed = true;
      clearInterval(looking);
      clearInterval(lookingForTerms);
      for (const stop of stopListening) stop();
      watch.close();
      await Promise.all(under);
    },
  };
}
