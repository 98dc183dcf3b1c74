import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const laptop = { width: 1440, height: 900 };
let server: RunningServer;
let browser: Browser;
const brand = (id: string, query = id) => ({ id, name: id.toUpperCase(), query });
const save = async (more: object) => {
  const body = JSON.stringify({ version: 1, ...more });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/api/workspace`, { method: 'PUT', headers, body });
  expect(answer.status).toBe(200);
};

beforeAll(async () => {
  server = await startServer({ withClient: true });
  browser = await openBrowser();
  await save({ brands: [brand('vela'), brand('orso')] });
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

const asked = (page: Page) => page.getByRole('dialog', { name: 'Your changes are not saved' });

describe('A draft in Settings', () => {
  it('says that it is not saved, and is not lost by a link, a tab, another item or the way back without a question', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/settings/themes?theme=light`, laptop);
    await page.getByRole('link', { name: 'Brands', exact: true }).click();
    await page.waitForURL(/settings\/brands/);
    const query = page.getByLabel('Query', { exact: true });
    await page.getByRole('button', { name: 'VELA' }).click();
    await query.fill('vela OR veela');
    await page.getByText('Not saved yet.').waitFor();
    const ways: [string, () => Promise<unknown>][] = [
      ['a place', () => page.getByRole('link', { name: 'Explore', exact: true }).click()],
      ['a section', () => page.getByRole('link', { name: 'Significance', exact: true }).click()],
      ['another brand', () => page.getByRole('button', { name: 'ORSO' }).click()],
      ['a new brand', () => page.getByRole('button', { name: 'Add', exact: true }).click()],
      ['back', () => page.evaluate(() => history.back())],
    ];
    for (const [way, go] of ways) {
      await go();
      await asked(page).waitFor();
      if (way === 'a place') expect(await seriousFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await asked(page).waitFor({ state: 'hidden' });
      expect(page.url(), way).toContain('/settings/brands');
      expect(await query.inputValue(), way).toBe('vela OR veela');
    }
    await page.evaluate(() => history.back());
    await asked(page).getByRole('button', { name: 'Leave without saving' }).click();
    await page.waitForURL(/settings\/themes/);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('is let go where the reader says so, and once it is saved nothing is asked', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/settings/significance`, laptop);
    await page.getByRole('slider').fill('0.62');
    await page.getByText('Not saved yet.').waitFor();
    // In another language it is the same draft.
    await page.getByRole('link', { name: 'FR', exact: true }).click();
    await page.getByText('Pas encore enregistré').waitFor();
    await page.getByRole('link', { name: 'EN', exact: true }).click();
    await page.getByText('Not saved yet.').waitFor();
    expect(await page.getByRole('slider').inputValue()).toBe('0.62');
    await page.getByRole('link', { name: 'Brands', exact: true }).click();
    await asked(page).getByRole('button', { name: 'Leave without saving' }).click();
    await page.waitForURL(/settings\/brands/);
    await page.getByRole('link', { name: 'Significance', exact: true }).click();
    expect(await page.getByRole('slider').inputValue()).toBe('0.5');
    await page.getByRole('slider').fill('0.7');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Corrections', exact: true }).click();
    await page.getByRole('button', { name: 'Add a word' }).click();
    await page.getByLabel('Word or emoji').fill('sick');
    await page.getByText('Not saved yet.').waitFor();
    await page.getByRole('link', { name: 'Versions', exact: true }).click();
    await asked(page).getByRole('button', { name: 'Leave without saving' }).click();
    await page.waitForURL(/settings\/versions/);
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('Versions', () => {
  it('tell a change and its undoing apart, say what is restored, and undo nothing where nothing was before', async () => {
    const { page } = await openPage(browser, `${server.url}/settings/versions`, laptop);
    await page.locator('dl > div', { hasText: 'threshold of significance0.50 → 0.70' }).waitFor();
    await page.getByRole('button', { name: 'Undo this change' }).click();
    await page.getByText('Restores version 1').waitFor();
    const newest = await page.getByRole('listitem').filter({ hasText: 'in use' }).textContent();
    expect(newest).toContain('threshold of significance0.70 → 0.50');
    await page.close();

    const fresh = await startServer({ withClient: true });
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ version: 1, brands: [brand('vela')] });
    await fetch(`${fresh.url}/api/workspace`, { method: 'PUT', headers, body });
    const first = await openPage(browser, `${fresh.url}/settings/versions`, laptop);
    await first.page.locator('dl > div', { hasText: 'Brand addedVELA' }).waitFor();
    expect(await first.page.getByRole('button', { name: /Undo|Bring back/ }).count()).toBe(0);
    await first.page.close();
    await fresh.end();
  });
});
