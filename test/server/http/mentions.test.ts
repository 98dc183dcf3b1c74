import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MentionAnswer, MentionsAnswer, MessageCard, Problem } from '../../../shared/protocol.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
const at = (minute: number) => Date.parse('2026-03-02T09:00:00Z') + minute * 60_000;
const posts = [
  { id: 'a', at: at(1), text: 'I love my new Lumen serum, thanks @lumencare and @ann.example!', author: 'ann' },
  {
    id: 'b',
    at: at(2),
    text: 'The Lumen bottle leaks, call me on +33 6 12 34 56 78 or mail bob@example.org',
    author: 'bob',
  },
  { id: 'c', at: at(3), text: 'nothing to see here', author: 'cy' },
  { id: 'd', at: at(4), text: 'lumen pdf download', source: 'desk' },
  { id: 'twice', at: at(5), text: 'Lumen is on the shelf', source: 'desk' },
  { id: 'twice', at: at(6), text: 'Lumen is in the window', source: 'web', channel: 'news' },
  { id: 'at://did:x/post/1', at: at(7), text: 'Waar koop ik Lumen in Gent?', lang: 'nl', country: 'BE' },
];

beforeAll(async () => {
  doors = await openDoors();
  const brands = [{ id: 'lumen', name: 'Lumen Care', query: 'lumen OR @lumencare NOT "lumen pdf"' }];
  const themes = [{ id: 'leak', name: 'Leaks', query: 'leak*' }];
  const saved = await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands, themes } });
  expect(saved.status).toBe(200);
  const answer = await doors.ask('/api/ingest', { method: 'POST', body: posts });
  expect(answer.json()).toMatchObject({ accepted: 7 });
});
afterAll(() => doors.close());

const list = async (query: string): Promise<MentionsAnswer> => {
  const answer = await doors.ask(`/api/mentions${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.json();
};
const ids = async (query: string) => (await list(query)).items.map((item) => item.id);

describe('GET /api/mentions', () => {
  it('lists mentions newest first, what was set aside only when asked', async () => {
    expect(await ids('')).toEqual(['at://did:x/post/1', 'twice', 'twice', 'b', 'a']);
    expect(await ids('?stage=set-aside&reason=no-brand,excluded')).toEqual(['d', 'c']);
    expect(await ids('?stage=set-aside&reason=excluded')).toEqual(['d']);
  });

  it('filters by everything it names', async () => {
    expect(await ids('?theme=leak')).toEqual(['b']);
    expect(await ids('?channel=news')).toEqual(['twice']);
    expect(await ids('?lang=NL')).toEqual(['at://did:x/post/1']);
    expect(await ids('?country=be')).toEqual(['at://did:x/post/1']);
    expect(await ids('?source=desk')).toEqual(['twice']);
    expect(await ids('?brand=nobody')).toEqual([]);
    expect(await ids(`?from=${at(2)}&to=${at(5)}`)).toEqual(['b']);
    expect(await ids('?sentiment=unscored')).toEqual(['at://did:x/post/1']);
    expect(await ids('?q=bottle%20OR%20(shelf%20NOT%20window)')).toEqual(['twice', 'b']);
    expect(await ids('?q=author:ann')).toContain('a');
  });

  it('pages without doubling or losing one', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: MentionsAnswer = await list(`?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
      seen.push(...page.items.map((item) => `${item.source} ${item.id}`));
      cursor = page.next;
    }
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });

  it('names nobody but the brand, and moves its marks with the text', async () => {
    const { items } = await list('');
    const of = (id: string) => items.find((item) => item.id === id) as MessageCard;
    expect(of('a').text).toContain('@lumencare');
    expect(of('a').text).not.toContain('ann');
    expect(of('b').text).not.toMatch(/bob|example\.org|12 34/);
    expect(JSON.stringify(items)).not.toContain('author');
    expect(JSON.stringify(items)).not.toContain('hash-of');
    const [brand] = of('b').marks?.filter((mark) => mark.kind === 'brand') ?? [];
    expect(of('b').text.slice(brand?.from, brand?.to)).toBe('Lumen');
  });

  it('says where a query is wrong and what may be meant, beside every other fault', async () => {
    const answer = await doors.ask('/api/mentions?q=(lumen&limit=0&stage=all&sentiment=good');
    expect(answer.status).toBe(400);
    const { errors = [] }: Problem = answer.json();
    expect(errors.map((one) => `${one.path} ${one.code}`).sort()).toEqual([
      'limit not-a-number',
      'q open-parenthesis',
      'sentiment unknown-value',
      'stage unknown-value',
    ]);
    expect(errors.find((one) => one.path === 'q')).toMatchObject({ position: 0 });
    const field = await doors.ask('/api/mentions?q=chanel:news');
    expect(field.json()).toMatchObject({
      errors: [{ code: 'unknown-field', suggestion: expect.stringContaining('channel') }],
    });
    const cursor = await doors.ask('/api/mentions?cursor=yesterday');
    expect(cursor.json()).toMatchObject({ status: 400, errors: [{ path: 'cursor', code: 'not-a-cursor' }] });
  });
});

describe('GET /api/mentions/:id', () => {
  it('explains a mention with its words, scores and rule set', async () => {
    const answer: MentionAnswer = (await doors.ask('/api/mentions/b')).json();
    expect(answer).toMatchObject({ id: 'b', trace: { ruleSet: 1, brands: [{ id: 'lumen', matched: ['Lumen'] }] } });
    expect(answer.trace.themes).toEqual([{ id: 'leak', matched: ['leaks'] }]);
    expect(answer.trace.differs).toBeUndefined();
    expect(JSON.stringify(answer)).not.toMatch(/bob@|12 34/);
    const { score, parts } = answer.trace.significance;
    const sum = parts.reduce((total, part) => total + part.value, 0);
    expect(Math.min(1, Math.max(0, sum))).toBeCloseTo(score, 6);
  });

  it('marks in a list what it marks in the trace', async () => {
    for (const query of ['', '?stage=set-aside']) {
      for (const item of (await list(query)).items) {
        const { trace }: MentionAnswer = (await doors.ask(`/api/mentions/seq:${item.seq}`)).json();
        expect(item.marks).toEqual(trace.marks);
      }
    }
  });

  it('explains what was set aside too', async () => {
    const excluded: MentionAnswer = (await doors.ask('/api/mentions/d')).json();
    expect(excluded).toMatchObject({ stage: 'set-aside', reason: 'excluded' });
    expect(excluded.trace.brands[0]).toMatchObject({ excluded: ['lumen pdf'] });
  });

  it('explains by the rules a post is counted under: those of today once history has followed', async () => {
    const own = await openDoors();
    const put = (query: string) => {
      const brands = [{ id: 'lumen', name: 'Lumen', query }];
      return own.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
    };
    await put('lumen');
    await own.ask('/api/ingest', { method: 'POST', body: posts.slice(0, 2) });
    const followed = new Promise<void>((resolve) => void own.own.engine.onRepublish(resolve));
    await put('lumen, serum');
    await followed;
    const { trace, brands }: MentionAnswer = (await own.ask('/api/mentions/a')).json();
    expect([trace.ruleSet, trace.brands[0]?.query, trace.differs]).toEqual([2, 'lumen, serum', undefined]);
    expect(brands).toHaveLength(1);
    expect((await own.ask('/api/health')).json()).toMatchObject({
      history: { ruleSet: 2, corrections: 0, seam: null },
    });
    expect((await own.ask('/api/series')).json()).toMatchObject({ seam: null });
    await own.close();
  });

  it('finds ids with slashes, commit numbers, and asks for the source where two have one id', async () => {
    expect((await doors.ask(`/api/mentions/${encodeURIComponent('at://did:x/post/1')}`)).status).toBe(200);
    const { seq } = (await list('?limit=1')).items[0] as MessageCard;
    expect((await doors.ask(`/api/mentions/seq:${seq}`)).json()).toMatchObject({ seq });
    const several = await doors.ask('/api/mentions/twice');
    expect(several.status).toBe(409);
    expect(several.json()).toMatchObject({ sources: expect.arrayContaining(['desk', 'web']) });
    expect((await doors.ask('/api/mentions/twice?source=web')).json()).toMatchObject({ source: 'web' });
    expect((await doors.ask('/api/mentions/none')).status).toBe(404);
    expect((await doors.ask('/api/mentions/seq:999999')).status).toBe(404);
  });
});

describe('funnel, series and health', () => {
  it('agree with each other and with what was sent', async () => {
    const funnel = await doors.ask('/api/funnel');
    expect(funnel.json()).toMatchObject({ collected: 7, important: 5, setAside: { 'no-brand': 1, excluded: 1 } });
    type Series = { step: string; points: { at: number; key?: string; mentions: number }[] };
    const series: Series = (await doors.ask('/api/series?step=1m')).json();
    expect(series.points.map((point) => point.mentions)).toEqual([1, 1, 1, 1, 1]);
    const byChannel: Series = (await doors.ask('/api/series?step=1d&zone=Europe/Paris&by=channel')).json();
    expect(Object.fromEntries(byChannel.points.map((point) => [point.key, point.mentions]))).toEqual({
      social: 4,
      news: 1,
    });
    expect(byChannel.points[0]?.at).toBe(Date.parse('2026-03-02T00:00:00+01:00'));
    const health = await doors.ask('/api/health');
    expect(health.json()).toMatchObject({ status: 'ok', data: 'own', posts: 7, ledger: { received: 7, accepted: 7 } });
    const metrics = await doors.ask('/metrics');
    expect(metrics.headers['content-type']).toMatch(/^text\/plain/);
    expect(metrics.text).toContain('launchroom_ledger_posts{data="own",outcome="accepted"} 7');
    expect(metrics.text).toContain('launchroom_commit_seconds_count');
    expect(metrics.text).not.toMatch(/lumen|desk/i);
  });
});

describe('GET /api/mentions?format=csv', () => {
  it('gives the same messages as the list, masked, newest first, as many as asked for', async () => {
    const answer = await doors.ask('/api/mentions?format=csv&stage=important');
    expect(answer.headers['content-type']).toMatch(/^text\/csv/);
    expect(answer.text.startsWith('\ufeffat,id,source,')).toBe(true);
    const rows = parse(answer.text, { bom: true, columns: true }) as Record<string, string>[];
    const { items } = await list('?stage=important');
    expect(rows.map(({ id, text }) => [id, text])).toEqual(items.map(({ id, text }) => [id, text]));
    expect(answer.text).not.toMatch(/ann\.example|bob@example|6 12 34/);
    const two = await doors.ask('/api/mentions?format=csv&limit=2');
    expect(parse(two.text, { bom: true, columns: true })).toHaveLength(2);
    expect((await doors.ask('/api/mentions?format=csv&limit=10001')).status).toBe(400);
    expect((await doors.ask('/api/mentions?format=csv&cursor=none')).status).toBe(400);
    expect((await doors.ask('/api/mentions?format=xls')).status).toBe(400);
  });
});

describe('PATCH /api/mentions/:id', () => {
  const patch = (id: string, body: object) => doors.ask(`/api/mentions/${id}`, { method: 'PATCH', body });

  it('takes a person’s word over the machine’s, shows both, and takes it back', async () => {
    const before: MentionAnswer = (await doors.ask('/api/mentions/b')).json();
    const said = await patch('b', { sentiment: 'negative', themes: [], relevant: true });
    expect(said.status, said.text).toBe(200);
    const answer: MentionAnswer = said.json();
    expect(answer).toMatchObject({ opinion: 'negative', score: -1, themes: [], stage: 'significant', reason: null });
    expect(answer.corrected?.machine).toMatchObject({ opinion: before.opinion, themes: before.themes });
    expect(answer.corrected?.what).toEqual(['relevant', 'themes', 'sentiment']);
    expect(answer.trace.corrections?.map(({ what, value }) => [what, value])).toEqual([
      ['relevant', true],
      ['themes', []],
      ['sentiment', 'negative'],
    ]);
    expect(answer.trace.sentiment.label).toBe(before.opinion);
    expect(await ids('?theme=leak')).toEqual([]);
    expect(await ids('?sentiment=negative')).toContain('b');

    const back: MentionAnswer = (await patch('b', { sentiment: null, themes: null, relevant: null })).json();
    expect(back).toEqual(before);
  });

  it('makes a mention of what no word found, and none of what another meaning found', async () => {
    const found: MentionAnswer = (await patch('c', { brand: 'lumen', relevant: true, sentiment: 'positive' })).json();
    expect(found).toMatchObject({ stage: 'significant', brands: [{ id: 'lumen', opinion: 'positive', score: 1 }] });
    expect(await ids('?brand=lumen')).toContain('c');
    const lost: MentionAnswer = (await patch('c', { brand: 'lumen', relevant: false })).json();
    expect(lost).toMatchObject({ stage: 'set-aside', reason: 'no-brand', brands: [] });
    expect((await patch('c', { brand: 'lumen', relevant: null, sentiment: null })).status).toBe(200);
  });

  it('takes a mention from its brand, and gives it back by either word', async () => {
    const before: MentionAnswer = (await doors.ask('/api/mentions/b')).json();
    const not = { relevant: false, sentiment: 'negative' };
    const away: MentionAnswer = (await patch('b', not)).json();
    expect(away).toMatchObject({ stage: 'set-aside', reason: 'excluded', brands: [], opinion: 'unscored' });
    expect(away.corrected?.machine).toMatchObject({ opinion: before.opinion });
    expect(away.trace).toMatchObject({ stage: 'set-aside', brands: before.trace.brands });
    expect(await ids('?brand=lumen')).not.toContain('b');
    expect(await ids('?brand=lumen&stage=set-aside&reason=excluded')).toContain('b');
    expect((await patch('b', { sentiment: 'positive' })).status).toBe(400);
    const about: MentionAnswer = (await patch('b', { relevant: true })).json();
    expect(about).toMatchObject({ stage: 'significant', opinion: 'negative', brands: [{ id: 'lumen' }] });
    const back: MentionAnswer = (await patch('b', { relevant: null, sentiment: null })).json();
    expect(back).toEqual(before);
  });

  it('refuses what it does not know, or what says nothing', async () => {
    const refusal = async (id: string, body: object) => {
      const answer = await patch(id, body);
      const problem: Problem = answer.json();
      return [answer.status, ...(problem.errors ?? []).map((one) => `${one.path ?? ''} ${one.code}`)];
    };
    expect(await refusal('b', {})).toEqual([400, ' nothing-said']);
    expect(await refusal('b', { sentiment: 'good', mood: 1 })).toEqual([
      400,
      'sentiment invalid-value',
      'mood unknown-member',
    ]);
    expect(await refusal('b', { brand: 'nobody', themes: ['x'] })).toEqual([
      400,
      'brand unknown-brand',
      'themes[0] unknown-theme',
    ]);
    expect(await refusal('d', { sentiment: 'positive' })).toEqual([400, 'sentiment no-mention']);
    expect((await patch('unheard-of', { sentiment: null })).status).toBe(404);
    expect((await patch('twice', { sentiment: 'positive' })).status).toBe(409);
  });
});
