import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deliveriesOf } from '../../server/deliver/delivery.ts';
import { createReceivers } from '../../server/deliver/receivers.ts';
import { storeFile } from '../../server/store/backup.ts';
import { openStore } from '../../server/store/sqlite.ts';
import type { DeliveriesAnswer, Receiver } from '../../shared/receivers.ts';
import { makeAlert } from '../support/makeAlert.ts';
import { startReceiver } from '../support/receiverSimulator.ts';
import { startServer } from '../support/startServer.ts';

it('delivers after kill -9 what was kept and not acknowledged, in order, each with the key that it had', async () => {
  const hook = await startReceiver(() => undefined);
  const dir = mkdtempSync(join(tmpdir(), 'launchroom-deliver-'));
  const now = Date.now();
  const receiver: Receiver = {
    ...{ id: 'team', name: 'Team', kind: 'webhook', language: 'en', butFrom: null, isOff: false, createdAt: now },
    ...{ url: hook.url, secret: 'a secret of the team' },
  };
  const store = openStore(join(dir, storeFile));
  await createReceivers({ engine: store, history: { records: async () => [] } }).keep(receiver);
  const ids = ['a', 'b', 'c'];
  for (const [index, id] of ids.entries())
    await store.keepRecords(
      deliveriesOf({
        ...{ alert: makeAlert({ id }), news: { event: 'raised', at: now }, rule: {}, receivers: [receiver] },
        ...{ quiet: null, now: now + index },
      }),
    );
  await store.close();

  const env = { LAUNCHROOM_ALLOW_RECEIVERS: `127.0.0.1:${hook.port}` };
  const killed = await startServer({ dir, env });
  await expect.poll(() => hook.heard.length, { timeout: 20_000 }).toBe(1);
  await killed.end('SIGKILL');
  hook.behave(200);
  const server = await startServer({ dir, env });
  await expect.poll(() => hook.acknowledged.length, { timeout: 20_000 }).toBe(ids.length);
  const bodies = hook.acknowledged.map(
    ({ body }) => JSON.parse(body) as { delivery: string; alerts: { id: string }[] },
  );
  expect(bodies.map(({ alerts }) => alerts[0]?.id)).toEqual(ids);
  expect(JSON.parse(hook.heard[0]?.body ?? '').delivery).toBe(bodies[0]?.delivery);
  const log = async () =>
    ((await (await fetch(`${server.url}/api/deliveries`)).json()) as DeliveriesAnswer).items.map(({ state }) => state);
  await expect.poll(log).toEqual(['delivered', 'delivered', 'delivered']);
  await server.end();
  await hook.close();
});
