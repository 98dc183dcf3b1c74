import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../shared/domain.ts';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { setUpLaunchDay } from '../support/launchDay.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const all = 'all rights, in a key of the tests with enough characters';
const view = 'only looks, in a key of the tests with enough characters';
const laptop = { width: 1440, height: 900 };

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withClient: true });
  browser = await openBrowser();
  await setUpLaunchDay(server.url, Date.now());
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

const names = async () =>
  (((await (await fetch(`${server.url}/api/workspace`)).json()) as Workspace).views ?? []).map(({ name }) => name);

describe('saved views', () => {
  it('are named, opened, renamed, removed and put back, by keyboard', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/explore?range=7d&q=balm&theme=light`, laptop);
    await page.getByRole('button', { name: 'Views' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Name of this view').fill('Balm, a week');
    await page.keyboard.press('Enter');
    await page.getByText('What is on screen is saved as Balm, a week.').waitFor();
    expect(await names()).toEqual(['Balm, a week']);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');

    await page.goto(`${server.url}/explore?theme=light`);
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('link', { name: 'Balm, a week' }).click();
    await page.waitForURL('**/explore?*range=7d*q=balm');
    expect(page.url()).toContain('theme=light');
    expect(await page.textContent('[data-views]')).toContain('Balm, a week');

    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('button', { name: 'Rename Balm, a week' }).click();
    await page.getByLabel('New name of Balm, a week').fill('Balm');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove Balm' }).click();
    await page.getByText('Balm is removed.').waitFor();
    expect(await names()).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Balm' }).waitFor();
    expect(await names()).toEqual(['Balm']);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('are told in the history of the settings, and change no figure', async () => {
    const { items } = (await (await fetch(`${server.url}/api/workspace/versions?limit=1`)).json()) as {
      items: { recounts: boolean; changes: unknown[] }[];
    };
    expect(items[0]).toMatchObject({ recounts: false, changes: [{ list: 'views', id: 'balm-a-week', is: 'added' }] });
  });

  it('are only opened with a key that may only look', async () => {
    await server.end();
    server = await startServer({ dir: server.dir, env: { LAUNCHROOM_TOKEN: all, LAUNCHROOM_VIEW_TOKEN: view } });
    const { page } = await openPage(browser, `${server.url}/explore#token=${encodeURIComponent(view)}`, laptop);
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByText('Your key may open views, not change them.').waitFor();
    expect(await page.getByRole('button', { name: 'Remove Balm' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Balm' }).click();
    await page.waitForURL('**/explore?*q=balm');
    await page.close();
  });
});
