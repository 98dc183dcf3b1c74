import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { english } from '../../server/demo/phrases.en.ts';
import { writeMessage } from '../../server/demo/writePosts.ts';
import { createRandom } from '../../server/random.ts';
import type { AlertsAnswer } from '../../shared/alerts.ts';
import type { OwnReplayAnswer } from '../../shared/replay.ts';
import { minuteMs } from '../../shared/rollup.ts';
import { openBrowser, openPage } from '../support/browser.ts';
import { ingest, watchBrands } from '../support/ingest.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ args: ['--empty'], withClient: true });
  await watchBrands(server.url, 'solenne');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

it('lays 40 complaints over the wall within ten seconds, and not 40 copies of one', async () => {
  const random = createRandom(3);
  const { page } = await openPage(browser, `${server.url}/wall?scene=pulse`, { width: 1920, height: 1080 });
  const sheet = page.locator('section[data-alert]');
  await page.getByText('Mentions in the last hour').first().waitFor();

  const copy = writeMessage('solenne', 'price', 'complaint', english, random);
  const now = () => Date.now() - Math.floor(random() * 20_000);
  await ingest(
    server.url,
    Array.from({ length: 40 }, (_, place) => ({ id: `copy-${place}`, at: now(), text: copy })),
  );
  await page.waitForTimeout(8_000);
  expect(await sheet.count()).toBe(0);

  const saidAt = Date.now();
  await ingest(
    server.url,
    Array.from({ length: 40 }, (_, place) => ({
      id: `own-${place}`,
      at: now(),
      text: writeMessage('solenne', 'skin-reaction', 'complaint', english, random),
    })),
  );
  await sheet.waitFor({ timeout: 10_000 });
  expect(Date.now() - saidAt).toBeLessThan(10_000);
  expect(await sheet.innerText()).toContain('complaints');
});

it('lays the alert of the time over the wall that replays it, and gives the scene back by that clock alone', async () => {
  const [alert] = ((await (await fetch(`${server.url}/api/alerts`)).json()) as AlertsAnswer).items;
  const { raisedAt } = alert!;
  const asked = { from: raisedAt - 10 * minuteMs, to: Date.now(), at: raisedAt - minuteMs, paused: true, speed: 1 };
  const send = async (method: string, path: string, body: object) =>
    (
      await fetch(`${server.url}${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json();
  const { id, key } = (await send('POST', '/api/own-replays', asked)) as OwnReplayAnswer;
  const { page, errors } = await openPage(browser, `${server.url}/wall?scene=pulse&replay=${id}`, {
    width: 1920,
    height: 1080,
  });
  const move = (at: number) => send('PATCH', `/api/own-replays/${key}`, { at });
  const sheet = page.locator(`section[data-alert="${alert!.id}"]`);
  await page.locator('[data-scene="pulse"]').waitFor();
  expect(await sheet.count(), 'a minute before it was raised, though it stands now').toBe(0);
  await move(raisedAt + 1_000);
  await sheet.waitFor({ timeout: 5_000 });
  expect(await page.locator('footer').last().innerText()).toMatch(/Replay: .*paused[\s\S]*Pulse again in (59|60)\ss/);
  await move(raisedAt - 1_000);
  await page.locator('[data-scene="pulse"]').waitFor({ timeout: 5_000 });
  expect(await sheet.count()).toBe(0);
  expect(errors).toEqual([]);
  await page.close();
});
