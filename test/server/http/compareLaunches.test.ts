import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchComparison } from '../../../shared/launchComparison.ts';
import type { Problem } from '../../../shared/protocol.ts';
import { hourMs } from '../../../shared/rollup.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
const t0 = Date.UTC(2026, 2, 2, 9);

beforeEach(async () => {
  doors = await openDoors();
  const launches = [
    { id: 'glow', name: 'Glow', brand: 'lumen', query: 'serum', at: t0 },
    { id: 'whole', name: 'Lumen', brand: 'lumen', at: t0 - 24 * hourMs },
  ];
  const body = {
    version: 1,
    brands: [{ id: 'lumen', name: 'Lumen', query: 'lumen' }],
    themes: [{ id: 'price', name: 'Price', query: 'price' }],
    launches,
  };
  const headers = { 'content-type': 'application/json' };
  expect((await doors.ask('/api/workspace', { method: 'PUT', body, headers })).status).toBe(200);
  const texts = ['the lumen serum', 'the lumen serum, its price', 'lumen alone', 'a serum of nobody'];
  const posts = texts.map((text, index) => ({ id: `${index}`, source: 't', text, at: t0 + index }));
  const lines = posts.map((post) => JSON.stringify(post)).join('\n');
  const sent = await doors.ask('/api/ingest', {
    method: 'POST',
    body: lines,
    headers: { 'content-type': 'application/x-ndjson' },
  });
  expect(sent.status).toBe(200);
});
afterEach(() => doors.close());

const compare = (query: string, id = 'glow') => doors.ask(`/api/launches/${id}/compare?${query}`);

describe('GET /api/launches/:id/compare', () => {
  it('counts the product, and tells no launch among themes', async () => {
    const answer = (await compare('from=-2&to=3&step=1h&theme=price&metric=theme')).json() as LaunchComparison;
    expect(answer).toMatchObject({ step: '1h', fromMs: -2 * hourMs, toMs: 3 * hourMs, shows: 'lines', closest: null });
    expect(answer.launch).toMatchObject({ counts: 'product', heard: { fromMs: 0 } });
    expect(answer.launch.points[0]).toMatchObject({ offsetMs: 0, mentions: 2, theme: 1, value: null });
    expect(answer.past.map(({ id, counts }) => [id, counts])).toEqual([['whole', 'brand']]);
    const series = (await doors.ask('/api/series?step=1d&by=theme')).json() as {
      points: { key: string; mentions: number }[];
    };
    expect(series.points.map(({ key, mentions }) => [key, mentions])).toEqual([
      ['none', 2],
      ['price', 1],
    ]);
    const listed = (await doors.ask('/api/mentions?theme=launch:glow&stage=important')).json() as {
      items: { themes: object[] }[];
    };
    expect(listed.items.map(({ themes }) => themes.length).sort()).toEqual([0, 1]);
    const product = (await doors.ask('/api/series?step=1d&theme=launch:glow')).json() as { points: object[] };
    expect(product.points).toMatchObject([{ mentions: 2 }]);
  });

  it('draws no month of a launch that was listened to for an hour, where no axis is asked for', async () => {
    const answer = (await compare('')).json() as LaunchComparison;
    expect(answer).toMatchObject({ fromMs: -30 * hourMs, toMs: 48 * hourMs, step: '1h', launch: { at: t0 } });
  });

  it('refuses what it cannot answer, and says why', async () => {
    const faultOf = async (query: string, id?: string) => {
      const answer = await compare(query, id);
      const [first] = (answer.json() as Problem).errors ?? [];
      return [answer.status, first?.path, first?.code];
    };
    expect((await compare('', 'nobody')).status).toBe(404);
    expect(await faultOf('with=nobody')).toEqual([400, 'with', 'unknown-launch']);
    expect(await faultOf('with=glow')).toEqual([400, 'with', 'itself']);
    expect(await faultOf('metric=theme')).toEqual([400, 'theme', 'missing']);
    expect(await faultOf('theme=colour')).toEqual([400, 'theme', 'unknown-theme']);
    expect(await faultOf('from=5&to=5')).toEqual([400, 'from', 'from-after-to']);
    expect(await faultOf('from=-9999&to=9999&step=5m')).toEqual([400, 'step', 'too-many-points']);
    expect(await faultOf('from=soon')).toEqual([400, 'from', 'not-a-number']);
    expect(await faultOf('until=5')).toEqual([400, 'until', 'unknown-parameter']);
  });
});
