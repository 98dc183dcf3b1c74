import { parse } from 'csv-parse/sync';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import type { Problem } from '../../../shared/protocol.ts';
import { dayMs, hourMs } from '../../../shared/rollup.ts';
import type { SheetAnswer } from '../../../shared/scoreboard.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
const t0 = Date.UTC(2026, 2, 2, 9);
let now = t0 + 5 * hourMs + 60_000;

/** Praise and complaint in turn, some of them at the price, all of the product. */
function* posts() {
  for (let index = 0; index < 120; index += 1) {
    const feeling = index % 3 === 0 ? 'terrible, I hate it, a waste of money' : 'wonderful, I love it, the best ever';
    const price = index % 4 === 0 ? ' and its price' : '';
    const text = `The lumen serum number ${index}${price} is ${feeling}.\u202e Ask @some_person${index} <b>&`;
    const author = 'w'.repeat(1 + (index % 50));
    yield { id: `${index}`, source: 't', channel: 'social', lang: 'en', author, text, at: t0 + index * 150_000 };
  }
}

beforeEach(async () => {
  now = t0 + 5 * hourMs + 60_000;
  doors = await openDoors({ now: () => now });
  const body = {
    version: 1,
    brands: [{ id: 'lumen', name: '\u202eLumen & <Co>', query: 'lumen' }],
    themes: [{ id: 'price', name: 'Price', query: 'price' }],
    significance: { threshold: 0 },
    launches: [
      {
        ...{ id: 'glow', name: 'Glow "serum"', brand: 'lumen', query: 'serum', at: t0, timeZone: 'Asia/Kolkata' },
        events: [
          { at: t0 + hourMs, name: '=1+1 film', kind: 'film' },
          { at: t0 + 2 * hourMs, name: '</svg><script>alert(1)</script> 🚀', kind: 'talk' },
          { at: t0 + 3 * hourMs, name: `إطلاق ${'very long '.repeat(11)}`, kind: 'talk' },
        ],
        decisions: [{ at: t0 + 2 * hourMs, name: '@SUM(A1) is said', who: '+1' }],
      },
      { id: 'later', name: 'Later', brand: 'lumen', at: t0 + 900 * hourMs },
    ],
  };
  const headers = { 'content-type': 'application/json' };
  expect((await doors.ask('/api/workspace', { method: 'PUT', body, headers })).status).toBe(200);
  const lines = [...posts()].map((post) => JSON.stringify(post)).join('\n');
  const type = { 'content-type': 'application/x-ndjson' };
  expect((await doors.ask('/api/ingest', { method: 'POST', body: lines, headers: type })).status).toBe(200);
});
afterEach(() => doors.close());

const exported = (query: string, id = 'glow') => doors.ask(`/api/launches/${id}/export?${query}`);
const bytesOf = async (query: string) =>
  new Uint8Array(await (await fetch(`${doors.url}/api/launches/glow/export?${query}`)).arrayBuffer());
type CsvRow = Record<string, string>;
const rowsOf = (text: string): CsvRow[] => parse(text, { bom: true, columns: true });

/** What every file carries, whatever its format. */
const carried = ['serum', 'Asia/Kolkata', '120', '/launches/glow'];

describe('GET /api/launches/:id/export', () => {
  it('writes a table whose figures are those of the screen', async () => {
    const answer = await exported('format=csv');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="launchroom-glow-2026-03-02\.csv"$/);
    for (const one of carried) expect(answer.text).toContain(one);
    const rows = rowsOf(answer.text);
    const about = (name: string) => rows.find((row) => row.kind === 'about' && row.name === name)?.note;
    expect(about('query')).toBe('serum');
    expect(about('link')).toBe(`${doors.url}/launches/glow`);
    expect(about('rule_set')).toBe('1');
    expect(about('generated_at')).toBe('2026-03-02T19:31:00+05:30');

    const screen = (await doors.ask('/api/launches/glow/compare')).json() as LaunchComparison;
    const total = rows.find(({ kind }) => kind === 'total');
    expect(Number(total?.mentions)).toBe(screen.standing?.mentions);
    expect(Number(total?.net_low90)).toBeLessThan(Number(total?.net));
    expect(Number(total?.net_high90)).toBeGreaterThan(Number(total?.net));
    expect(Number(total?.authors)).toBe(50);
    const hours = rows.filter(({ kind }) => kind === 'hour');
    expect(hours.map(({ mentions }) => Number(mentions))).toEqual(screen.launch.points.map(({ mentions }) => mentions));
    expect(hours[0]).toMatchObject({ at: '2026-03-02T14:30:00+05:30', epoch_ms: `${t0}`, offset_hours: '0' });
    const price = rows.find(({ kind }) => kind === 'theme');
    expect(price).toMatchObject({ name: 'Price', mentions: '30' });
  });

  it('tells a capture that ended long ago by the axis of the screen too', async () => {
    now = t0 + 60 * dayMs;
    const screen = (await doors.ask('/api/launches/glow/compare')).json() as LaunchComparison;
    const rows = rowsOf((await exported('format=csv')).text);
    const total = rows.find(({ kind }) => kind === 'total')!;
    const { mentions, fromMs, toMs } = screen.standing!;
    expect(Number(total.mentions)).toBe(mentions);
    expect(total.note).toBe(
      [fromMs, toMs]
        .map((offset) => `${new Date(t0 + offset + 5.5 * hourMs).toISOString().slice(0, 19)}+05:30`)
        .join(' / '),
    );
  });

  it('lets no event or decision begin a formula', async () => {
    const rows = rowsOf((await exported('format=csv')).text);
    const named = (kind: string) => rows.find((row) => row.kind === kind);
    expect(named('event')?.name).toBe("'=1+1 film");
    expect(named('decision')?.name).toBe("'@SUM(A1) is said");
    expect(named('decision')?.note?.startsWith("'+1")).toBe(true);
  });

  it('writes one page that needs no network, and quotes nobody unless asked', async () => {
    const { status, text, headers } = await exported('format=html');
    expect(status).toBe(200);
    expect(headers['content-language']).toBe('en');
    for (const one of carried) expect(text).toContain(one);
    expect(text).toContain('Glow &quot;serum&quot;');
    expect(text).toContain('Lumen &amp; &lt;Co&gt;');
    expect(text).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\ssrc=/i);
    expect(text).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(text.match(/<svg/g)).toHaveLength(3);
    expect(text).not.toContain('<blockquote');

    const spoken = (await exported('format=html&messages=1')).text;
    expect(spoken).toContain('<blockquote');
    expect(spoken).not.toContain('some_person');
    expect(spoken).toContain('&lt;b&gt;&amp;');
    // What would turn a text around is in no name, message or mark of it, on screens as in files.
    const screens = await Promise.all(['/api/mentions?limit=5', '/api/workspace'].map((path) => doors.ask(path)));
    for (const one of [spoken, ...screens.map((answer) => answer.text)]) expect(one).not.toMatch(/\u202e|\\u202e/i);
    expect(screens[0]!.text).toContain('. Ask @…');
  });

  it('writes slides with native charts, their workbooks and notes', async () => {
    const zip = await JSZip.loadAsync(await bytesOf('format=pptx'));
    const textOf = async (pattern: RegExp) =>
      (await Promise.all(zip.file(pattern).map((part) => part.async('string')))).map((one) => one);
    const slides = await textOf(/^ppt\/slides\/slide\d+\.xml$/);
    const notes = await textOf(/^ppt\/notesSlides\/notesSlide\d+\.xml$/);
    const charts = await textOf(/^ppt\/charts\/chart\d+\.xml$/);
    expect(slides.length).toBeGreaterThanOrEqual(6);
    expect(charts).toHaveLength(3);
    expect(charts.join('')).toMatch(/<c:lineChart>.*<c:barChart>/s);
    expect(zip.file(/^ppt\/embeddings\/.+\.xlsx$/)).toHaveLength(3);
    for (const chart of charts) expect(chart).not.toContain('<c:v></c:v>');
    for (const book of zip.file(/^ppt\/embeddings\/.+\.xlsx$/)) {
      const sheets = (await JSZip.loadAsync(await book.async('uint8array'))).file(/^xl\/worksheets\/.+\.xml$/);
      for (const sheet of sheets) expect(await sheet.async('string')).not.toContain('<v></v>');
    }
    expect(notes).toHaveLength(slides.length);
    for (const note of notes) for (const one of carried) expect(note).toContain(one);
    expect(slides.join('')).not.toMatch(/Click to add|Lorem|undefined|NaN|\[object/i);
    expect(slides.join('')).not.toContain('some_person');
    expect(zip.file(/^ppt\/media\/.+\.(png|jpg|svg)$/)).toHaveLength(0);
  });

  it('shows a theme grey, claims nothing of it and says why, where people found it often wrong', async () => {
    const sheet = (await doors.ask('/api/scoreboard/today')).json() as SheetAnswer;
    const asked = sheet.items.filter(({ theme }) => theme === 'price');
    expect(asked.length).toBeGreaterThanOrEqual(5);
    for (const { seq } of asked) {
      const body = { day: sheet.day, relevance: 'matters', theme: false };
      expect((await doors.ask(`/api/scoreboard/labels/${seq}`, { method: 'PUT', body })).status).toBe(200);
    }
    const csv = rowsOf((await exported('format=csv')).text).find(({ kind }) => kind === 'theme');
    expect(csv?.note).toMatch(/; doubtful; often wrong, 0 % right$/);
    const html = (await exported('format=html')).text;
    expect(html).toMatch(/<th scope="row">Price<\/th>.*<td class="n grey">[−+]?\d+<\/td>.*often wrong: 0\s% right/);
    expect(html).toContain('Price is often wrong: of messages filed there');
    expect(html).not.toMatch(/Price (helps|hurts) most/);
    const zip = await JSZip.loadAsync(await bytesOf('format=pptx'));
    const slides = await Promise.all(zip.file(/^ppt\/slides\/slide\d+\.xml$/).map((part) => part.async('string')));
    expect(slides.join('')).toMatch(/often wrong: 0\s% right/);
  });

  it('speaks the reader’s language', async () => {
    const answer = await doors.ask('/api/launches/glow/export?format=html', {
      headers: { 'accept-language': 'fr-CA' },
    });
    expect(answer.text).toContain('<html lang="fr">');
    expect(answer.text).toContain('intervalle à 90\u202f%');
    expect((await exported('format=html&lang=en')).text).toContain('<html lang="en">');
  });

  it('says how far the reading is to who asks for lines, and refuses them as it refuses others', async () => {
    const asked = await doors.ask('/api/launches/glow/export?format=html', {
      headers: { accept: 'application/x-ndjson' },
    });
    expect(asked.headers['content-type']).toBe('application/x-ndjson');
    const said = asked.text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { done?: number; total?: number });
    expect(said.pop()).toEqual({ answer: { ready: true } });
    expect(said.length).toBeGreaterThan(5);
    expect(said.map(({ done }) => done)).toEqual(said.map((_, index) => index + 1));
    expect(said.at(-1)).toEqual({ done: said.length, total: said.length });
    expect((await exported('format=html')).status).toBe(200);
    const refused = await doors.ask('/api/launches/nobody/export?format=html', {
      headers: { accept: 'application/x-ndjson' },
    });
    expect(refused.status).toBe(404);
  });

  it('tells a launch of which nothing was heard, without a figure', async () => {
    for (const format of ['csv', 'html', 'pptx'])
      expect((await exported(`format=${format}`, 'later')).status).toBe(200);
    expect((await exported('format=html', 'later')).text).toContain('Nothing has been counted');
  });

  it('refuses what it cannot answer, and says why', async () => {
    const faultOf = async (query: string, id?: string) => {
      const answer = await exported(query, id);
      const [first] = (answer.json() as Problem).errors ?? [];
      return [answer.status, first?.path, first?.code];
    };
    expect((await exported('format=csv', 'nobody')).status).toBe(404);
    expect(await faultOf('')).toEqual([400, 'format', 'missing']);
    expect(await faultOf('format=pdf')).toEqual([400, 'format', 'unknown-value']);
    expect(await faultOf('format=csv&lang=de')).toEqual([400, 'lang', 'unknown-value']);
    expect(await faultOf('format=csv&with=nobody')).toEqual([400, 'with', 'unknown-launch']);
    expect(await faultOf('format=csv&with=glow')).toEqual([400, 'with', 'itself']);
    expect(await faultOf('format=csv&metric=net')).toEqual([400, 'metric', 'unknown-parameter']);
  });
});
