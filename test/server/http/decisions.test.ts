import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DecisionsAnswer, LaunchDecision } from '../../../shared/decisions.ts';
import { launchSchema } from '../../../shared/domain.ts';
import type { OpenPointsAnswer } from '../../../shared/openPoints.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rollup.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const start = Date.parse('2026-03-02T09:00:00Z');
let now = start;
let doors: OpenDoors;
let sent = 0;

const workspace = {
  version: 1,
  brands: [{ id: 'lumen', name: 'Lumen', query: 'lumen' }],
  themes: [
    { id: 'price', name: 'Price', query: 'price, expensive' },
    { id: 'skin', name: 'Skin reaction', query: 'rash, redness' },
  ],
  launches: [
    {
      id: 'glow',
      name: 'Glow',
      brand: 'lumen',
      at: start,
      timeZone: 'Europe/Paris',
      decisions: [{ at: start - dayMs, name: 'an old one', told: 'by mail' }],
    },
  ],
};

const say = async (texts: readonly string[], at: number, everyMs = minuteMs / 2) => {
  const posts = texts.map((text, k) => ({ id: `p${++sent}`, at: at + k * everyMs, text, author: `a${sent}` }));
  const answer = await doors.ask('/api/ingest', { method: 'POST', body: posts });
  expect(answer.json(), answer.text).toMatchObject({ accepted: texts.length });
};
const many = (count: number, text: (k: number) => string) => Array.from({ length: count }, (_, k) => text(k));
const words = [
  'amber',
  'birch',
  'cedar',
  'dune',
  'ember',
  'fjord',
  'grove',
  'heath',
  'inlet',
  'jade',
  'knoll',
  'lagoon',
];
const word = (k: number) => `${words[k % 12]} ${words[(k * 5 + 3) % 12]} ${words[Math.floor(k / 12) % 12]}`;
const note = (body: object, id = 'glow') => doors.ask(`/api/launches/${id}/decisions`, { method: 'POST', body });
const told = async () => ((await doors.ask('/api/launches/glow/decisions')).json() as DecisionsAnswer).items;
const points = async () => (await doors.ask('/api/open-points?brand=lumen')).json() as OpenPointsAnswer;

beforeEach(async () => {
  now = start;
  sent = 0;
  doors = await openDoors({ now: () => now });
  const put = await doors.ask('/api/workspace', { method: 'PUT', body: workspace });
  expect(put.status, put.text).toBe(200);
});
afterEach(() => doors.close());

describe('POST /api/launches/:id/decisions', () => {
  it('notes what was decided with the moment and the figures that the server knows', async () => {
    await say(
      many(20, (k) => `I love Lumen, ${word(k)}`),
      start - 50 * minuteMs,
    );
    await say(
      many(10, (k) => `Lumen is too expensive, awful ${word(k)}`),
      start - 5 * hourMs,
    );
    const answer = await note({ name: 'Say the price', who: 'Marketing', expected: 'fewer complaints' });
    expect(answer.status, answer.text).toBe(201);
    const decision = answer.json() as LaunchDecision;
    expect(decision).toMatchObject({
      at: start,
      name: 'Say the price',
      who: 'Marketing',
      expected: 'fewer complaints',
    });
    expect(decision.snapshot!.hour).toMatchObject({ from: start - hourMs, to: start, mentions: 20, heardMs: hourMs });
    expect(decision.snapshot!.hour.net!.net).toBe(100);
    expect(decision.snapshot!.day).toMatchObject({ mentions: 30, heardMs: 5 * hourMs, perHour: 6 });
    expect(decision.snapshot!.day.themes).toEqual([{ id: 'price', mentions: 10, share: 1 / 3 }]);
    const stored = await doors.ask('/api/launches/glow');
    expect(answer.headers.etag).toBe(stored.headers.etag);
    expect(launchSchema.parse(stored.json()).decisions).toMatchObject([
      { name: 'an old one', told: 'by mail' },
      decision,
    ]);
  });

  it('lets nobody say the moment, the figures or the id', async () => {
    for (const forged of [{ at: start - dayMs }, { snapshot: {} }, { id: 'mine' }, { letter: 'A' }]) {
      const answer = await note({ name: 'Forged', ...forged });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('unknown-member');
    }
    expect((await note({ name: ' ' })).status).toBe(400);
    expect((await note({ name: 'x' }, 'moon')).status).toBe(404);
    expect(await told()).toHaveLength(1);
  });

  it('knows nothing before the first post, and says so instead of zero an hour', async () => {
    const { snapshot } = (await note({ name: 'Wait' })).json() as LaunchDecision;
    expect(snapshot!.day).toMatchObject({ mentions: 0, heardMs: 0, perHour: null, net: null, themes: [] });
    now += 2 * hourMs;
    await say(
      many(30, (k) => `Lumen ${word(k)} arrives`),
      start + 10 * minuteMs,
    );
    const { hour } = (await told()).at(-1)!;
    expect(hour).toMatchObject({ elapsedMs: hourMs, mentions: null, net: null });
    expect(hour.after.mentions).toBe(30);
  });

  it('says of a stretch in which nothing came from anywhere that nothing was heard, and of a quiet brand that it is quiet', async () => {
    await say(
      many(20, (k) => `Lumen ${word(k)}`),
      start - 6 * hourMs,
    );
    const lost = (await note({ name: 'The server was off' })).json() as LaunchDecision;
    expect(lost.snapshot!.hour).toMatchObject({ mentions: 0, heardMs: 0, perHour: null });
    expect(lost.snapshot!.day).toMatchObject({ mentions: 20, heardMs: 6 * hourMs });
    // Posts of other things still come: people are silent about the brand.
    await say(
      many(5, (k) => `The weather ${word(k)}`),
      start - 30 * minuteMs,
    );
    const quiet = (await note({ name: 'Nobody speaks' })).json() as LaunchDecision;
    expect(quiet.snapshot!.hour).toMatchObject({ mentions: 0, heardMs: hourMs, perHour: 0 });
    now += 2 * dayMs;
    await say(
      many(20, (k) => `Lumen again ${word(k)}`),
      now - 10 * minuteMs,
    );
    const back = (await note({ name: 'It is back' })).json() as LaunchDecision;
    expect(back.snapshot!.day.heardMs).toBeLessThanOrEqual(hourMs);
    expect(back.snapshot!.day.mentions).toBe(20);
  });
});

describe('GET /api/launches/:id/decisions', () => {
  it('tells what followed as far as time has passed, each with its letter', async () => {
    await say(
      many(120, (k) => `Lumen is awful and bad, ${word(k)}`),
      start - hourMs,
      minuteMs / 2,
    );
    await note({ name: 'Answer them' });
    now = start + 30 * minuteMs;
    await say(
      many(120, (k) => `I love Lumen, so good ${word(k)}`),
      start + 1_000,
      10_000,
    );
    const [old, followed] = await told();
    expect(old).toMatchObject({ letter: 'A', name: 'an old one', hour: { cameLater: null } });
    expect(followed).toMatchObject({ letter: 'B', name: 'Answer them' });
    expect(followed!.hour).toMatchObject({ spanMs: hourMs, elapsedMs: 30 * minuteMs, cameLater: 0 });
    expect(followed!.hour.before.mentions).toBe(120);
    expect(followed!.hour.after.mentions).toBe(120);
    // Half an hour beside the half hour before: twice as much is said.
    expect(followed!.hour.mentions!.value).toBeCloseTo(2, 1);
    expect(followed!.hour.net!.value).toBeGreaterThan(150);
    expect(followed!.hour.net!.low).toBeGreaterThan(100);
  });

  it('counts posts that came late beside the frozen figures, not into them', async () => {
    await say(
      many(20, (k) => `Lumen ${word(k)}`),
      start - 20 * minuteMs,
      minuteMs / 4,
    );
    await note({ name: 'Go' });
    now += 10 * minuteMs;
    await say(
      many(7, (k) => `Lumen reviews ${word(k + 40)}`),
      start - 30 * minuteMs,
      1_000,
    );
    const followed = (await told()).at(-1)!;
    expect(followed.snapshot!.hour.mentions).toBe(20);
    expect(followed.hour).toMatchObject({ cameLater: 7, before: { mentions: 27 } });
  });

  it('does not take for late what other rules count now', async () => {
    await say(
      many(20, (k) => `Lumen ${word(k)}`),
      start - 20 * minuteMs,
      minuteMs / 4,
    );
    await say(
      many(6, (k) => `Aurora ${word(k)} here`),
      start - 19 * minuteMs,
      minuteMs / 4,
    );
    await note({ name: 'Go' });
    const { items: before } = { items: await told() };
    expect(before.at(-1)!.hour).toMatchObject({ cameLater: 0, before: { mentions: 20 } });
    const workspace = (await doors.ask('/api/workspace')).json() as { brands: { query: string }[] };
    workspace.brands[0]!.query += ', aurora';
    await doors.ask('/api/workspace', { method: 'PUT', body: workspace });
    await expect.poll(async () => (await told()).at(-1)!.hour.before.mentions, { timeout: 20_000 }).toBe(26);
    expect((await told()).at(-1)!.hour.cameLater).toBeNull();
  });
});

describe('GET /api/open-points', () => {
  it('finds what needs a decision, and closes it once one was noted', async () => {
    await say(
      many(150, (k) => `Lumen ${word(k)} today`),
      start - 30 * hourMs,
      8 * minuteMs,
    );
    await say(
      many(50, (k) => `Lumen ${word(k)} again now`),
      start - 5 * hourMs,
      minuteMs,
    );
    await say(
      many(20, (k) => `Lumen gives me a rash, ${word(k)}`),
      start - 2 * hourMs,
      minuteMs,
    );
    await say(
      many(6, (k) => `${word(k * 7)} and ${word(k * 11 + 2)}. When does the Lumen refill ship?`),
      start - hourMs,
      minuteMs,
    );
    const before = await points();
    expect(before.isUsualKnown).toBe(true);
    expect(before.open.map(({ id }) => id)).toEqual(['safety:lumen:skin', expect.stringMatching(/^question:lumen:/)]);
    const [safety, question] = before.open;
    expect(safety).toMatchObject({ kind: 'safety', count: 20, messages: { theme: 'skin' } });
    const list = await doors.ask(
      `/api/mentions?brand=lumen&theme=skin&from=${safety!.from}&to=${safety!.to}&limit=200`,
    );
    expect((list.json() as { items: unknown[] }).items).toHaveLength(20);

    const noted = await note({ name: 'Tell when refills ship', about: question!.id });
    expect(noted.json()).toMatchObject({ about: question!.id, question: question!.question });
    const after = await points();
    expect(after.open.map(({ kind }) => kind)).toEqual(['safety']);
    expect(after.closed).toMatchObject([{ launch: 'glow', point: { kind: 'question' }, decision: { at: start } }]);
  });

  it('says that nothing waits, and whether it could know', async () => {
    expect(await points()).toMatchObject({ isUsualKnown: false, open: [], closed: [] });
    expect((await doors.ask('/api/open-points?brand=moon')).status).toBe(404);
    expect((await doors.ask('/api/open-points')).status).toBe(400);
  });
});
