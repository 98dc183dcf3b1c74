import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EngineBusy } from '../../../server/engine/engine.ts';
import type { SignalsList, SignalsPosted, SignalValues } from '../../../shared/signals.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';

let doors: OpenDoors;
const at = Date.parse('2026-03-02T09:00:00Z');
const hour = 3_600_000;

const post = async (body: string | object, type = 'application/json', query = '') => {
  const answer = await doors.ask(`/api/signals${query}`, { method: 'POST', body, headers: { 'content-type': type } });
  return { status: answer.status, headers: answer.headers, text: answer.text, said: answer.json() as SignalsPosted };
};
const list = async () => ((await doors.ask('/api/signals')).json() as SignalsList).items;
const values = async (query: string) => ((await doors.ask(`/api/signals?${query}`)).json() as SignalValues).values;

beforeAll(async () => {
  doors = await openDoors();
  const brands = [{ id: 'lumen', name: 'Lumen', query: 'lumen' }];
  await doors.ask('/api/workspace', { method: 'PUT', body: { version: 1, brands } });
});
beforeEach(async () => {
  for (const { name, brand } of await list())
    await doors.ask(`/api/signals/${encodeURIComponent(name)}${brand ? `?brand=${brand}` : ''}`, { method: 'DELETE' });
});
afterAll(() => doors.close());

describe('POST /api/signals', () => {
  it('keeps one value, many, a line each, and CSV of either kind', async () => {
    const one = { name: 'TV spend', at: '2026-03-02T09:00:00Z', value: 1200.5, brand: 'lumen' };
    expect((await post(one)).said).toEqual({ received: 1, accepted: 1, replaced: 0, rejected: [] });
    expect(
      (
        await post([
          { ...one, at: at + hour },
          { ...one, at: at + 2 * hour },
        ])
      ).said.accepted,
    ).toBe(2);
    const lines = [3, 4].map((k) => JSON.stringify({ ...one, at: at + k * hour })).join('\n');
    expect((await post(`${lines}\n\n`, 'application/x-ndjson')).said.accepted).toBe(2);
    const named = `name,at,value,brand\nTV spend,2026-03-02T14:00:00+00:00,7,lumen\n"Searches, web",${at},-1e3,\n`;
    expect((await post(named, 'text/csv; charset=utf-8')).said).toMatchObject({
      received: 2,
      accepted: 2,
      rejected: [],
    });
    const bare = `timestamp;value\r\n${at};5\r\n${at + hour};6\r\n`;
    expect((await post(bare, 'text/csv', '?name=Orders')).said.accepted).toBe(2);
    expect(await list()).toEqual([
      { name: 'Orders', brand: null, values: 2, firstAt: at, lastAt: at + hour, last: 6 },
      { name: 'Searches, web', brand: null, values: 1, firstAt: at, lastAt: at, last: -1000 },
      { name: 'TV spend', brand: 'lumen', values: 6, firstAt: at, lastAt: at + 5 * hour, last: 7 },
    ]);
    expect(await values(`name=TV+spend&from=${at + 4 * hour}`)).toEqual([
      { name: 'TV spend', brand: 'lumen', at: at + 4 * hour, value: 1200.5 },
      { name: 'TV spend', brand: 'lumen', at: at + 5 * hour, value: 7 },
    ]);
  });

  it('takes the same again without counting it twice, and the newer value in place of the older', async () => {
    const body = [0, 1, 2].map((k) => ({ name: 'Orders', at: at + k * hour, value: k }));
    expect((await post(body)).said).toMatchObject({ accepted: 3, replaced: 0 });
    expect((await post(body)).said).toMatchObject({ accepted: 0, replaced: 3 });
    expect((await post({ name: ' Orders ', at, value: 9 })).said).toMatchObject({ accepted: 0, replaced: 1 });
    expect((await values('name=Orders')).map(({ value }) => value)).toEqual([9, 1, 2]);
  });

  it('rejects a bad value alone, by its place and with a code', async () => {
    const good = { name: 'Orders', at, value: 1 };
    const { status, said } = await post([
      good,
      { ...good, name: undefined },
      { ...good, name: 'a\u0000b' },
      { ...good, name: 'x'.repeat(121) },
      { ...good, at: '2026-03-02T09:00:00' },
      { name: 'Orders', value: 1 },
      { ...good, value: '1' },
      { name: 'Orders', at },
      { ...good, brand: 'moon' },
      [],
      { ...good, at: at + 1 },
    ]);
    expect(status).toBe(200);
    expect(said.received).toBe(11);
    expect(said.accepted).toBe(2);
    expect(said.rejected.map(({ index, code }) => `${index} ${code}`)).toEqual([
      '1 name-missing',
      '2 name-unreadable',
      '3 name-unreadable',
      '4 at-unreadable',
      '5 at-missing',
      '6 value-unreadable',
      '7 value-missing',
      '8 no-brand',
      '9 not-an-object',
    ]);
    const csv = await post('timestamp,value\n2026-03-02T09:00:00Z,"1,5"\n,3\n2026-03-02,4\n', 'text/csv', '?name=n');
    expect(csv.said.rejected.map(({ code }) => code)).toEqual(['value-unreadable', 'at-missing', 'at-unreadable']);
    // Where semicolons separate cells a comma is a decimal one; two of them, or a point before it, are nobody's number.
    const french = ['2026-03-02T09:00:00Z;1,5', '2026-03-02T09:15:00Z;-0,25', '2026-03-02T09:30:00Z;2.5'];
    const odd = ['2026-03-02T10:00:00Z;1,5,2', '2026-03-02T10:15:00Z;1.234,5', '2026-03-02T10:30:00Z;,5'];
    const semicolons = await post(['timestamp;value', ...french, ...odd].join('\n'), 'text/csv', '?name=fr');
    expect(semicolons.said).toMatchObject({ accepted: 3, rejected: [{ index: 3 }, { index: 4 }, { index: 5 }] });
  });

  it('refuses a whole that cannot be read: another type, no JSON, no columns, too long', async () => {
    expect((await post('x', 'text/plain')).status).toBe(415);
    expect((await post('{"name":')).status).toBe(400);
    expect((await post('when,how much\n1,2\n', 'text/csv')).text).toContain('names the columns timestamp and value');
    expect((await post('x'.repeat(10 * 1024 * 1024 + 1))).status).toBe(413);
    const many = await post(`timestamp,value\n${'1,2\n'.repeat(100_001)}`, 'text/csv', '?name=n');
    expect(many.status).toBe(413);
    expect(await list()).toEqual([]);
  });

  it('keeps at most 200 series, and goes on taking values of those it has', async () => {
    const series = (count: number) => Array.from({ length: count }, (_, k) => ({ name: `s${k}`, at, value: k }));
    const { said } = await post(series(201));
    expect(said).toMatchObject({ accepted: 200, rejected: [{ index: 200, code: 'too-many-names' }] });
    expect((await post({ name: 's199', at: at + 1, value: 1 })).said.accepted).toBe(1);
    await doors.ask('/api/signals/s0', { method: 'DELETE' });
    expect((await post({ name: 's200', at, value: 1 })).said.accepted).toBe(1);
  });

  it('asks to come again while the store is busy', async () => {
    const { engine } = doors.own;
    const keep = engine.keepSignals;
    engine.keepSignals = () => Promise.reject(new EngineBusy('the store is locked by another program', 2));
    const { status, headers } = await post({ name: 'Orders', at, value: 1 });
    engine.keepSignals = keep;
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('2');
  });

  it('answers whatever is sent without a fault of its own, and its ledger adds up', { timeout: 60_000 }, async () => {
    const member = fc.oneof(fc.anything(), fc.constantFrom(at, 'Orders', 'lumen', '2026-03-02T09:00:00Z', 1e308, -0));
    const value = fc.oneof(
      fc.record({ name: member, at: member, value: member, brand: member }, { requiredKeys: [] }),
      fc.jsonValue(),
    );
    const bodies = fc.oneof(
      fc.tuple(
        fc.constant('application/json'),
        fc
          .oneof(value, fc.array(value, { maxLength: 5 }))
          .map((one) => JSON.stringify(one, (_, inner) => (typeof inner === 'bigint' ? `${inner}` : inner)) ?? ''),
      ),
      fc.tuple(fc.constantFrom('application/json', 'application/x-ndjson', 'text/csv'), fc.string({ unit: 'binary' })),
      fc.tuple(
        fc.constant('text/csv'),
        fc
          .array(fc.array(fc.oneof(fc.string(), fc.constantFrom('"', '1', ',')), { maxLength: 4 }), { maxLength: 4 })
          .map((rows) => `at,value,name\n${rows.map((row) => row.join(',')).join('\n')}`),
      ),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async ([type, body]) => {
        const { status, said, text } = await post(body, type);
        expect([200, 400], text).toContain(status);
        if (status === 200) expect(said.received).toBe(said.accepted + said.replaced + said.rejected.length);
      }),
      { seed: 21, numRuns: 300 },
    );
    expect(doors.logged).toEqual([]);
  });
});

describe('DELETE /api/signals/:name', () => {
  it('takes one series away, of that brand alone, and says when there is none', async () => {
    await post([
      { name: 'Orders / web', at, value: 1 },
      { name: 'Orders / web', at, value: 2, brand: 'lumen' },
    ]);
    const remove = (query = '') => doors.ask(`/api/signals/Orders%20%2F%20web${query}`, { method: 'DELETE' });
    expect((await remove('?brand=lumen')).status).toBe(204);
    expect(await list()).toMatchObject([{ name: 'Orders / web', brand: null, last: 1 }]);
    expect((await remove('?brand=lumen')).status).toBe(404);
    expect((await remove()).status).toBe(204);
    expect(await list()).toEqual([]);
  });
});
