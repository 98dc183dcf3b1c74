import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MentionsAnswer } from '../../shared/protocol.ts';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { postAll, setUpLaunchDay } from '../support/launchDay.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const laptop = { width: 1440, height: 900 };
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withClient: true });
  browser = await openBrowser();
  await setUpLaunchDay(server.url, Date.now());
  await postAll(server.url, [
    { id: 'aside', at: Date.now() - 60_000, text: 'The balms of that house are wonderful and so silky', lang: 'en' },
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

/** History is counted again in the background. */
const poll = (ask: () => Promise<number>) => expect.poll(ask, { timeout: 10_000 });
const negatives = async (more = '') => {
  const answer = await fetch(`${server.url}/api/mentions?sentiment=negative&limit=200${more}`);
  return ((await answer.json()) as MentionsAnswer).items;
};

describe('corrections as rules', () => {
  it('counts a correction of all that match, makes it and takes it back, by keyboard', async () => {
    const before = (await negatives('&q=wonderful')).length;
    const { page, errors } = await openPage(
      browser,
      `${server.url}/explore?range=all&stage=important&q=wonderful&brand=vela`,
      laptop,
    );
    await page.waitForSelector('button[data-seq]');
    await page.keyboard.press('a');
    const form = page.getByRole('region', { name: 'Correct all that match' });
    await form.getByRole('button', { name: 'negative' }).press('Enter');
    await form.getByRole('button', { name: 'Count first' }).press('Enter');
    const promise = await form.getByText(/messages would stand otherwise/).textContent();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await negatives('&q=wonderful')).toHaveLength(before);
    const promised = Number(/^(\d+) messages/.exec(promise!)![1]);
    expect(promised).toBeGreaterThan(10);
    await form.getByRole('button', { name: 'Apply' }).press('Enter');
    await form.getByText('Rule c1 holds from now on').waitFor();
    await poll(async () => (await negatives('&q=wonderful')).length).toBe(before + promised);
    await form.getByRole('button', { name: 'Undo' }).press('Enter');
    await form.getByText('Taken back').waitFor();
    await poll(async () => (await negatives('&q=wonderful')).length).toBe(before);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('brings a post that was set aside to its brand, and lets keys say the rest', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/explore?range=all&stage=set-aside`, laptop);
    await page.getByText('The balms of that house').first().click();
    const panel = page.getByRole('region', { name: 'Correct' });
    await panel.getByRole('button', { name: 'Vela' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('y');
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'negative' }).waitFor();
    const stored = async () =>
      (await (await fetch(`${server.url}/api/mentions/aside`)).json()) as {
        stage: string;
        opinion: string;
        brands: { id: string }[];
      };
    expect(await stored()).toMatchObject({ stage: 'significant', brands: [{ id: 'vela' }] });
    await page.keyboard.press('1');
    await panel.locator('button[aria-pressed="true"]', { hasText: 'negative' }).waitFor();
    expect(await stored()).toMatchObject({ opinion: 'negative' });
    await page.keyboard.press('u');
    await panel.getByText('Which brand is it about?').waitFor();
    expect(await stored()).toMatchObject({ stage: 'set-aside', brands: [] });
    expect(errors).toEqual([]);
    await page.close();
  });

  it('lets a word mean something else here, after a look at what that changes', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/settings/corrections`, laptop);
    await page.getByRole('button', { name: 'Add a word' }).click();
    await page.getByRole('textbox', { name: 'Word or emoji' }).fill('wonderful');
    await page.getByRole('combobox', { name: 'Means' }).selectOption('negative');
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.getByText(/messages would stand otherwise/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const before = (await negatives('&q=wonderful')).length;
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved. History is being counted again.').waitFor();
    await poll(async () => (await negatives('&q=wonderful')).length).toBeGreaterThan(before + 10);
    expect(await page.getByRole('textbox', { name: 'Word or emoji' }).inputValue()).toBe('wonderful');
    await page.getByRole('button', { name: 'Undo' }).click();
    await poll(async () => (await negatives('&q=wonderful')).length).toBe(before);
    await page.getByText('No word yet.').waitFor();

    await page.getByRole('button', { name: 'Learn anew' }).click();
    await page.getByText(/It takes 20, with at least 15/).waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });
});
