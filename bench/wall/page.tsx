import '../../client/ui/tokens.css';
import '../../client/ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '../../client/App.tsx';
import type { Connect, Wire } from '../../client/live/connection.ts';
import { createLiveStore } from '../../client/live/liveStore.ts';
import { LiveContext } from '../../client/live/useFrame.ts';
import { createRandom } from '../../server/random.ts';
import type { Cell, FiguresState, Topic } from '../../shared/protocol.ts';
import { hourMs, minuteMs } from '../../shared/rollup.ts';
import { makeAlert } from '../../test/support/makeAlert.ts';
import { makeCard, makeCell, makeFigures, makeVoices } from '../../test/support/makeFrames.ts';
import { makeStatus } from '../../test/support/makeLive.ts';

/** The real client over a line that only this page speaks on: whoever drives the page moves its clock and lets frames come. */
const random = createRandom(7);
const below = (most: number) => Math.floor(random() * most);
let wire: Wire | undefined;
let version = 0;
let step = 0;
const watched = new Set<Topic>();
let states = makeStates();

function cell(most: number): Cell {
  const [positive, negative] = [below(most), below(most)];
  return makeCell(2 * most + below(most), positive, negative, below(most));
}

function figures(spanMs: number, stepMs: number): FiguresState {
  const to = Math.ceil(Date.now() / minuteMs) * minuteMs;
  const from = to - spanMs;
  const themes = (most: number) => ({ '*': cell(most), texture: cell(most / 2), price: cell(most / 3) });
  const series = Object.fromEntries(
    Array.from({ length: Math.floor(spanMs / stepMs) }, (_, index) => [String(from + index * stepMs), cell(20)]),
  );
  const [significant, passing, noBrand] = [below(5_000), below(9_000), below(90_000)];
  return makeFigures({
    ...{ from, to, stepMs, knownFrom: from - 24 * hourMs },
    now: { '*': themes(900), vela: themes(600), orso: themes(200) },
    before: { '*': themes(900), vela: themes(600), orso: themes(200) },
    series: { vela: series, '*': series },
    funnel: {
      collected: significant + passing + noBrand,
      important: significant + passing,
      significant,
      setAside: { passing, 'no-brand': noBrand },
    },
  });
}

function voices() {
  const cards = Array.from({ length: 6 }, (_, index) =>
    makeCard({
      seq: step * 6 + index,
      at: Date.now() - below(hourMs),
      text: `I love the silky texture of my Vela balm, number ${step * 6 + index}`,
      brands: [{ id: 'vela', opinion: index % 2 ? 'positive' : 'negative', score: 0.5 }],
      opinion: index % 2 ? 'positive' : 'negative',
      themes: [{ id: index % 2 ? 'texture' : 'price' }],
      speaksFor: below(500),
    }),
  );
  return makeVoices(cards);
}

/** Now and then an alert comes up over the scene. */
function alerts() {
  if (step % 40 > 3) return { order: [], alerts: {} };
  const at = Date.now();
  const alert = makeAlert({ id: `a${step}`, brand: 'vela', at, until: at, raisedAt: at });
  return { order: [alert.id], alerts: { [alert.id]: alert } };
}

function makeStates(): Record<string, unknown> {
  const now = Date.now();
  const source = {
    state: 'live' as const,
    kind: 'ingest' as const,
    heardAt: now,
    postAt: now,
    accepted: step,
    skipped: 0,
  };
  return {
    'figures/1h': figures(hourMs, minuteMs),
    'figures/6h': figures(6 * hourMs, 5 * minuteMs),
    'figures/24h': figures(24 * hourMs, 15 * minuteMs),
    'voices/vela': voices(),
    status: makeStatus({ sources: { Forums: source, Reviews: source, Social: source } }),
    alerts: alerts(),
    wall: { paused: false, pinned: false, at: 0 },
  };
}

/** What is counted since a launch's T0, in some 96 steps whatever its length, as the server does. */
function sinceT0(topic: Topic): FiguresState {
  const [, at] = /^figures\/since\/(\d+)$/.exec(topic) ?? [];
  if (at === undefined) throw new Error(`the wall watches ${topic}, which nobody feeds`);
  const spanMs = Math.max(hourMs, Date.now() - Number(at));
  return figures(spanMs, minuteMs * Math.ceil(spanMs / 96 / minuteMs));
}

function send(topic: Topic): void {
  const now = Date.now();
  version += 1;
  wire?.frame({
    ...{ topic, epoch: 'bench', version, base: null, madeAt: now, newestReceivedAt: now },
    state: structuredClone(states[topic] ?? sinceT0(topic)),
  });
}

const beat = () => wire?.beat({ at: Date.now(), epoch: 'bench', build: 'bench' });

const connect: Connect = (given) => {
  wire = given;
  const open = () =>
    queueMicrotask(() => {
      given.opened();
      beat();
    });
  open();
  return {
    watch(topic, answered) {
      watched.add(topic);
      answered({ ok: true });
      queueMicrotask(() => send(topic));
    },
    unwatch: (topic) => void watched.delete(topic),
    seen: () => undefined,
    restart() {
      given.closed();
      open();
    },
    close: () => undefined,
  };
};

/** One step of the week: everything that is watched changes. */
function feed(): void {
  step += 1;
  states = makeStates();
  beat();
  for (const topic of watched) send(topic);
}
Object.assign(globalThis, { feed });

createRoot(document.getElementById('root')!).render(
  <LiveContext value={createLiveStore({ connect })}>
    <App />
  </LiveContext>,
);
