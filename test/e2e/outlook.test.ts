import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../server/random.ts';
import { dayMs } from '../../shared/rollup.ts';
import { openBrowser, openPage, seriousFaults } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/startServer.ts';

/** Whose media spend and shelves make most of their outcome, in a market share; the newest one's is to come. */
function launchesOf(count: number) {
  const random = createRandom(11);
  return Array.from({ length: count + 1 }, (_, index) => {
    const [spend, shelves, price] = [20 + 180 * random(), 10 + 80 * random(), 9 + 30 * random()];
    const odds = -3.2 + 0.011 * spend + 0.018 * shelves + 0.25 * (random() - 0.5);
    const columns = [
      { name: 'Media spend, k€', value: Math.round(spend) },
      { name: 'Shelves, %', value: Math.round(shelves) },
      { name: 'Price', value: Math.round(price) },
    ];
    return {
      ...{ id: `l${index}`, name: index === count ? 'Vela night cream' : `Launch ${index}`, brand: 'vela' },
      ...{ at: Date.now() - (count - index) * 20 * dayMs - dayMs, timeZone: 'Europe/Paris', columns },
      ...(index < count ? { outcome: Math.round(1000 / (1 + Math.exp(-odds))) / 10 } : {}),
    };
  });
}

let server: RunningServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer({ args: ['--empty'], withClient: true });
  browser = await openBrowser();
  const brands = [{ id: 'vela', name: 'Vela', query: 'vela' }];
  const put = await fetch(`${server.url}/api/workspace`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, brands, launches: launchesOf(24) }),
  });
  expect(put.status).toBe(200);
});
afterAll(async () => {
  await browser?.close();
  await server?.end();
});

it('names what is measured in a form, and foretells it in these words with its interval and its record', async () => {
  const size = { width: 1440, height: 900 };
  const settings = await openPage(browser, `${server.url}/settings/launches?theme=light`, size);
  settings.page.setDefaultTimeout(8_000);
  const field = (name: string) => settings.page.getByLabel(name);
  await field('Outcome of this launch (empty').waitFor();
  await field('Its unit').fill('%');
  await settings.page.getByText(/: What is measured, of all launches/).waitFor();
  expect(await settings.page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await field('What is measured, of all launches').fill('Market share');
  await field('Market share, % of this launch').waitFor();
  if (process.env.PICTURES)
    await settings.page.screenshot({ path: `${process.env.PICTURES}/outcome-form.png`, fullPage: true });
  await settings.page.getByRole('button', { name: 'Save', exact: true }).click();
  await settings.page.getByText('Saved.').waitFor();
  const kept = (await (await fetch(`${server.url}/api/workspace`)).json()) as { outcome?: object };
  expect(kept.outcome).toEqual({ name: 'Market share', unit: '%' });
  expect(settings.errors).toEqual([]);
  await settings.page.close();

  for (const [lang, headline] of [
    ['en', /^Market share: [\d.]+\s% expected, and with 80\s% between [\d.]+\s% and [\d.]+\s%\.$/],
    ['fr', /^Market share\s: [\d,]+\s% attendu, et à 80\s% entre [\d,]+\s% et [\d,]+\s%\.$/],
  ] as const) {
    const { page, errors } = await openPage(browser, `${server.url}/launches/l24?theme=light&ui=${lang}`, size);
    const panel = page.locator('section[aria-labelledby="outlook-title"]');
    await panel.locator('svg').waitFor({ timeout: 10_000 });
    expect(await panel.locator('h2 + p').innerText()).toMatch(headline);
    const text = await panel.innerText();
    expect(text).toMatch(/Media spend, k€\s?: [+−]/);
    expect(text).toMatch(lang === 'en' ? /of 24 past launches/ : /sur 24 lancements passés/);
    expect(await panel.locator('svg[role="img"]').getAttribute('aria-label')).toMatch(/80\s%/);
    expect(await seriousFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  }
  if (!process.env.PICTURES) return;
  for (const theme of ['light', 'dark'])
    for (const [name, width, height] of [
      ['laptop', 1440, 900],
      ['phone', 390, 844],
    ] as const) {
      const { page } = await openPage(browser, `${server.url}/launches/l24?theme=${theme}`, { width, height });
      const panel = page.locator('section[aria-labelledby="outlook-title"]');
      await panel.getByText('What moved it').waitFor();
      await panel.scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${process.env.PICTURES}/outlook-${name}-${theme}.png` });
      await page.close();
    }
});
