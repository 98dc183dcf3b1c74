import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { type ReceiverSimulator, startReceiver } from '../support/receiverSimulator.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let hook: ReceiverSimulator;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  hook = await startReceiver();
  const env = { LAUNCHROOM_ALLOW_RECEIVERS: `127.0.0.1:${hook.port}` };
  server = await startServer({ withClient: true, env });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
  await hook?.close();
});

it('leads from a new receiver to a test that arrives, refuses what lies inside, and never shows a secret again', async () => {
  const { page, errors } = await openPage(browser, `${server.url}/settings/receivers`, { width: 1440, height: 900 });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.getByLabel('Name', { exact: true }).fill('Control room');
  // People's ways come first; this is a program's.
  await page.getByLabel('Kind').selectOption('webhook');
  await page.getByLabel('Address', { exact: false }).first().fill('http://169.254.169.254/latest');
  await button('Make one').click();
  expect(await page.getByLabel('Signing secret').inputValue()).toMatch(/^[0-9a-f]{64}$/);
  await button('Save').click();
  await page.getByText('169.254.169.254 is not a public address').waitFor();
  await page.getByLabel('Address', { exact: false }).first().fill(hook.url);
  await button('Save').click();
  await page.getByText('Saved.').waitFor();
  expect(await page.getByLabel('Signing secret').inputValue()).toBe('');
  expect(await page.getByLabel('Address', { exact: false }).first().inputValue()).toBe('');

  await button('Send a test').click();
  await page.getByText('The test was taken.').waitFor();
  expect(JSON.parse(hook.acknowledged[0]?.body ?? '')).toMatchObject({ isTest: true });
  await page.getByRole('row', { name: /Control room Test delivered/ }).waitFor();
  hook.behave(410);
  await button('Send a test').click();
  await page.getByText('The test did not arrive: answered 410').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await page.content()).not.toContain('of-some-team');

  await page.getByLabel('On: alerts are sent here').uncheck();
  await button('Save').click();
  await page.getByRole('button', { name: /^Control room ?Off$/ }).waitFor();
  await button('Remove').click();
  await page.getByText('Nobody is told yet.').waitFor();
  // The browser itself logs the refusal.
  expect(errors.filter((error) => !/400 \(Bad Request\)/.test(error))).toEqual([]);
  await page.close();
});
