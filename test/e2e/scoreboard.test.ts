import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScoreboardAnswer } from '../../shared/scoreboard.ts';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { setUpLaunchDay } from '../support/launchDay.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

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

const results = async () => (await (await fetch(`${server.url}/api/scoreboard`)).json()) as ScoreboardAnswer;

describe('Scoreboard', () => {
  it('takes a sheet of labels by keys alone, and shows what they measure', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/scoreboard?theme=light`, {
      width: 1440,
      height: 900,
    });
    await page.getByText(/^1 of \d+$/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    const all = Number(/of (\d+)/.exec((await page.getByText(/^\d+ of \d+$/).textContent())!)![1]);
    const left = page.getByText(/^\d+ of \d+$/);
    for (let turn = 0; turn < all; turn++) {
      const before = await left.textContent();
      await page.keyboard.press('3');
      await page.keyboard.press('4');
      // Only where a theme is asked about.
      if (await page.getByText('Does it speak of').count()) await page.keyboard.press('8');
      await page.waitForFunction(
        (said) => ![...document.querySelectorAll('b')].some((one) => one.textContent === said),
        before,
      );
    }
    await page.getByText(`All ${all} are labelled`).waitFor();
    await expect.poll(async () => (await results()).labels).toBe(all);
    // All were said to matter and to be negative: what the machine says otherwise is shown now, and corrected by one click.
    await page.getByText('Where you and the machine differ').waitFor();
    const corrects = page.getByRole('button', { name: 'Correct it' });
    const different = await corrects.count();
    expect(different).toBeGreaterThan(0);
    await corrects.first().click();
    await page.getByText('Corrected').waitFor();
    expect(await corrects.count()).toBe(different - 1);
    const measured = await results();
    expect(measured.recall.share).not.toBeNull();
    const read = page.getByText('Opinion read rightly').locator('xpath=following-sibling::dd[1]');
    await expect
      .poll(async () => Number.parseInt((await read.textContent())!, 10))
      .toBe(Math.round(measured.sentiment.share! * 100));
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('keeps what was labelled, fits a phone, and can be done over', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/scoreboard?ui=fr`, { width: 390, height: 844 });
    await page.getByText(/sont étiquetés/).waitFor();
    await page.getByRole('button', { name: 'Les revoir' }).click();
    expect(await page.getByRole('button', { name: 'Important', pressed: true }).count()).toBe(1);
    const { labels } = await results();
    await page.getByRole('button', { name: 'Pas sur nous' }).click();
    await page.getByText(/sont étiquetés/).waitFor();
    expect((await results()).labels).toBe(labels);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });
});
