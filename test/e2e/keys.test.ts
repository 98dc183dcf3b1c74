import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { ingest, watchBrands } from '../support/ingest.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withClient: true });
  await watchBrands(server.url, 'vela');
  await ingest(server.url, [{ id: 'one', at: Date.now(), text: 'Vela is lovely', lang: 'en' }]);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

it('lists its keys on ?, goes by g and a letter, searches by / and chooses range and comparison by t and c', async () => {
  const { page, errors } = await openPage(browser, server.url, { width: 1440, height: 900 });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await help.waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'detached' });
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await page.waitForURL('**/launches');
  await page.keyboard.press('/');
  await page.waitForURL('**/explore');
  await page.locator('[data-range]').waitFor();
  await page.keyboard.press('/');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('c');
  await page.waitForURL(/compare=0/);
  await page.keyboard.press('t');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-pressed'))).toBe('true');
  expect(errors).toEqual([]);
  await page.close();
});
