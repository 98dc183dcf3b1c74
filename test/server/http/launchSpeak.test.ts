import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../../shared/rollup.ts';
import type { SpeakAnswer } from '../../../shared/speak.ts';
import { seeded } from '../../support/makePosts.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

const t0 = Date.parse('2026-03-20T09:00:00Z');
const now = t0 + 10 * minuteMs;
const historyDays = 30;
let doors: OpenDoors;

beforeAll(async () => {
  doors = await openDoors({ now: () => now });
  const brands = [
    { id: 'lumen', name: 'Lumen', query: 'lumen' },
    { id: 'rival', name: 'Rival', query: 'rival' },
  ];
  const events = [
    { at: t0 - 2 * dayMs - 3 * hourMs, name: 'film on air', kind: 'film' },
    { at: t0 - 40 * dayMs, name: 'before anybody listened', kind: 'talk' },
  ];
  const launch = { brand: 'lumen', at: t0, timeZone: 'Asia/Kolkata', events };
  const launches = [
    { id: 'glow', name: 'Glow', ...launch },
    { id: 'ray', name: 'Ray', ...launch, query: 'ray' },
    { id: 'other', name: 'Other', ...launch, brand: 'rival' },
  ];
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands, launches } });

  const chance = seeded(5);
  const posts: object[] = [];
  const post = (at: number, channel: string, text: string) =>
    posts.push({ id: `p${posts.length}`, at, channel, text: `${text} ${tail()}` });
  const tail = () => Array.from({ length: 9 }, () => Math.floor(1e6 * chance()).toString(36)).join(' ');
  for (let hour = 0; hour < historyDays * 24; hour += 1) {
    const at = t0 - historyDays * dayMs + hour * hourMs;
    // Posts of 20:30 and 21:30 in Kolkata are those of 15:00 and 16:00 in UTC.
    const clock = new Date(at + 5.5 * hourMs).getUTCHours();
    const many = Math.round((clock === 20 || clock === 21 ? 8 : 2) * (0.5 + chance()));
    for (let k = 0; k < many; k += 1) post(at + k, 'social', 'seen the lumen today');
    for (let k = 0; k < 2 * chance(); k += 1) post(at + k, 'forum', 'lumen again');
  }
  for (let hour = 0; hour < 48; hour += 1) post(t0 - 2 * dayMs + hour * hourMs, 'news', 'lumen in the news');
  // A storm of copies at three at night, and what followed a film.
  for (let k = 0; k < 400; k += 1)
    posts.push({
      id: `c${k}`,
      at: t0 - 9 * dayMs + 12.5 * hourMs + k,
      channel: 'social',
      text: 'lumen is given away here, follow us and win it now',
    });
  for (let k = 0; k < 90; k += 1) post(events[0]!.at + k * minuteMs, 'social', 'that lumen film');
  expect((await doors.ask('/api/ingest', { method: 'POST', body: posts })).json()).toMatchObject({ rejected: [] });
});
afterAll(() => doors.close());

const ask = async (launch: string) => (await doors.ask(`/api/launches/${launch}/speak`)).json() as SpeakAnswer;

it('names the planted evening in the launch’s own zone, half an hour off the hours of UTC', async () => {
  const answer = await ask('glow');
  expect(answer).toMatchObject({ launch: 'glow', timeZone: 'Asia/Kolkata', counts: 'brand', now });
  expect(answer.best[0]).toMatchObject({ channel: 'social', hour: 20, hours: 2, days: 'all' });
  expect(answer.best[0]!.perHour).toBeGreaterThan(6);
  expect(answer.best[0]!.perHour).toBeLessThan(10);
  expect(answer.best).toHaveLength(1);
  expect(answer.best[0]!.usualDays).toBeGreaterThanOrEqual(27);
});

it('gives no figure with a refusal: hours that are alike, and a channel of two days', async () => {
  const { channels } = await ask('glow');
  expect(channels.find(({ channel }) => channel === 'forum')).toEqual({ channel: 'forum', refused: 'no-difference' });
  expect(channels.find(({ channel }) => channel === 'news')).toEqual({ channel: 'news', refused: 'few-days' });
});

it('says what followed an event beside the same time of other days, and nothing of one that nobody heard', async () => {
  const { followed } = await ask('glow');
  expect(followed).toHaveLength(1);
  expect(followed[0]).toMatchObject({ name: 'film on air', hours: 3, higher: 0 });
  expect(followed[0]!.mentions).toBeGreaterThan(90);
  expect(followed[0]!.usualDays).toBeGreaterThanOrEqual(8);
});

it('takes the brand’s hours for a product that is hardly spoken of, and is calm where there is nothing', async () => {
  const { counts, best } = await ask('ray');
  expect({ counts, hour: best[0]!.hour }).toEqual({ counts: 'brand', hour: 20 });
  expect(await ask('other')).toMatchObject({ best: [], channels: [], followed: [] });
  expect((await doors.ask('/api/launches/moon/speak')).status).toBe(404);
  expect((await doors.ask('/api/launches/glow/speak?hour=3')).status).toBe(400);
});

it('goes into every export with its interval and what it rests on, or with why nothing is suggested', async () => {
  const exported = async (launch: string, query: string) =>
    (await doors.ask(`/api/launches/${launch}/export?${query}`)).text;
  const slidesOf = async (launch: string) => {
    const answer = await fetch(`${doors.url}/api/launches/${launch}/export?format=pptx`);
    const zip = await JSZip.loadAsync(await answer.arrayBuffer());
    return (await Promise.all(zip.file(/^ppt\/slides\/slide\d+\.xml$/).map((part) => part.async('string')))).join('');
  };
  type CsvRow = Record<string, string>;
  const rowsOf = async (launch: string) =>
    parse(await exported(launch, 'format=csv'), { bom: true, columns: true }) as CsvRow[];
  const [best] = (await ask('glow')).best;
  const row = (await rowsOf('glow')).find(({ kind }) => kind === 'speak');
  expect(row).toMatchObject({ name: 'Social, 20:00–22:00', per_hour: `${Math.round(best!.perHour * 10) / 10}` });
  expect(Number(row!.per_hour_low80)).toBeLessThan(Number(row!.per_hour));
  expect(Number(row!.probability)).toBeCloseTo(best!.probability, 3);
  const [html, slides] = [await exported('glow', 'format=html'), await slidesOf('glow')];
  for (const file of [html, slides]) {
    expect(file).toMatch(/Social, 20:00–22:00/);
    expect(file).toMatch(/80 %: \d/);
    expect(file).toMatch(/sure to be more; rests on \d+ days/);
    expect(file).toContain('Nothing is said of Forum: the hours differ no more than by chance.');
    expect(file).toContain('film on air: ');
  }
  expect(await exported('glow', 'format=html&lang=fr')).toContain('Réseaux, 20:00–22:00');

  const refusal = 'No time and no channel is suggested.';
  expect(await exported('other', 'format=html')).toContain(refusal);
  expect(await slidesOf('other')).toContain(refusal);
  const refused = await rowsOf('other');
  expect(refused.some(({ kind }) => kind === 'speak')).toBe(false);
  expect(refused.find(({ name }) => name === 'speak')?.note).toBe(refusal);
});
