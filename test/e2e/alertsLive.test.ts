import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { english } from '../../server/demo/phrases.en.ts';
import { writeMessage } from '../../server/demo/writePosts.ts';
import { createRandom } from '../../server/random.ts';
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
