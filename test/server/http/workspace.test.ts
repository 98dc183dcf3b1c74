import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/protocol.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
beforeEach(async () => {
  doors = await openDoors();
});
afterEach(() => doors.close());

const lumen = { id: 'lumen', name: 'Lumen', query: 'lumen OR "lumen glow"' };
const launch = { id: 'glow', name: 'Glow', brand: 'lumen', at: '2026-03-02T09:00:00+01:00', timeZone: 'Europe/Paris' };
const put = (body: object | string, headers: Record<string, string> = {}, path = '/api/workspace') =>
  doors.ask(path, { method: 'PUT', body, headers: { 'content-type': 'application/json', ...headers } });

describe('/api/workspace', () => {
  it('fills in what a document leaves out, and gives it back with its tag', async () => {
    const saved = await put({ version: 1, brands: [lumen] });
    expect(saved.status).toBe(200);
    expect(saved.json()).toMatchObject({ name: 'Launchroom', timeZone: 'UTC', languages: [], brands: [lumen] });
    const read = await doors.ask('/api/workspace');
    expect(read.text).toBe(saved.text);
    expect(read.headers.etag).toBe(saved.headers.etag);
    expect(read.headers['cache-control']).toBe('no-store');
  });

  it('refuses a change that starts from an older version, and keeps the newer', async () => {
    const first = await put({ version: 1, brands: [lumen] });
    const tag = String(first.headers.etag);
    expect((await put({ version: 1, name: 'Second', brands: [lumen] }, { 'if-match': tag })).status).toBe(200);
    const stale = await put({ version: 1, name: 'Third' }, { 'if-match': tag });
    expect(stale.status).toBe(412);
    expect(stale.headers.etag).not.toBe(tag);
    expect((await doors.ask('/api/workspace')).json()).toMatchObject({ name: 'Second' });
    expect((await put({ version: 1, name: 'Fourth' }, { 'if-match': '*' })).status).toBe(200);
  });

  it('compares If-Match strongly: a weak tag never matches', async () => {
    const tag = String((await put({ version: 1, brands: [lumen] })).headers.etag);
    expect((await put({ version: 1, name: 'Weak' }, { 'if-match': `W/${tag}` })).status).toBe(412);
    expect((await put({ version: 1, name: 'Weak' }, { 'if-match': `W/${tag}, "other"` })).status).toBe(412);
    expect((await put({ version: 1, name: 'Strong' }, { 'if-match': `"other", ${tag}` })).status).toBe(200);
  });

  it('refuses what nobody can see in names, ids and queries, each by its place', async () => {
    const seen = { id: 'price', name: 'Price', query: 'price' };
    const refused = await put({
      version: 1,
      name: 'Two\nlines',
      brands: [lumen, { id: 'a\u0000', name: 'Nul\u0000', query: 'nul\u0000' }],
      themes: [seen, { id: 'half', name: 'Half \ud83d', query: 'half\udc00', examples: [] }],
      brandSets: [{ id: 'set', name: 'Bell\u0007', brands: [] }],
      launches: [{ ...launch, name: 'T0\u0085', query: '\u001b', events: [{ at: 0, name: '\ud800', kind: '\u0001' }] }],
      overrides: [{ word: 'si\u0000ck', sentiment: 'positive' }],
      corrections: [{ id: 'c1', where: { query: 'a\u0000' }, say: { relevant: false } }],
    });
    expect(refused.status).toBe(400);
    const { errors = [] } = refused.json() as Problem;
    const custom = errors.filter(({ message }) => /control character|surrogate/.test(message));
    expect([...new Set(custom.map(({ path }) => path))].sort()).toEqual([
      'brandSets[0].name',
      'brands[1].name',
      'brands[1].query',
      'corrections[0].where.query',
      'launches[0].events[0].kind',
      'launches[0].events[0].name',
      'launches[0].name',
      'launches[0].query',
      'name',
      'overrides[0].word',
      'themes[1].name',
      'themes[1].query',
    ]);
    expect(errors.find(({ path }) => path === 'brands[1].name')?.message).toBe(
      'holds a control character (U+0000), which nobody can see',
    );
    expect(errors.find(({ path }) => path === 'themes[1].name')?.message).toContain(
      'half of a surrogate pair (U+D83D)',
    );
    expect(errors.some(({ path }) => path === 'brands[1].id')).toBe(true);
    // Lines in a query, whole pairs and every script are fine.
    const fine = { id: 'été', name: 'Été 🌞 夏', query: 'été\n\tOR 夏 OR 🌞' };
    expect((await put({ version: 1, brands: [fine] })).status).toBe(200);
  });

  it('names ids used twice and brands that are not there beside other faults, each once', async () => {
    const refused = await put({
      version: 1,
      brands: [lumen, lumen, { id: 'glow', name: '', query: 'glow' }, null],
      themes: [{ id: 'price', name: 'Price', query: '' }],
      brandSets: [{ id: 'rivals', name: 'Rivals', brands: ['lumen', 'velours'] }],
      launches: [{ ...launch, brand: 'velours', at: 'soon' }],
    });
    expect(refused.status).toBe(400);
    const { errors } = refused.json() as Problem;
    expect(errors?.map(({ path }) => path).sort()).toEqual([
      'brandSets[0].brands',
      'brands',
      'brands[2].name',
      'brands[3]',
      'launches[0].at',
      'launches[0].brand',
      'themes[0].query',
    ]);
    const alone = await put({ version: 1, brands: [lumen, lumen] });
    expect((alone.json() as Problem).errors?.map(({ path }) => path)).toEqual(['brands']);
  });

  it('names every fault at once, queries too, and changes nothing', async () => {
    await put({ version: 1, brands: [lumen] });
    const refused = await put({
      version: 1,
      timeZone: 'Paris',
      colour: 'red',
      brands: [lumen, { id: 'a b', name: 'A', query: '"open OR' }],
      themes: [{ id: 'price', name: 'Price', query: 'price AND' }],
      launches: [{ ...launch, at: 'soon' }],
    });
    expect(refused.status).toBe(400);
    const { errors = [] }: Problem = refused.json();
    const paths = errors.map((one) => one.path);
    for (const path of ['timeZone', 'colour', 'brands[1].id', 'brands[1].query', 'themes[0].query', 'launches[0].at'])
      expect(paths).toContain(path);
    expect(errors.find((one) => one.path === 'themes[0].query')).toMatchObject({ position: 6 });
    expect((await doors.ask('/api/workspace')).json()).toMatchObject({ brands: [lumen], themes: [] });
  });

  it('names the first hundred faults of a document that has more, and counts the others', async () => {
    const brands = Array.from({ length: 300 }, (_, index) => ({
      id: `b${index}`,
      name: '\u200b\u2800',
      query: 'lumen',
    }));
    const refused = (await put({ version: 1, brands })).json() as Problem;
    expect(refused.errors).toHaveLength(100);
    expect(refused.errors![99]).toMatchObject({ path: 'brands[99].name', message: 'holds nothing that can be seen' });
    expect(refused.errorsLeftOut).toBe(200);
  });

  it('is safe from poisoned, deep, large and broken documents', async () => {
    expect((await put('{"version": 1, "__proto__": {"polluted": true}}')).status).toBe(400);
    const decision = '{"at": 0, "name": "x", "__proto__": {"polluted": true}}';
    const launches = `[${JSON.stringify(launch).slice(0, -1)}, "decisions": [${decision}]}]`;
    const poisoned = await put(`{"version": 1, "brands": [${JSON.stringify(lumen)}], "launches": ${launches}}`);
    expect(poisoned.json()).toMatchObject({ errors: [{ code: 'forbidden-key' }] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    const deep = `{"version": 1, "name": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect((await put(deep)).json()).toMatchObject({ errors: [{ code: 'too-deep' }] });
    expect((await put(' '.repeat(2 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await put('{"version": 1,')).json()).toMatchObject({ errors: [{ code: 'not-json' }] });
    expect((await put('null')).status).toBe(400);
    expect((await put('{"version": 1}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect(doors.logged).toEqual([]);
  });

  it('goes to the own data though the demo is shown, unless the demo is named', async () => {
    await doors.close();
    doors = await openDoors({ showing: 'demo' });
    await put({ version: 1, name: 'Mine' });
    expect((await doors.ask('/api/workspace')).json()).toMatchObject({ name: 'Launchroom' });
    expect((await doors.ask('/api/workspace?data=own')).json()).toMatchObject({ name: 'Mine' });
    await put({ version: 1, name: 'Theirs' }, {}, '/api/workspace?data=demo');
    expect((await doors.ask('/api/workspace')).json()).toMatchObject({ name: 'Theirs' });
  });

  it('refuses a language that is none: every post would be set aside for it', async () => {
    const refused = await put({ version: 1, languages: ['english', 'fr'] });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.json())).toContain('languages[0]');
    expect((await put({ version: 1, languages: ['EN', 'pt-BR'] })).status).toBe(200);
  });
});

describe('/api/launches', () => {
  const post = (body: object, headers: Record<string, string> = {}) =>
    doors.ask('/api/launches', { method: 'POST', body, headers });

  it('keeps launches in the workspace: added, changed, deleted, each a new version', async () => {
    await put({ version: 1, brands: [lumen] });
    const made = await post(launch);
    expect(made.status).toBe(201);
    expect(made.headers.location).toBe('/api/launches/glow');
    expect(made.json()).toMatchObject({ at: Date.parse('2026-03-02T08:00:00Z'), events: [], decisions: [] });
    expect((await doors.ask('/api/launches')).json()).toHaveLength(1);
    expect((await doors.ask('/api/workspace')).json()).toMatchObject({ launches: [{ id: 'glow' }] });

    const changed = await put({ ...launch, name: 'Glow 2' }, {}, '/api/launches/glow');
    expect(changed.status).toBe(200);
    expect((await doors.ask('/api/launches/glow')).json()).toMatchObject({ name: 'Glow 2' });
    expect((await doors.ask('/api/workspace')).headers.etag).toBe(changed.headers.etag);

    const gone = await doors.ask('/api/launches/glow', { method: 'DELETE' });
    expect(gone.status).toBe(204);
    expect((await doors.ask('/api/launches/glow')).status).toBe(404);
  });

  it('refuses a second of the same id, an unknown brand, another id than the address, and one that is not there', async () => {
    await put({ version: 1, brands: [lumen] });
    await post(launch);
    expect((await post(launch)).status).toBe(409);
    expect((await post({ ...launch, id: 'other', brand: 'nobody' })).json()).toMatchObject({
      status: 400,
      errors: [{ path: 'brand' }],
    });
    expect((await put({ ...launch, id: 'x' }, {}, '/api/launches/glow')).status).toBe(400);
    expect((await put({ ...launch, id: 'x' }, {}, '/api/launches/x')).status).toBe(404);
    expect((await doors.ask('/api/launches/x', { method: 'DELETE' })).status).toBe(404);
    expect((await post({ ...launch, id: 'late' }, { 'if-match': '"old"' })).status).toBe(412);
  });

  it('takes phases, competitors and launches to compare with, and names each fault of them', async () => {
    await put({ version: 1, brands: [lumen, { ...lumen, id: 'velours' }] });
    await post({ ...launch, id: 'old' });
    const start = (country: string) => ({ country, at: launch.at, timeZone: 'Europe/Paris' });
    const whole = {
      ...launch,
      query: 'serum',
      starts: [start('fr'), start('DE')],
      phases: [{ name: 'Teaser', from: -72, to: 0 }],
      competitors: ['velours'],
      compareWith: ['old'],
    };
    const made = await post(whole);
    expect([made.status, made.json()]).toMatchObject([201, { starts: [{ country: 'FR' }, { country: 'DE' }] }]);
    const faultOf = async (some: object) => {
      const { at: _, ...timeless } = { ...whole, id: 'new' };
      const answer = await post({ ...timeless, ...('at' in some ? {} : { at: launch.at }), ...some });
      expect(answer.status).toBe(400);
      return (answer.json() as Problem).errors?.map(({ path, message }) => [path, message]);
    };
    // Overlapping launches of one brand are fine; one without a moment is none.
    expect(await faultOf({ at: undefined })).toEqual([
      ['at', expect.stringContaining('epoch milliseconds or ISO 8601')],
    ]);
    expect(await faultOf({ starts: [start('fr'), start('FR')] })).toEqual([
      ['starts', 'the country "FR" starts twice'],
    ]);
    expect(await faultOf({ phases: [{ name: 'x', from: 2, to: 2 }] })).toEqual([
      ['phases[0].to', 'a phase ends after it begins'],
    ]);
    expect(await faultOf({ competitors: ['nobody'] })).toEqual([['competitors', 'no brand "nobody"']]);
    expect(await faultOf({ compareWith: ['new'] })).toEqual([['compareWith', 'a launch is not compared with itself']]);
    expect(await faultOf({ compareWith: ['gone'] })).toEqual([['compareWith', 'no launch "gone"']]);
    expect((await doors.ask('/api/launches/old', { method: 'DELETE' })).status).toBe(204);
    expect((await doors.ask('/api/launches/glow')).json()).toMatchObject({ compareWith: [] });
  });

  it('loses none of ten that are saved at the same moment', async () => {
    await put({ version: 1, brands: [lumen] });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => post({ ...launch, id: `l${index}` })));
    expect(answers.map((answer) => answer.status)).toEqual(Array(10).fill(201));
    expect((await doors.ask('/api/launches')).json()).toHaveLength(10);
  });
});

describe('POST /api/query/check', () => {
  it('says what is wrong and where, or only what may be meant otherwise', async () => {
    const check = (query: string) => doors.ask('/api/query/check', { method: 'POST', body: { query } });
    expect((await check('lumen AND (glow')).json()).toMatchObject({
      ok: false,
      faults: [{ code: 'open-parenthesis' }],
    });
    expect((await check('lumen OR glow')).json()).toEqual({ ok: true, faults: [], warnings: [] });
    expect((await check('lumen or glow')).json()).toMatchObject({
      ok: true,
      warnings: [{ code: 'lower-case-operator' }],
    });
    // Saving refuses them too.
    for (const unseen of ['\0', '\ud800'])
      expect((await check(`lumen${unseen}`)).json()).toMatchObject({
        ok: false,
        faults: [{ code: 'unseen', position: 5 }],
      });
    expect((await check('lumen OR\n\tglow')).json()).toMatchObject({ ok: true });
  });

  it('tells which words of a text make a query hold, and no word that NEAR looks for without its neighbour', async () => {
    const texts = ['Lumen Glow: fluid enough', 'The glow serum is back', 'A serum that Lumen sells', 'nothing'];
    const marked = async (query: string, lang = 'en') => {
      const body = { query, posts: texts.map((text) => ({ text, lang })) };
      const { found } = (await doors.ask('/api/query/check', { method: 'POST', body })).json() as {
        found: { from: number; to: number }[][];
      };
      return found.map((stretches, index) => stretches.map(({ from, to }) => texts[index]!.slice(from, to)));
    };
    expect(await marked('lumen OR (glow NEAR/3 serum)')).toEqual([['Lumen'], ['glow', 'serum'], ['Lumen'], []]);
    expect(await marked('lang:fr lumen')).toEqual([[], [], [], []]);
    expect(await marked('lang:fr lumen', 'fr')).toEqual([['Lumen'], [], ['Lumen'], []]);
    expect(await marked('lumen AND (')).toEqual([[], [], [], []]);
  });
});
