import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { setUpPastLaunches } from '../support/pastLaunches.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ withClient: true });
  browser = await openBrowser();
  await setUpPastLaunches(server.url, Date.now(), 4);
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

it.each([
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])(
  'prints a launch from a dark screen of $width pixels: light, upright, and without anything to press',
  async (size) => {
    const { page, errors } = await openPage(browser, `${server.url}/launches/balm?theme=dark`, size);
    const chart = page.getByRole('img', { name: /^Mentions, per hour/ });
    await chart.waitFor();
    await page.getByRole('heading', { name: 'The story so far' }).waitFor();
    await page.getByRole('heading', { name: 'When and where to speak' }).waitFor();
    expect(await page.getByText(/^Test\. Printed/).isVisible()).toBe(false);
    const folded = page.getByRole('region', { name: 'The plan' }).getByText('Counted', { exact: true });
    expect(await folded.isVisible()).toBe(false);

    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('html[data-theme="light"]');
    await paper.waitFor();
    // What is folded on the screen lies open on paper.
    expect(await folded.isVisible()).toBe(true);
    const head = await page.getByText(/Printed .* All times in \S+\. Rule set \d+\./).textContent();
    expect(head).toContain(`${server.url}/launches/balm`);
    expect(head).not.toContain('theme=');
    for (const role of ['button', 'combobox', 'navigation'] as const)
      expect(await page.getByRole(role).count(), role).toBe(0);
    expect(await page.getByRole('heading', { name: 'Replay' }).count()).toBe(0);
    await expect.poll(() => chart.getAttribute('width')).toBe('690');

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, wide, high]) =>
      [wide, high].map(Number),
    );
    expect(sizes.length).toBeGreaterThanOrEqual(2);
    expect(sizes.length).toBeLessThanOrEqual(5);
    for (const [wide, high] of sizes) {
      expect(wide).toBeCloseTo(595, -1);
      expect(high).toBeCloseTo(842, -1);
    }

    await page.emulateMedia({ media: 'screen' });
    await page.locator('html[data-theme="dark"]').waitFor();
    expect(
      await page.getByRole('button', { name: 'PowerPoint' }).or(page.getByText('PowerPoint')).first().isVisible(),
    ).toBe(true);
    expect(errors).toEqual([]);
    await page.close();
  },
);

it('suggests no time to speak from a few days, in words, and is told to people who do not see', async () => {
  const { page, errors } = await openPage(browser, `${server.url}/launches/balm?theme=light`, {
    width: 1440,
    height: 900,
  });
  const panel = page.getByRole('region', { name: 'When and where to speak' });
  await panel.getByText('No time and no channel is suggested.').waitFor();
  expect(await panel.getByText(/^Nothing (is said of|was listened to)/).count()).toBeGreaterThan(0);
  expect(await panel.getByRole('img').count()).toBe(0);
  expect(await seriousFaults(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});
