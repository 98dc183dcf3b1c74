import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryCorrection } from '../../../shared/domain.ts';
import type { MentionAnswer, MentionsAnswer, PreviewAnswer, Problem, RetrainAnswer } from '../../../shared/protocol.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
const themes = [{ id: 'leak', name: 'Leak', query: 'leak*' }];
const at = '2026-03-02T09:00:00Z';
const posts = [
  { id: 'a', at, text: 'I love the Lumen lamp, best thing ever' },
  { id: 'b', at, text: 'Lumen lamp on sale at the corner shop today' },
  { id: 'c', at: '2026-03-03T09:00:00Z', text: 'I love my Lumen serum and its glow' },
  { id: 'd', at, text: 'a lamp of no name' },
];
const ask = (path: string, method = 'GET', body?: object, headers: Record<string, string> = {}) =>
  doors.ask(path, { method, headers, ...(body ? { body } : {}) });
const republished = () => new Promise<void>((resolve) => void doors.own.engine.onRepublish(resolve));
async function settled(doing: Promise<{ status: number; text: string }>, status: number) {
  const done = republished();
  const answer = await doing;
  expect(answer.status, answer.text).toBe(status);
  await done;
  return answer as Awaited<ReturnType<typeof doors.ask>>;
}
const negatives = async () =>
  ((await ask('/api/mentions?sentiment=negative')).json() as MentionsAnswer).items.map(({ id }) => id).sort();

beforeEach(async () => {
  doors = await openDoors();
  await ask('/api/workspace', 'PUT', { version: 1, brands, themes });
  await ask('/api/ingest', 'POST', posts);
});
afterEach(() => doors.close());

const lamp = { where: { query: 'lamp' }, say: { sentiment: 'negative', addThemes: ['leak'] } };

describe('/api/corrections', () => {
  it('counts first and changes nothing, then corrects all that match, later ones too, then takes it back', async () => {
    const dry = await ask('/api/corrections?dry=yes', 'POST', lamp);
    expect(dry.status, dry.text).toBe(200);
    const said: PreviewAnswer = dry.json();
    expect(said).toMatchObject({ moved: 2, total: { before: { negative: 0 }, after: { negative: 2 } } });
    expect(said.moves.map(({ message }) => message.id).sort()).toEqual(['a', 'b']);
    expect((await ask('/api/corrections')).json()).toEqual([]);
    expect(await negatives()).toEqual([]);

    const made = await settled(ask('/api/corrections', 'POST', lamp), 201);
    expect(made.json()).toEqual({ id: 'c1', ...lamp });
    expect(made.headers.location).toBe('/api/corrections/c1');
    expect(await negatives()).toEqual(['a', 'b']);
    await ask('/api/ingest', 'POST', [{ id: 'e', at, text: 'my Lumen lamp is a joy' }]);
    expect(await negatives()).toEqual(['a', 'b', 'e']);
    const { trace }: MentionAnswer = (await ask('/api/mentions/a')).json();
    expect(trace.ruled).toMatchObject({ ids: ['c1'], machine: { opinion: 'positive', themes: [] } });
    expect(trace.sentiment.label).toBe('positive');

    await settled(ask('/api/corrections/c1', 'DELETE'), 204);
    expect(await negatives()).toEqual([]);
    expect((await ask('/api/corrections')).json()).toEqual([]);
    expect((await ask('/api/corrections/c1', 'DELETE')).status).toBe(404);
  });

  it('keeps moments as they are kept everywhere, and to its range', async () => {
    const where = { query: 'love', from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z' };
    const made = await settled(ask('/api/corrections', 'POST', { where, say: { sentiment: 'negative' } }), 201);
    expect((made.json() as QueryCorrection).where.to).toBe(Date.UTC(2026, 2, 3));
    expect(await negatives()).toEqual(['a']);
  });

  it('gives each an id of its own, refuses one that is there, and an older version', async () => {
    await settled(ask('/api/corrections', 'POST', lamp), 201);
    expect((await ask('/api/corrections', 'POST', { id: 'c1', ...lamp })).status).toBe(409);
    const second = await settled(ask('/api/corrections', 'POST', { ...lamp, where: { query: 'glow' } }), 201);
    expect(second.json()).toMatchObject({ id: 'c2' });
    expect((await ask('/api/corrections', 'POST', lamp, { 'if-match': '"older"' })).status).toBe(412);
    const both = await Promise.all([ask('/api/corrections', 'POST', lamp), ask('/api/corrections', 'POST', lamp)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(((await ask('/api/corrections')).json() as QueryCorrection[]).map(({ id }) => id)).toEqual([
      'c1',
      'c2',
      'c3',
      'c4',
    ]);
  });

  it.each<[string, object, string[]]>([
    ['a query that cannot be read', { where: { query: '(lamp' }, say: { relevant: false } }, ['where.query']],
    ['nothing to find', { where: {}, say: { relevant: false } }, ['where']],
    ['a range alone', { where: { from: 0, to: 9 }, say: { relevant: false } }, ['where']],
    ['a range that ends first', { where: { query: 'a', from: 9, to: 9 }, say: { relevant: false } }, ['where.from']],
    ['nothing said', { where: { query: 'lamp' }, say: { brand: 'lumen' } }, ['say']],
    [
      'brands and themes that are not there',
      { where: { query: 'lamp', brands: ['vela'] }, say: { brand: 'orso', addThemes: ['none'], dropThemes: ['glow'] } },
      ['where.brands', 'say.brand', 'say.addThemes', 'say.dropThemes'],
    ],
    [
      'an id that cannot stand in an address',
      { id: '\ud800', where: { query: 'lamp' }, say: { relevant: true } },
      ['id'],
    ],
    ['an id that leads elsewhere', { id: '..', where: { query: 'lamp' }, say: { relevant: true } }, ['id']],
    [
      'a theme added and dropped',
      { where: { query: 'lamp' }, say: { addThemes: ['leak'], dropThemes: ['leak'] } },
      ['say.dropThemes'],
    ],
    ['members that nobody knows', { where: { query: 'lamp' }, say: { relevant: true }, until: 3 }, ['until']],
  ])('refuses %s, by its place, dry or not', async (_, body, paths) => {
    for (const dry of ['', '?dry=yes']) {
      const refused = await ask(`/api/corrections${dry}`, 'POST', body);
      expect(refused.status).toBe(400);
      const { errors = [] }: Problem = refused.json();
      expect([...new Set(errors.map(({ path }) => path))].sort()).toEqual([...paths].sort());
    }
    expect((await ask('/api/corrections')).json()).toEqual([]);
  });
});

describe('overrides in the workspace', () => {
  it('are checked by the words that posts are cut into', async () => {
    const overrides = [
      { word: 'sick', sentiment: 'positive' },
      { word: '#Sick', sentiment: 'negative' },
      { word: 'Sick', sentiment: 'negative', brand: 'lumen' },
      { word: 'two words', sentiment: 'positive' },
      { word: 'glow', sentiment: 'great' },
      { word: 'glow', sentiment: 'positive', brand: 'vela' },
    ];
    const refused = await ask('/api/workspace', 'PUT', { version: 1, brands, overrides });
    expect(refused.status).toBe(400);
    const { errors = [] }: Problem = refused.json();
    expect(errors.map(({ path }) => path).sort()).toEqual([
      'overrides[1].word',
      'overrides[3].word',
      'overrides[4].sentiment',
      'overrides[5].brand',
    ]);
  });

  it('are previewed like any rule', async () => {
    const overrides = [{ word: 'love', sentiment: 'negative' }];
    const said = await ask('/api/workspace/preview', 'POST', { version: 1, brands, themes, overrides });
    expect(said.json()).toMatchObject({ total: { before: { negative: 0 }, after: { negative: 2 } } });
    await settled(ask('/api/workspace', 'PUT', { version: 1, brands, themes, overrides }), 200);
    expect(await negatives()).toEqual(['a', 'c']);
  });
});

describe('POST /api/workspace/retrain', () => {
  it('answers what corrections teach and saves nothing', async () => {
    await ask('/api/mentions/a', 'PATCH', { sentiment: 'negative' });
    const before = await ask('/api/workspace');
    const answer = await ask('/api/workspace/retrain', 'POST');
    expect(answer.status, answer.text).toBe(200);
    const { workspace, sentiment, themes: learned }: RetrainAnswer = answer.json();
    expect(sentiment).toMatchObject({ corrections: 1, needed: { all: 20, right: 15, wrong: 5 }, isBetter: false });
    expect(learned).toEqual([]);
    expect(workspace).toEqual(before.json());
    expect((await ask('/api/workspace')).headers.etag).toBe(before.headers.etag);
    // It takes no members: an empty document says as much as none, and what it would not heed it refuses.
    expect((await ask('/api/workspace/retrain', 'POST', {})).status).toBe(200);
    const refused = await ask('/api/workspace/retrain', 'POST', { labels: [], dry: true });
    expect([refused.status, refused.json()]).toMatchObject([
      400,
      {
        errors: [
          { path: 'labels', code: 'unknown-member' },
          { path: 'dry', code: 'unknown-member' },
        ],
      },
    ]);
    const list = await doors.ask('/api/workspace/retrain', {
      method: 'POST',
      body: '[1',
      headers: { 'content-type': 'application/json' },
    });
    expect([list.status, list.json()]).toMatchObject([400, { errors: [{ code: 'not-json' }] }]);
    const text = await doors.ask('/api/workspace/retrain', { method: 'POST', body: '{}', headers: {} });
    expect(text.status).toBe(415);
    expect((await ask('/api/recompute', 'POST', { from: 3 })).status).toBe(400);
  });
});
