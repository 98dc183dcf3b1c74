import { execFileSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

const laptop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withClient: true, args: ['--demo'] });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

describe('the first run', () => {
  it('leads from the demo to a mention of one own brand in four presses, well under two minutes', {
    timeout: 120_000,
  }, async () => {
    const startedAt = performance.now();
    const { page, errors } = await openPage(browser, server.url, laptop);
    let presses = 0;
    const press = async (name: string) => {
      presses += 1;
      await page.getByRole('button', { name, exact: true }).first().click();
    };
    presses += 1;
    await page.getByRole('link', { name: 'Demo data' }).click();
    await press('Start with your own');
    const filled = () => page.locator('.button.primary:visible').allTextContents();
    await page.getByLabel('The name people use').fill("L'Atelier Brume");
    await page.getByLabel('Query', { exact: true }).waitFor();
    expect(await filled()).toEqual(['Save']);
    await press('Save');
    await page.getByText('written as').waitFor();
    expect(await filled()).toEqual(['Choose a file']);
    await page.getByText('The first mentions appear here as they come in').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    // The line as it stands there, in a shell: one post that is a mention.
    const line = (await page.locator('code', { hasText: 'curl' }).textContent())!;
    execFileSync('sh', ['-c', line], { stdio: 'ignore' });
    await page.getByText("One mention of L'Atelier Brume").waitFor();
    await page.getByText("I love L'Atelier Brume", { exact: true }).waitFor();
    presses += 1;
    await page.getByRole('link', { name: 'Open the Brief' }).click();
    await page.waitForSelector('[data-figure="1"]');
    expect(await page.textContent('[data-figure="1"]')).toBe('1');
    expect(presses).toBe(4);
    expect((performance.now() - startedAt) / 1_000).toBeLessThan(60);
    expect(errors).toEqual([]);
    await page.close();
  });

  it('takes a file where it stands', async () => {
    const { page, errors } = await openPage(browser, `${server.url}/settings/start`, laptop);
    const rows = Array.from(
      { length: 20 },
      (_, index) =>
        `${new Date(Date.now() - index * 60_000).toISOString()},"L'Atelier Brume, candle ${index} of ${index * 7}"`,
    );
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await choosing).setFiles({
      name: 'reviews.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['time,text', ...rows].join('\n')),
    });
    await page
      .getByRole('article', { name: 'reviews.csv' })
      .getByRole('button', { name: 'Import', exact: true })
      .click();
    await page.getByText("21 mentions of L'Atelier Brume").waitFor();
    expect(errors).toEqual([]);
    await page.close();
  });

  it('fits a phone, in French, in light and dark', async () => {
    for (const theme of ['light', 'dark']) {
      const { page, errors } = await openPage(browser, `${server.url}/settings/start?ui=fr&theme=${theme}`, {
        ...phone,
        locale: 'fr-FR',
      });
      await page.getByRole('heading', { name: 'Premières mentions', exact: true }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      expect(await seriousFaults(page), theme).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    }
  });
});
